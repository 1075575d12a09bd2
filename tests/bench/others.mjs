// SPDX-License-Identifier: GPL-3.0-or-later
//
// others.mjs TOOL FILE: the charts of the bench with crossfilter2 or DuckDB, or the file read by
// polars; prints "name milliseconds".
// Eight charts: month, day, stage, touchpoint, channel, segment, score, emotion; each with the number
// of voices, of promoters and of detractors. Each is counted without its own filter.

import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , tool, csv] = process.argv;
const busy = process.env.LASNA_BENCH_CPU !== undefined;
const now = () => {
  const used = process.cpuUsage();
  return busy ? (used.user + used.system) / 1000 : performance.now();
};
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const report = (name, value) => console.log(name, value.toFixed(4));
const DAY = 86400000;
const FIRST = Date.UTC(2023, 0, 1) / DAY;

// Rows of the generator: quotes stand only around the last column.
function read() {
  const text = readFileSync(csv, 'latin1');
  const columns = { day: [], stage: [], touchpoint: [], channel: [], segment: [], score: [],
    emotion: [] };
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    const cells = [];
    for (let i = 0; i < 10; i++) {
      const comma = text.indexOf(',', at);
      cells.push(text.slice(at, comma));
      at = comma + 1;
    }
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) if (text[at] === '"') at++;
      at++;
    }
    at = text.indexOf('\n', at) + 1;
    columns.day.push(Date.parse(cells[1].slice(0, 10)) / DAY - FIRST);
    columns.stage.push(cells[2]);
    columns.touchpoint.push(cells[3]);
    columns.channel.push(cells[4]);
    columns.segment.push(cells[5]);
    columns.score.push(+cells[7]);
    columns.emotion.push(cells[9].split(' ')[0]);
  }
  return columns;
}

function runCrossfilter(crossfilter) {
  const columns = read();
  const n = columns.day.length;
  const code = (texts) => {
    const codes = new Map();
    return Uint8Array.from(texts, (text) => {
      if (!codes.has(text)) codes.set(text, codes.size);
      return codes.get(text);
    });
  };
  const stage = code(columns.stage);
  const touchpoint = code(columns.touchpoint);
  const channel = code(columns.channel);
  const segment = code(columns.segment);
  const emotion = code(columns.emotion);
  const score = Uint8Array.from(columns.score);
  const day = Uint16Array.from(columns.day);
  const stageOf = (text) => stage[columns.stage.indexOf(text)];
  const before = process.memoryUsage();
  const start = now();
  const filter = crossfilter(Array.from({ length: n }, (_, i) => i));
  const by = (column) => filter.dimension((i) => column[i]);
  const count = (group) => group.reduce(
    (sum, i) => { sum.n++; sum.up += score[i] > 8; sum.down += score[i] < 7; return sum; },
    (sum, i) => { sum.n--; sum.up -= score[i] > 8; sum.down -= score[i] < 7; return sum; },
    () => ({ n: 0, up: 0, down: 0 }));
  const days = by(day);
  const stages = by(stage);
  const scores = by(score);
  const groups = [days.group((d) => (d / 30.44) | 0), days.group(), stages.group(),
    by(touchpoint).group(), by(channel).group(), by(segment).group(), scores.group(),
    by(emotion).group()].map(count);
  const look = () => groups.forEach((group) => group.all());
  look();
  report('crossfilter2-build', now() - start);
  const after = process.memoryUsage();
  report('crossfilter2-bytes', (after.heapUsed + after.arrayBuffers - before.heapUsed -
    before.arrayBuffers) / n);

  const three = new Set([stageOf('Stage 1'), stageOf('Stage 2'), stageOf('Stage 4')]);
  const four = new Set([...three, stageOf('Stage 5')]);
  const set = () => {
    days.filterRange([400, 584]);
    stages.filterFunction((d) => three.has(d));
    scores.filterRange([0, 9]);
    look();
  };
  for (const [name, step, rounds] of [['1', 1, 60], ['7', 7, 40], ['30', 30, 20], ['', 377, 10]]) {
    set();
    const times = [];
    for (let i = 1; i <= rounds; i++) {
      const first = (i * step) % 890;
      const begun = now();
      days.filterRange([first, first + 184]);
      look();
      times.push(now() - begun);
    }
    report(name ? `crossfilter2-brush-${name}` : 'crossfilter2-jump', median(times));
  }
  const toggle = [];
  const clear = [];
  for (let i = 0; i < 7; i++) {
    set();
    let begun = now();
    stages.filterFunction((d) => four.has(d));
    look();
    toggle.push(now() - begun);
    begun = now();
    days.filterAll();
    stages.filterAll();
    scores.filterAll();
    look();
    clear.push(now() - begun);
  }
  report('crossfilter2-toggle', median(toggle));
  report('crossfilter2-clear', median(clear));
}

