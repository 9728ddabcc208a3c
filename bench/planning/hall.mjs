// Hosts who write notes while the organiser has seats planned, over and over.
//
//   tools/node bench/planning/hall.mjs < plan.json      run.py writes the plan
//
// Prints one line of JSON, milliseconds: answers to notes without and with a plan being made, how plans went, and
// how long after "cancel" the process that plans was gone.

import { readFileSync } from 'node:fs';

import { now } from '../realtime/socket.mjs';
import { Writers, key, sleep } from '../writers.mjs';

const plan = JSON.parse(readFileSync(0, 'utf8'));
const { phones, writers, seconds, worker } = plan;
const LOOKS_EVERY = 500;

const hall = new Writers(plan);

/** How far a plan is, asked for as the page does. */
async function look(proposal) {
  const answer = await fetch(`${plan.origin}/cafe/${hall.server.stream}/seats/plan/${proposal}/progress`, {
    headers: { cookie: hall.server.cookie(-1) },
  });
  return answer.json();
}

const planners = () => readFileSync(`/proc/${worker}/task/${worker}/children`, 'utf8').trim().split(' ').filter(Boolean);

let seed = 1;

async function propose(organiser) {
  const proposal = key();
  seed += 1;
  const took = await hall.command(organiser, 'propose_seats', { new_proposal_id: proposal, seed });
  return { proposal, took };
}

/** Have one plan made, and tell what was seen of it. */
async function follow(organiser) {
  const began = now();
  const { proposal, took } = await propose(organiser);
  const seen = [];
  for (;;) {
    await sleep(LOOKS_EVERY);
    const { state, progress } = await look(proposal);
    if (state !== 'planning') return { state, took, seen: new Set(seen).size, seconds: (now() - began) / 1000 };
    seen.push(progress);
  }
}

async function cancel(organiser) {
  const { proposal } = await propose(organiser);
  while ((await look(proposal)).progress === 0) await sleep(50);
  const running = planners().length;
  const asked = now();
  await hall.command(organiser, 'cancel_proposal', { proposal_id: proposal });
  while (planners().length && now() < asked + 5000) await sleep(5);
  return { running, left: planners().length, after: now() - asked, state: (await look(proposal)).state };
}

const organiser = await hall.come(-1);
await hall.begin(phones, writers);

const quiet = hall.part();
await sleep(seconds * 1000);
const during = hall.part();
const plans = [];
for (const until = now() + seconds * 1000; now() < until || !plans.length; ) plans.push(await follow(organiser));
hall.part();
const cancelled = await cancel(organiser);
await hall.end();

console.log(JSON.stringify({ quiet: quiet(), during: during(), refused: hall.refused, plans, cancelled }));
