// A hall: phones that are connected, hosts who write two notes a second each, and an organiser who says "next".
//
//   tools/node bench/realtime/hall.mjs < plan.json      run.py writes the plan
//
// Prints one line of JSON. Milliseconds: answers to notes; and for each change of table the time from the
// organiser's click until the phones knew, the last of them included.

import { readFileSync } from 'node:fs';

import { Socket, now } from './socket.mjs';
import { Bare, Cafe } from './speech.mjs';

const plan = JSON.parse(readFileSync(0, 'utf8'));
const { port, origin, phones, writers, seconds, beat } = plan;
const NOTES_EVERY = 500;
const SWITCH = 1500;
const ROUND = 2000;
const KNOWN_BY = 5000;
const AT_ONCE = 50;

const server = plan.cafe ? new Cafe(plan.cafe) : new Bare({ tables: writers });
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The value below which `share` of the values lie. */
function at(values, share) {
  const sorted = Float64Array.from(values).sort();
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted.length ? Number(sorted[index].toFixed(1)) : null;
}

const summed = (values) => ({ n: values.length, p50: at(values, 0.5), p99: at(values, 0.99), last: at(values, 1) });

// Who knew of which turn, and when.
const known = new Map();
const bytes = [];

function listen(event, payload, size) {
  const turn = server.turned(event, payload);
  if (turn === null) return;
  if (!known.has(turn)) known.set(turn, []);
  known.get(turn).push(now());
  bytes.push(size);
}

async function come(number, listener) {
  const socket = new Socket(listener);
  await socket.connect(port, { cookie: server.cookie(number), origin });
  await server.join(socket, number);
  return socket;
}

async function fill() {
  const hall = [];
  for (let first = 0; first < phones; first += AT_ONCE) {
    const few = Array.from({ length: Math.min(AT_ONCE, phones - first) }, (_, k) => come(first + k, listen));
    hall.push(...(await Promise.all(few)));
  }
  return hall;
}

const acks = [];
const beats = [];
let refused = 0;
let end = Infinity;

async function write(socket, number) {
  await sleep(Math.random() * NOTES_EVERY);
  while (now() < end) {
    const sent = now();
    server.note(socket, number, 'x'.repeat(120)).then((ok) => {
      acks.push(now() - sent);
      refused += ok ? 0 : 1;
    });
    await sleep(NOTES_EVERY);
  }
}

/** Ask for the time, as a page in view does to notice a dead link. */
async function ask(socket) {
  await sleep(Math.random() * beat);
  while (now() < end) {
    const sent = now();
    socket.ask('ping_time', {}).then(() => beats.push(now() - sent));
    await sleep(beat);
  }
}

async function tell(organiser) {
  const clicked = now();
  const turn = await server.turn(organiser);
  for (const until = clicked + KNOWN_BY; now() < until && (known.get(turn)?.length ?? 0) < phones;) await sleep(5);
  return (known.get(turn) ?? []).map((heard) => heard - clicked);
}

async function organise(organiser) {
  const rotations = [];
  while (now() < end) {
    await sleep(ROUND);
    rotations.push(await tell(organiser));
    await sleep(SWITCH);
    await tell(organiser);
  }
  return rotations;
}

const start = now();
const hall = await fill();
const organiser = await come(-1, () => {});
const connected = now() - start;
await sleep(1000);
end = now() + seconds * 1000;
const guests = hall.slice(writers);
const asked = guests.reduce((sum, socket) => sum + socket.sent, 0);
const [rotations] = await Promise.all([
  organise(organiser),
  ...hall.slice(0, writers).map(write),
  ...(beat ? hall.map(ask) : []),
]);
await sleep(500);
const requests = beat ? null : guests.reduce((sum, socket) => sum + socket.sent, 0) - asked;

console.log(JSON.stringify({
  connected: Math.round(connected),
  ack: summed(acks),
  refused,
  rotate: {
    n: rotations.length,
    reached: Math.min(...rotations.map((times) => times.length)),
    p50: at(rotations.flat(), 0.5),
    p99: at(rotations.flat(), 0.99),
    last: at(rotations.map((times) => at(times, 1)), 0.5),
    worst: at(rotations.flat(), 1),
    bytes: at(bytes, 0.5),
    requests,
  },
  ...(beat ? { beat: summed(beats) } : {}),
}));
for (const socket of [...hall, organiser]) socket.close();
