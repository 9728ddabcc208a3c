// Hosts who write notes while the organiser has themes suggested, over and over.
//
//   tools/node bench/themes/hall.mjs < plan.json      run.py writes the plan
//
// Prints one line of JSON, milliseconds: answers to notes without and with a search going on, and how searches went:
// from the organiser's click until the last proposal is on the organiser's screen.

import { readFileSync } from 'node:fs';

import { now } from '../realtime/socket.mjs';
import { Writers, key, sleep } from '../writers.mjs';

const plan = JSON.parse(readFileSync(0, 'utf8'));
const { phones, writers, seconds, cafe } = plan;
const PATIENCE = 60_000;

const hall = new Writers(plan);
const searches = new Map();

/** Note what the organiser's screen is told of searches and proposals; a search and what it found come together. */
function hears(event, payload) {
  if (event !== 'rows') return;
  for (const row of payload.rooms.organisers?.rows ?? []) {
    const search = searches.get(row.type === 'suggestion' ? row.run_id : row.id);
    if (row.type === 'suggestion') search?.proposals.push(row.kind);
    if (row.type === 'suggestion_run' && search) search.told(row);
  }
}

/** Have themes looked for once, and tell how it went. */
async function search(organiser) {
  const began = now();
  const run = { proposals: [], seen: new Set(), notes: 0 };
  const over = new Promise((done, fail) => {
    run.told = ({ state, progress, notes }) => {
      run.notes = notes;
      if (state === 'working') run.seen.add(progress);
      else done(state);
    };
    setTimeout(fail, PATIENCE, new Error('no answer to a search')).unref();
  });
  const id = key();
  searches.set(id, run);
  const took = await hall.command(organiser, 'suggest_themes', { run_id: id, topic_id: cafe.topic });
  const state = await over;
  return { state, took, seen: run.seen.size, notes: run.notes, proposals: run.proposals.length, seconds: (now() - began) / 1000 };
}

const organiser = await hall.come(-1, hears);
await hall.begin(phones, writers);

const quiet = hall.part();
await sleep(seconds * 1000);
const during = hall.part();
const runs = [];
for (const until = now() + seconds * 1000; now() < until || !runs.length; ) runs.push(await search(organiser));
hall.part();
await hall.end();

console.log(JSON.stringify({ quiet: quiet(), during: during(), refused: hall.refused, runs }));
