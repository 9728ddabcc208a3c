// Hosts who write notes while the organiser has seats planned, over and over.
//
//   tools/node bench/planning/hall.mjs < plan.json      run.py writes the plan
//
// Prints one line of JSON, milliseconds: answers to notes without and with a plan being made, how plans went, and
// how long after "cancel" the process that plans was gone.

import { readFileSync } from 'node:fs';

import { Socket, now } from '../realtime/socket.mjs';
import { Cafe } from '../realtime/speech.mjs';

const plan = JSON.parse(readFileSync(0, 'utf8'));
const { port, origin, phones, writers, seconds, worker } = plan;
const NOTES_EVERY = 500;
const LOOKS_EVERY = 500;
const AT_ONCE = 50;

const server = new Cafe(plan.cafe);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const key = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

function at(values, share) {
  const sorted = Float64Array.from(values).sort();
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted.length ? Number(sorted[index].toFixed(1)) : null;
}

const summed = (values) => ({ n: values.length, p50: at(values, 0.5), p95: at(values, 0.95), p99: at(values, 0.99), worst: at(values, 1) });

async function come(number) {
  const socket = new Socket(() => {});
  await socket.connect(port, { cookie: server.cookie(number), origin });
  await server.join(socket, number);
  return socket;
}

async function fill() {
  const hall = [];
  for (let first = 0; first < phones; first += AT_ONCE) {
    const few = Array.from({ length: Math.min(AT_ONCE, phones - first) }, (_, k) => come(first + k));
    hall.push(...(await Promise.all(few)));
  }
  return hall;
}

let acks = [];
let refused = 0;
let writing = true;

async function write(socket, number) {
  await sleep(Math.random() * NOTES_EVERY);
  while (writing) {
    const sent = now();
    const heard = acks; // an answer belongs to the part in which its note was sent
    server.note(socket, number, 'x'.repeat(120)).then((ok) => {
      heard.push(now() - sent);
      refused += ok ? 0 : 1;
    });
    await sleep(NOTES_EVERY);
  }
}

async function command(organiser, name, data) {
  const sent = now();
  const answer = await organiser.ask('command', { name, id: key(), data: { session_id: server.stream, ...data } });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return now() - sent;
}

/** How far a plan is, asked for as the page does. */
async function look(proposal) {
  const answer = await fetch(`${origin}/cafe/${server.stream}/seats/plan/${proposal}/progress`, {
    headers: { cookie: server.cookie(-1) },
  });
  return answer.json();
}

const planners = () => readFileSync(`/proc/${worker}/task/${worker}/children`, 'utf8').trim().split(' ').filter(Boolean);

let seed = 1;

async function propose(organiser) {
  const proposal = key();
  seed += 1;
  const took = await command(organiser, 'propose_seats', { new_proposal_id: proposal, seed });
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
  await command(organiser, 'cancel_proposal', { proposal_id: proposal });
  while (planners().length && now() < asked + 5000) await sleep(5);
  return { running, left: planners().length, after: now() - asked, state: (await look(proposal)).state };
}

const hall = await fill();
const organiser = await come(-1);
await sleep(1000);
const busy = hall.slice(0, writers).map(write);

const quiet = acks;
await sleep(seconds * 1000);
const during = (acks = []);
const plans = [];
for (const until = now() + seconds * 1000; now() < until || !plans.length; ) plans.push(await follow(organiser));
acks = [];
const cancelled = await cancel(organiser);
writing = false;
await Promise.all(busy);
await sleep(500);

console.log(JSON.stringify({ quiet: summed(quiet), during: summed(during), refused, plans, cancelled }));
for (const socket of [...hall, organiser]) socket.close();