async function runDuck(duckdb) {
  const path = `${csv}.duckdb`;
  let instance = await duckdb.DuckDBInstance.create(path);
  let connection = await instance.connect();
  let start = now();
  await connection.run(`CREATE TABLE raw AS SELECT * FROM read_csv('${csv}', header = true)`);
  const codes = ['stage', 'touchpoint', 'channel', 'segment'];
  for (const name of codes)
    await connection.run(`CREATE TYPE ${name}_t AS ENUM (SELECT DISTINCT ${name} FROM raw)`);
  await connection.run(`CREATE TYPE emotion_t AS ENUM (SELECT DISTINCT
    coalesce(split_part(feelings, ' ', 1), '') FROM raw)`);
  await connection.run(`CREATE TABLE voice AS SELECT id AS source,
    CAST(CAST(date AS DATE) - DATE '2023-01-01' AS USMALLINT) AS day,
    ${codes.map((name) => `${name}::${name}_t AS ${name}`).join(', ')}, nps::UTINYINT AS score,
    coalesce(split_part(feelings, ' ', 1), '')::emotion_t AS emotion, comment FROM raw`);
  await connection.run('DROP TABLE raw; CHECKPOINT');
  report('duckdb-import', now() - start);
  const dimensions = { month: ['day // 30', 'day'], day: ['day', 'day'], stage: ['stage', 'stage'],
    touchpoint: ['touchpoint'], channel: ['channel'], segment: ['segment'],
    score: ['score', 'score'], emotion: ['emotion'] };
  const look = async (filters) => {
    const parts = Object.entries(dimensions).map(([name, [bin, own]]) => {
      const wheres = Object.entries(filters).filter(([key]) => key !== own).map(([, sql]) => sql);
      return `SELECT '${name}' AS chart, CAST(${bin} AS VARCHAR) AS bin, count(*) AS n,
        count(*) FILTER (score > 8) AS up, count(*) FILTER (score < 7) AS down FROM voice
        WHERE ${wheres.length ? wheres.join(' AND ') : 'true'} GROUP BY 2`;
    });
    const reader = await connection.runAndReadAll(parts.join(' UNION ALL '));
    return reader.getRows().length;
  };
  const half = (first) => `day BETWEEN ${first} AND ${first + 183}`;
  const filters = { day: half(400), stage: "stage IN ('Stage 1', 'Stage 2', 'Stage 4')",
    score: 'score <= 8' };
  const time = async (rounds, work) => {
    const times = [];
    for (let i = 0; i < rounds; i++) {
      const begun = now();
      await work(i);
      times.push(now() - begun);
    }
    return median(times);
  };
  await look(filters);
  report('duckdb-brush-7', await time(9, (i) => look({ ...filters, day: half(400 + 7 * i) })));
  report('duckdb-jump', await time(9, (i) => look({ ...filters, day: half((377 * (i + 1)) % 890) })));
  report('duckdb-toggle', await time(9, () => look({ ...filters,
    stage: "stage IN ('Stage 1', 'Stage 2', 'Stage 4', 'Stage 5')" })));
  report('duckdb-clear', await time(9, () => look({})));
  report('duckdb-like', await time(9, () => connection.runAndReadAll(
    "SELECT count(*) FROM voice WHERE comment LIKE '%refund%'")));
  connection.closeSync();
  instance.closeSync();
  start = now();
  instance = await duckdb.DuckDBInstance.create(path);
  connection = await instance.connect();
  await look({});
  report('duckdb-open', now() - start);
  connection.closeSync();
  instance.closeSync();
  rmSync(path);
}

function runPolars(polars) {
  const times = [];
  for (let i = 0; i < 7; i++) {
    const begun = now();
    if (polars.readCSV(csv).height < 1) throw new Error('no rows');
    times.push(now() - begun);
  }
  report('polars-read', median(times));
}

const tools = {
  crossfilter2: ['crossfilter2', runCrossfilter],
  duckdb: ['@duckdb/node-api', runDuck],
  polars: ['nodejs-polars', runPolars],
};
const [name, run] = tools[tool];
await run(createRequire(import.meta.url)(name));
