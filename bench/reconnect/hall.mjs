// A thousand phones lose their line and come back: how long each needs from its attempt until it knows everything.
//
//   tools/node bench/reconnect/hall.mjs < plan.json      run.py writes the plan
//
// Prints one line of JSON; milliseconds.

import { readFileSync } from 'node:fs';

import { BareHall } from './bare.mjs';
import { CafeHall } from './cafe.mjs';
import { at, comeBackWithin, cut, now, processorTime, sleep } from '../phone.mjs';

const AT_ONCE = 50;
const PATIENCE = 30_000;

const plan = JSON.parse(readFileSync(0, 'utf8'));
const hall = plan.cafe ? new CafeHall(plan) : new BareHall(plan);

async function fill() {
  const guests = [];
  for (let first = 0; first < plan.phones; first += AT_ONCE) {
    const few = Array.from({ length: Math.min(AT_ONCE, plan.phones - first) }, (_, k) => hall.come(first + k));
    guests.push(...(await Promise.all(few)));
  }
  return guests;
}

/** Note when a phone first tries, when it is up to date, and what goes wrong on the way. */
function watch(guest) {
  const seen = { tried: null, back: null, failed: 0 };
  if (plan.within) comeBackWithin(guest.socket, plan.within);
  guest.socket.io.on('reconnect_attempt', () => { seen.tried ??= now(); });
  guest.socket.io.on('reconnect_error', () => { seen.failed += 1; });
  guest.onBack(() => {
    if (seen.tried !== null) seen.back ??= now();
  });
  guest.onRefused(() => { seen.failed += 1; });
  return seen;
}

const started = now();
const guests = await fill();
const connected = now() - started;
await sleep(1_000);
const watched = guests.map(watch);
await hall.beforeTheLinesBreak(guests);

const broken = now();
const spent = processorTime(plan.server);
guests.forEach(({ socket }) => cut(socket));
await hall.goOn();
while (watched.some(({ back }) => back === null) && now() < broken + PATIENCE) await sleep(20);
await sleep(500);
const cpu = (processorTime(plan.server) - spent) / plan.phones;

const back = watched.filter((each) => each.back !== null);
const needed = back.map((each) => each.back - each.tried);
console.log(JSON.stringify({
  connected: Math.round(connected),
  phones: plan.phones,
  back: back.length,
  all_back: Math.round(Math.max(...back.map((each) => each.back)) - broken),
  last_tried: Math.round(Math.max(...watched.map((each) => each.tried)) - broken),
  p50: at(needed, 0.5),
  p99: at(needed, 0.99),
  worst: at(needed, 1),
  cpu: Number(cpu.toFixed(2)),
  errors: watched.reduce((sum, { failed }) => sum + failed, 0),
  behind: guests.filter((guest) => !guest.isUpToDate()).length,
}));
process.exit(0);
