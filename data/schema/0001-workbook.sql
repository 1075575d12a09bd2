-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first workbook. Every table that is recorded has a primary key that never changes, no BLOBs,
-- no generated columns, no unique order and no triggers: the session extension needs it so.
-- Values of closed lists are ids of data/catalogue/vocabularies.json. Days are YYYY-MM-DD, times
-- are local wall time (YYYY-MM-DDTHH:MM), stamps are UTC.

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE workbook (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  name TEXT NOT NULL,
  owner_name TEXT,
  business_kind TEXT,
  language TEXT NOT NULL,
  weight_task INTEGER,
  weight_feeling INTEGER,
  weights_note TEXT,
  index_hidden INTEGER NOT NULL DEFAULT 0 CHECK (index_hidden IN (0, 1)),
  start_of_week INTEGER,
  reminder_days INTEGER,
  keep_names_months INTEGER,
  keep_words_months INTEGER,
  silence_days INTEGER
) STRICT;

CREATE TABLE service (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  description TEXT,
  market TEXT,
  state TEXT,
  why_us TEXT
) STRICT;

CREATE TABLE promise (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  service INTEGER NOT NULL REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED,
  sentence TEXT NOT NULL,
  why TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE segment (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  digital_lifestyle TEXT,
  is_target_group INTEGER NOT NULL DEFAULT 0 CHECK (is_target_group IN (0, 1)),
  expectations TEXT,
  type_note TEXT,
  location TEXT,
  online_behaviour TEXT,
  interests TEXT,
  skill INTEGER,
  access_needs TEXT,
  languages TEXT,
  share_percent INTEGER
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  name TEXT NOT NULL,
  business_id TEXT,
  relation TEXT
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  display_name TEXT NOT NULL,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  segment INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  chain_role TEXT,
  is_panel INTEGER NOT NULL DEFAULT 0 CHECK (is_panel IN (0, 1)),
  is_team INTEGER NOT NULL DEFAULT 0 CHECK (is_team IN (0, 1)),
  level TEXT,
  level_since TEXT,
  last_contact TEXT,
  last_rewarded TEXT,
  reward_note TEXT,
  consent_note TEXT
) STRICT;

CREATE TABLE chain_link (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  service INTEGER REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED,
  journey INTEGER REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  priority TEXT,
  matters_to INTEGER REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED,
  weight_reason TEXT,
  value_benefit TEXT,
  value_feeling TEXT
) STRICT;

CREATE TABLE journey (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  service INTEGER NOT NULL REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED,
  segment INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  chain_link INTEGER REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  template_id TEXT,
  origin INTEGER REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT,
  version TEXT,
  deciding_feeling TEXT,
  author TEXT,
  reviewed_at TEXT,
  next_review TEXT
) STRICT;

CREATE TABLE stage (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  journey INTEGER NOT NULL REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  template_id TEXT,
  origin INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  customer_goal TEXT,
  goal_evidence TEXT,
  goal_source TEXT,
  goal_date TEXT,
  contact_situation TEXT,
  chain_link INTEGER REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED,
  believed_height INTEGER,
  height_evidence TEXT,
  height_source TEXT,
  height_date TEXT,
  plan_note TEXT,
  feedback_question TEXT,
  question_moment TEXT,
  typical_problem TEXT,
  planned_from TEXT,
  planned_to TEXT
) STRICT;

CREATE TABLE emotion_target (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  stage INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  emotion TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1))
) STRICT;

CREATE TABLE touchpoint (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  stage INTEGER NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  template_id TEXT,
  origin INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  contact_situation TEXT,
  visibility TEXT NOT NULL,
  mode TEXT,
  customer_role TEXT,
  provider_role TEXT,
  state TEXT,
  planned_at TEXT,
  realised_at TEXT,
  owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  is_extra INTEGER NOT NULL DEFAULT 0 CHECK (is_extra IN (0, 1)),
  moment_of_truth INTEGER NOT NULL DEFAULT 0 CHECK (moment_of_truth IN (0, 1)),
  first_minutes INTEGER NOT NULL DEFAULT 0 CHECK (first_minutes IN (0, 1)),
  key_message TEXT,
  individuality TEXT,
  interest_arouser TEXT,
  clicks_to_next INTEGER,
  usual_duration_min INTEGER,
  self_service INTEGER NOT NULL DEFAULT 0 CHECK (self_service IN (0, 1)),
  route_to_human_steps INTEGER,
  context TEXT,
  latitude TEXT,
  latitude_limit TEXT,
  shun_flags TEXT,
  believed_height INTEGER,
  height_evidence TEXT,
  height_source TEXT,
  height_date TEXT,
  evidence TEXT,
  evidence_source TEXT,
  evidence_date TEXT,
  note TEXT
) STRICT;

