-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a later version might add; only tests know it.
ALTER TABLE stage ADD COLUMN mood TEXT;
CREATE TABLE novelty (
  id INTEGER PRIMARY KEY NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO novelty (id, text) SELECT id, title FROM journey;
