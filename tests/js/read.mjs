// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads mermaid texts with mermaid itself, and compares what it sees with what stands there.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const dom = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await import('mermaid');

let failed = 0;
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').map((line) => line.trim());
  const shown = lines.filter((line) => line && !line.startsWith('%%'));
  const sections = shown.filter((line) => line.startsWith('section ')).length;
  const tasks = shown.length - sections - 2;
  try {
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const found = diagram.db.getTasks();
    const sound = found.every((task) => task.score >= 1 && task.score <= 5 && task.people.length > 0);
    if (diagram.type !== 'journey' || diagram.db.getSections().length !== sections ||
        found.length !== tasks || !sound || !diagram.db.getDiagramTitle())
      throw new Error(`${sections} sections and ${tasks} tasks became ` +
                      `${diagram.db.getSections().length} and ${found.length}`);
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    failed++;
  }
}
console.log(`${process.argv.length - 2} journeys read, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