CREATE TABLE touchpoint_channel (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  touchpoint INTEGER NOT NULL REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL,
  position REAL NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE backstage_step (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  touchpoint INTEGER NOT NULL REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  actor TEXT,
  system TEXT
) STRICT;

CREATE TABLE promise_check (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  touchpoint INTEGER NOT NULL REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  evidence TEXT,
  attachment INTEGER REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
  checked_at TEXT,
  checked_by TEXT
) STRICT;

CREATE TABLE hidden_stretch (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  stage INTEGER NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  after_touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  before_touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  assumption TEXT NOT NULL,
  memory_carried TEXT,
  memory_from INTEGER REFERENCES encounter (id) DEFERRABLE INITIALLY DEFERRED,
  evidence TEXT,
  evidence_source TEXT,
  evidence_date TEXT,
  confidence TEXT,
  how_to_learn TEXT,
  reviewed_at TEXT,
  template_id TEXT
) STRICT;

CREATE TABLE first_minutes_test (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  touchpoint INTEGER NOT NULL REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  observer TEXT,
  tester TEXT,
  seconds_watched INTEGER,
  understood_for_whom TEXT,
  key_messages_met INTEGER,
  hesitations TEXT,
  left_feeling TEXT
) STRICT;

CREATE TABLE channel (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  code TEXT NOT NULL,
  channel_group TEXT,
  title TEXT NOT NULL,
  direct TEXT,
  availability TEXT,
  carries TEXT,
  purpose TEXT
) STRICT;

CREATE TABLE channel_offering (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  service INTEGER NOT NULL REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1)),
  plan TEXT,
  owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  response_target_hours INTEGER,
  tech_sound INTEGER,
  tech_picture INTEGER,
  tech_connection INTEGER,
  address TEXT,
  last_tried_at TEXT,
  last_tried_by TEXT
) STRICT;

CREATE TABLE channel_need (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  segment INTEGER NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL,
  need TEXT NOT NULL
) STRICT;

CREATE TABLE encounter (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  date_time TEXT NOT NULL,
  kind TEXT NOT NULL,
  customer INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  segment INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  chain_link INTEGER REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED,
  who TEXT,
  our_person INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  duration_min INTEGER,
  intensity INTEGER,
  mutual INTEGER NOT NULL DEFAULT 0 CHECK (mutual IN (0, 1)),
  what_was_heard TEXT,
  understood TEXT,
  insight TEXT,
  own_reaction TEXT,
  customer_decided TEXT,
  plan_changed TEXT,
  learned TEXT,
  gave TEXT,
  tailored INTEGER NOT NULL DEFAULT 0 CHECK (tailored IN (0, 1)),
  exceeded INTEGER NOT NULL DEFAULT 0 CHECK (exceeded IN (0, 1)),
  feeling_before TEXT,
  feeling_after TEXT,
  memory TEXT,
  want_again_customer TEXT,
  want_again_us TEXT
) STRICT;

CREATE TABLE question (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  text TEXT NOT NULL,
  method TEXT NOT NULL,
  scale_min REAL,
  scale_max REAL,
  reversed INTEGER NOT NULL DEFAULT 0 CHECK (reversed IN (0, 1)),
  satisfied_from REAL
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  name TEXT NOT NULL,
  source_hash TEXT,
  state TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  voices INTEGER,
  skipped INTEGER,
  imported_at TEXT,
  asked INTEGER,
  undelivered INTEGER,
  not_meant INTEGER,
  began INTEGER
) STRICT;

CREATE TABLE label (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  record INTEGER,
  code TEXT
) STRICT;

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  received_at TEXT NOT NULL,
  zone TEXT,
  moment TEXT,
  source TEXT,
  batch INTEGER,
  stage INTEGER,
  touchpoint INTEGER,
  channel INTEGER,
  segment INTEGER,
  person INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  chain_link INTEGER REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  encounter INTEGER REFERENCES encounter (id) DEFERRABLE INITIALLY DEFERRED,
  giver TEXT,
  aspect TEXT,
  opinion TEXT,
  task INTEGER,
  no_feeling INTEGER NOT NULL DEFAULT 0 CHECK (no_feeling IN (0, 1)),
  verbatim TEXT,
  between_lines TEXT,
  confidence TEXT,
  own_lens TEXT,
  cost_to_customer TEXT,
  would_return TEXT,
  would_tell TEXT,
  answered TEXT,
  responded_at TEXT,
  told_back_at TEXT,
  language TEXT,
  source_response_id TEXT,
  fingerprint INTEGER,
  excluded INTEGER NOT NULL DEFAULT 0 CHECK (excluded IN (0, 1)),
  tags TEXT,
  follow_up TEXT,
  follow_up_owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  follow_up_due TEXT
) STRICT;

CREATE TABLE feedback_score (
  feedback INTEGER NOT NULL,
  question INTEGER NOT NULL,
  raw REAL NOT NULL,
  PRIMARY KEY (feedback, question)
) STRICT, WITHOUT ROWID;

-- The emotion is a label, so that words of others can be assigned later.
CREATE TABLE feedback_emotion (
  feedback INTEGER NOT NULL,
  emotion INTEGER NOT NULL,
  intensity INTEGER NOT NULL DEFAULT 2,
  state TEXT NOT NULL DEFAULT 'suggestion.confirmed',
  PRIMARY KEY (feedback, emotion)
) STRICT, WITHOUT ROWID;

-- Finds comments by their words. It is brought in step inside the transaction that changes a comment;
-- rows without one are not in it, which FTS5 takes for whole only without the sizes of columns.
-- Nothing is merged while somebody waits.
CREATE VIRTUAL TABLE feedback_text USING fts5 (
  verbatim,
  content = 'feedback',
  content_rowid = 'id',
  columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO feedback_text (feedback_text, rank)
VALUES ('automerge', 0), ('crisismerge', 500), ('hashsize', 67108864);

-- The four views are for whoever opens the file with another tool: their names and columns stay, as
-- data/schema/README.md tells them. What is for the writer's eyes alone is in none of them. Voices
-- are what counts: rows written by hand and rows of finished imports that were not undone.
CREATE VIEW voice AS
SELECT
  feedback.id, feedback.created_at, feedback.updated_at, received_at, zone, moment, source, batch,
  stage, touchpoint, channel, segment, person, chain_link, organisation, encounter, giver, aspect,
  opinion, task, no_feeling, verbatim, between_lines, confidence, cost_to_customer, would_return,
  would_tell, answered, responded_at, told_back_at, language, source_response_id, fingerprint,
  excluded, tags, follow_up, follow_up_owner, follow_up_due
FROM feedback
LEFT JOIN batch ON batch.id = feedback.batch
WHERE feedback.batch IS NULL OR (batch.state = 'batch.complete' AND batch.undone = 0);

-- One row for each question that a voice has answered.
CREATE VIEW answer AS
SELECT
  voice.id AS voice, question.id AS question, question.text AS question_text, question.method,
  question.scale_min, question.scale_max, question.reversed, question.satisfied_from,
  feedback_score.raw
FROM voice
JOIN feedback_score ON feedback_score.feedback = voice.id
JOIN question ON question.id = feedback_score.question;

-- One row for each feeling that a voice has.
CREATE VIEW feeling AS
SELECT
  voice.id AS voice, label.code AS emotion, coalesce (emotion.label, label.text) AS name,
  emotion.cluster, feedback_emotion.intensity,
  feedback_emotion.state = 'suggestion.confirmed' AS confirmed
FROM voice
JOIN feedback_emotion ON feedback_emotion.feedback = voice.id
JOIN label ON label.id = feedback_emotion.emotion
LEFT JOIN emotion ON emotion.id = label.record OR (label.record IS NULL AND emotion.code = label.code);

-- What stage, touchpoint, channel and segment of a voice refer to.
CREATE VIEW place AS
SELECT
  label.id, substr (label.kind, length ('label.') + 1) AS kind, label.text,
  coalesce (stage.title, touchpoint.title, channel.title, segment.name, label.text) AS name,
  label.record, label.code, coalesce (stage.id, touchpoint.stage) AS stage,
  journey.id AS journey, journey.title AS journey_title
FROM label
LEFT JOIN stage ON label.kind = 'label.stage' AND stage.id = label.record
LEFT JOIN touchpoint ON label.kind = 'label.touchpoint' AND touchpoint.id = label.record
LEFT JOIN channel ON label.kind = 'label.channel' AND channel.id = label.record
LEFT JOIN segment ON label.kind = 'label.segment' AND segment.id = label.record
LEFT JOIN stage AS parent ON parent.id = touchpoint.stage
LEFT JOIN journey ON journey.id = coalesce (stage.journey, parent.journey)
WHERE label.kind IN ('label.stage', 'label.touchpoint', 'label.channel', 'label.segment');

CREATE TABLE complaint (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  feedback INTEGER NOT NULL REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
  promised_reply_at TEXT,
  first_reply_at TEXT,
  voice_offered INTEGER NOT NULL DEFAULT 0 CHECK (voice_offered IN (0, 1)),
  voice_used INTEGER NOT NULL DEFAULT 0 CHECK (voice_used IN (0, 1)),
  heard_out INTEGER NOT NULL DEFAULT 0 CHECK (heard_out IN (0, 1)),
  apology TEXT,
  remedy TEXT,
  cost REAL,
  solved_at TEXT,
  asked_after_at TEXT,
  feeling_after TEXT,
  turned_around INTEGER NOT NULL DEFAULT 0 CHECK (turned_around IN (0, 1)),
  cause TEXT,
  cause_removed_at TEXT,
  closed_at TEXT,
  close_reason TEXT
) STRICT;

CREATE TABLE departure (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  person INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  segment INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  count INTEGER,
  noticed_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  last_touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  stated_reason TEXT,
  suspected_reason TEXT,
  suspected_feeling TEXT,
  confidence TEXT,
  contacted_at TEXT,
  outcome TEXT
) STRICT;

CREATE TABLE story (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  emotion TEXT NOT NULL,
  kind TEXT,
  teller TEXT,
  medium TEXT,
  attachment INTEGER REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
  touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  feedback INTEGER REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
  from_setback INTEGER NOT NULL DEFAULT 0 CHECK (from_setback IN (0, 1)),
  told_where TEXT,
  spread_note TEXT,
  permission TEXT NOT NULL,
  permission_note TEXT,
  date TEXT
) STRICT;

CREATE TABLE empathy_map (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  segment INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  who TEXT,
  needs TEXT,
  stage INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT
) STRICT;

CREATE TABLE empathy_note (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  map INTEGER NOT NULL REFERENCES empathy_map (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  feedback INTEGER REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
  encounter INTEGER REFERENCES encounter (id) DEFERRABLE INITIALLY DEFERRED,
  evidence TEXT,
  evidence_source TEXT,
  evidence_date TEXT,
  hidden_need INTEGER NOT NULL DEFAULT 0 CHECK (hidden_need IN (0, 1))
) STRICT;

CREATE TABLE practice_log (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  practice TEXT NOT NULL,
  week TEXT NOT NULL,
  value INTEGER,
  note TEXT
) STRICT;

CREATE TABLE empathy_log (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  practice TEXT NOT NULL,
  date TEXT NOT NULL,
  member INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

CREATE TABLE thread (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  question TEXT NOT NULL,
  opened_at TEXT,
  answer TEXT,
  state TEXT
) STRICT;

CREATE TABLE thread_pull (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  thread INTEGER NOT NULL REFERENCES thread (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE emotion (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  code TEXT NOT NULL,
  cluster TEXT,
  label TEXT,
  valence INTEGER
) STRICT;

CREATE TABLE checklist_template (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  code TEXT NOT NULL,
  version INTEGER,
  title TEXT NOT NULL,
  intro TEXT,
  scale TEXT NOT NULL,
  cadence TEXT,
  setting TEXT,
  contact_situations TEXT,
  stages TEXT,
  template_id TEXT
) STRICT;

CREATE TABLE checklist_item (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  template INTEGER NOT NULL REFERENCES checklist_template (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  code TEXT NOT NULL,
  text TEXT NOT NULL,
  why TEXT,
  how_to_check TEXT,
  tags TEXT,
  template_id TEXT,
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;

CREATE TABLE checklist_run (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  template TEXT NOT NULL,
  template_version INTEGER,
  title TEXT NOT NULL,
  scale TEXT NOT NULL,
  date TEXT NOT NULL,
  filled_by TEXT,
  journey INTEGER REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
  stage INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  encounter INTEGER REFERENCES encounter (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  finished_at TEXT,
  summary_note TEXT
) STRICT;

CREATE TABLE checklist_answer (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  run INTEGER NOT NULL REFERENCES checklist_run (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  item TEXT NOT NULL,
  item_text TEXT NOT NULL,
  tags TEXT,
  value INTEGER,
  not_relevant INTEGER NOT NULL DEFAULT 0 CHECK (not_relevant IN (0, 1)),
  note TEXT,
  evidence TEXT,
  action INTEGER REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE measure (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  stage INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT,
  target REAL,
  frequency TEXT,
  owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE measure_value (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  measure INTEGER NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  value REAL NOT NULL,
  n INTEGER,
  note TEXT
) STRICT;

CREATE TABLE quality_note (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  stage INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  evidence TEXT,
  date TEXT
) STRICT;

CREATE TABLE problem_plan (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  stage INTEGER NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  template_id TEXT,
  likelihood INTEGER,
  harm INTEGER,
  early_sign TEXT,
  who TEXT NOT NULL,
  first_words TEXT NOT NULL,
  help_channel TEXT NOT NULL,
  remedy TEXT,
  mandate_limit TEXT,
  vulnerable_note TEXT,
  fallback_without_network TEXT,
  state TEXT
) STRICT;

CREATE TABLE problem_drill (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  plan INTEGER NOT NULL REFERENCES problem_plan (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  what_changed TEXT
) STRICT;

CREATE TABLE insight (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  text TEXT NOT NULL,
  based_on TEXT,
  feedback INTEGER REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
  run INTEGER REFERENCES checklist_run (id) DEFERRABLE INITIALLY DEFERRED,
  encounter INTEGER REFERENCES encounter (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT,
  shared_with TEXT,
  shared_at TEXT
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  feedback INTEGER REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
  run INTEGER REFERENCES checklist_run (id) DEFERRABLE INITIALLY DEFERRED,
  complaint INTEGER REFERENCES complaint (id) DEFERRABLE INITIALLY DEFERRED,
  departure INTEGER REFERENCES departure (id) DEFERRABLE INITIALLY DEFERRED,
  drill INTEGER REFERENCES problem_drill (id) DEFERRABLE INITIALLY DEFERRED,
  insight INTEGER REFERENCES insight (id) DEFERRABLE INITIALLY DEFERRED,
  stage INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  touchpoint INTEGER REFERENCES touchpoint (id) DEFERRABLE INITIALLY DEFERRED,
  owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT,
  state TEXT NOT NULL,
  done_at TEXT,
  told_back_at TEXT,
  dropped_reason TEXT,
  effect_note TEXT
) STRICT;

CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  position REAL NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  filter TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  journey INTEGER NOT NULL REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE translation (
  id INTEGER PRIMARY KEY NOT NULL,
  created_at TEXT,
  updated_at TEXT,
  table_name TEXT NOT NULL,
  record INTEGER NOT NULL,
  property TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Deleting a record looks for what refers to it, and a new one is placed after its siblings: without
-- indexes a change of thousands of rows would read every table thousands of times. Voices refer to
-- their labels and imports without a constraint, so that they need none there.
CREATE INDEX service_position ON service (position);
CREATE INDEX promise_service ON promise (service);
CREATE INDEX segment_position ON segment (position);
CREATE INDEX person_organisation ON person (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX person_segment ON person (segment) WHERE segment IS NOT NULL;
CREATE INDEX chain_link_service ON chain_link (service, position) WHERE service IS NOT NULL;
CREATE INDEX chain_link_journey ON chain_link (journey, position) WHERE journey IS NOT NULL;
CREATE INDEX chain_link_matters_to ON chain_link (matters_to) WHERE matters_to IS NOT NULL;
CREATE INDEX journey_service ON journey (service, position);
CREATE INDEX journey_segment ON journey (segment) WHERE segment IS NOT NULL;
CREATE INDEX journey_chain_link ON journey (chain_link) WHERE chain_link IS NOT NULL;
CREATE INDEX journey_origin ON journey (origin) WHERE origin IS NOT NULL;
CREATE INDEX stage_journey ON stage (journey, position);
CREATE INDEX stage_origin ON stage (origin) WHERE origin IS NOT NULL;
CREATE INDEX stage_chain_link ON stage (chain_link) WHERE chain_link IS NOT NULL;
CREATE INDEX emotion_target_stage ON emotion_target (stage, position) WHERE stage IS NOT NULL;
CREATE INDEX emotion_target_touchpoint ON emotion_target (touchpoint, position)
  WHERE touchpoint IS NOT NULL;
CREATE INDEX touchpoint_stage ON touchpoint (stage, position);
CREATE INDEX touchpoint_origin ON touchpoint (origin) WHERE origin IS NOT NULL;
CREATE INDEX touchpoint_owner ON touchpoint (owner) WHERE owner IS NOT NULL;
CREATE INDEX touchpoint_channel_touchpoint ON touchpoint_channel (touchpoint, position);
CREATE INDEX backstage_step_touchpoint ON backstage_step (touchpoint, position);
CREATE INDEX promise_check_touchpoint ON promise_check (touchpoint);
CREATE INDEX promise_check_attachment ON promise_check (attachment) WHERE attachment IS NOT NULL;
CREATE INDEX hidden_stretch_stage ON hidden_stretch (stage, position);
CREATE INDEX hidden_stretch_after_touchpoint ON hidden_stretch (after_touchpoint)
  WHERE after_touchpoint IS NOT NULL;
CREATE INDEX hidden_stretch_before_touchpoint ON hidden_stretch (before_touchpoint)
  WHERE before_touchpoint IS NOT NULL;
CREATE INDEX hidden_stretch_memory_from ON hidden_stretch (memory_from)
  WHERE memory_from IS NOT NULL;
CREATE INDEX first_minutes_test_touchpoint ON first_minutes_test (touchpoint);
CREATE INDEX channel_offering_service ON channel_offering (service);
CREATE INDEX channel_offering_owner ON channel_offering (owner) WHERE owner IS NOT NULL;
CREATE INDEX channel_need_segment ON channel_need (segment);
CREATE INDEX encounter_touchpoint ON encounter (touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX encounter_customer ON encounter (customer) WHERE customer IS NOT NULL;
CREATE INDEX encounter_segment ON encounter (segment) WHERE segment IS NOT NULL;
CREATE INDEX encounter_chain_link ON encounter (chain_link) WHERE chain_link IS NOT NULL;
CREATE INDEX encounter_our_person ON encounter (our_person) WHERE our_person IS NOT NULL;
CREATE INDEX question_position ON question (position);
CREATE INDEX feedback_person ON feedback (person) WHERE person IS NOT NULL;
CREATE INDEX feedback_chain_link ON feedback (chain_link) WHERE chain_link IS NOT NULL;
CREATE INDEX feedback_organisation ON feedback (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX feedback_encounter ON feedback (encounter) WHERE encounter IS NOT NULL;
CREATE INDEX feedback_follow_up_owner ON feedback (follow_up_owner)
  WHERE follow_up_owner IS NOT NULL;
CREATE INDEX complaint_feedback ON complaint (feedback);
CREATE INDEX departure_person ON departure (person) WHERE person IS NOT NULL;
CREATE INDEX departure_organisation ON departure (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX departure_segment ON departure (segment) WHERE segment IS NOT NULL;
CREATE INDEX departure_last_touchpoint ON departure (last_touchpoint)
  WHERE last_touchpoint IS NOT NULL;
CREATE INDEX story_attachment ON story (attachment) WHERE attachment IS NOT NULL;
CREATE INDEX story_touchpoint ON story (touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX story_feedback ON story (feedback) WHERE feedback IS NOT NULL;
CREATE INDEX empathy_map_segment ON empathy_map (segment) WHERE segment IS NOT NULL;
CREATE INDEX empathy_map_stage ON empathy_map (stage) WHERE stage IS NOT NULL;
CREATE INDEX empathy_note_map ON empathy_note (map, position);
CREATE INDEX empathy_note_feedback ON empathy_note (feedback) WHERE feedback IS NOT NULL;
CREATE INDEX empathy_note_encounter ON empathy_note (encounter) WHERE encounter IS NOT NULL;
CREATE INDEX empathy_log_member ON empathy_log (member) WHERE member IS NOT NULL;
CREATE INDEX thread_pull_thread ON thread_pull (thread);
CREATE INDEX checklist_item_template ON checklist_item (template, position);
CREATE INDEX checklist_run_journey ON checklist_run (journey) WHERE journey IS NOT NULL;
CREATE INDEX checklist_run_stage ON checklist_run (stage) WHERE stage IS NOT NULL;
CREATE INDEX checklist_run_touchpoint ON checklist_run (touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX checklist_run_encounter ON checklist_run (encounter) WHERE encounter IS NOT NULL;
CREATE INDEX checklist_answer_run ON checklist_answer (run, position);
CREATE INDEX checklist_answer_action ON checklist_answer (action) WHERE action IS NOT NULL;
CREATE INDEX measure_position ON measure (position);
CREATE INDEX measure_stage ON measure (stage) WHERE stage IS NOT NULL;
CREATE INDEX measure_owner ON measure (owner) WHERE owner IS NOT NULL;
CREATE INDEX measure_value_measure ON measure_value (measure);
CREATE INDEX quality_note_stage ON quality_note (stage) WHERE stage IS NOT NULL;
CREATE INDEX problem_plan_stage ON problem_plan (stage, position);
CREATE INDEX problem_drill_plan ON problem_drill (plan);
CREATE INDEX insight_feedback ON insight (feedback) WHERE feedback IS NOT NULL;
CREATE INDEX insight_run ON insight (run) WHERE run IS NOT NULL;
CREATE INDEX insight_encounter ON insight (encounter) WHERE encounter IS NOT NULL;
CREATE INDEX action_position ON action (position);
CREATE INDEX action_feedback ON action (feedback) WHERE feedback IS NOT NULL;
CREATE INDEX action_run ON action (run) WHERE run IS NOT NULL;
CREATE INDEX action_complaint ON action (complaint) WHERE complaint IS NOT NULL;
CREATE INDEX action_departure ON action (departure) WHERE departure IS NOT NULL;
CREATE INDEX action_drill ON action (drill) WHERE drill IS NOT NULL;
CREATE INDEX action_insight ON action (insight) WHERE insight IS NOT NULL;
CREATE INDEX action_stage ON action (stage) WHERE stage IS NOT NULL;
CREATE INDEX action_touchpoint ON action (touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX action_owner ON action (owner) WHERE owner IS NOT NULL;
CREATE INDEX saved_filter_position ON saved_filter (position);
CREATE INDEX snapshot_journey ON snapshot (journey);
CREATE INDEX label_record ON label (record) WHERE record IS NOT NULL;
CREATE INDEX translation_record ON translation (record);

-- Changes in order, each with what undoes and redoes it. Rows whose undone is 1 wait for redo.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY NOT NULL,
  made_at TEXT NOT NULL,
  label TEXT NOT NULL,
  merge_key TEXT,
  undone INTEGER NOT NULL DEFAULT 0,
  changeset BLOB NOT NULL
) STRICT;

-- What happened to the log, for others who have the file open: kind is do, undo or redo.
CREATE TABLE change_event (
  serial INTEGER PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;

-- What was said of a file with certain columns, for the next one; a text form of GVariant.
CREATE TABLE import_memory (
  shape INTEGER PRIMARY KEY NOT NULL,
  said TEXT NOT NULL
) STRICT;

-- Grows with everything that touches feedback; the column cache carries the stamp it was made at.
CREATE TABLE feedback_stamp (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  stamp INTEGER NOT NULL
) STRICT;
INSERT INTO feedback_stamp (id, stamp) VALUES (1, 0);

-- Columns of voices as they were at a stamp; while it is that of now, opening need not read all rows.
CREATE TABLE feedback_cache (
  id INTEGER PRIMARY KEY NOT NULL,
  stamp INTEGER NOT NULL,
  width INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
