// A hall that goes on: guests, hosts, an organiser and a wall write and read while rounds change and lines break.
//
//   tools/node bench/soak/hall.mjs < plan.json      run.py writes the plan
//
// Prints a line of JSON now and then, `{"at": "warm" | "minute" | "end"}`, and last what was measured.

import { readFileSync } from 'node:fs';

import { Phone, now, sleep } from '../phone.mjs';
import { Member } from './member.mjs';
import { Notes } from './notes.mjs';
import { Guest, Host, Organiser, Wall } from './people.mjs';

const AT_ONCE = 20;
const SHARE_SWITCHING = 0.12;
const EMPTY_BY = 30_000;
const MINUTE = 60_000;

const plan = JSON.parse(readFileSync(0, 'utf8'));
const { stream, cookies, tables } = plan.cafe;
const notes = new Notes(plan.log);
const say = (line) => console.log(JSON.stringify(line));

function member(Part, number, as, more = {}) {
  const joinAs = { stream, as, table: more.table ?? null };
  const common = { number, stream, notes, pace: plan.pace, origin: plan.origin, cookie: cookies.at(number), joinAs };
  return new Part({ ...common, ...more });
}

async function inTurn(things, work) {
  for (let first = 0; first < things.length; first += AT_ONCE) {
    await Promise.all(things.slice(first, first + AT_ONCE).map(work));
  }
}

/** Break each line now and then: on average once in `plan.cut_every` seconds. */
async function breakLines(members, until) {
  while (now() < until) {
    await sleep((plan.cut_every * 1000 * 2 * Math.random()) / members.length);
    members[Math.floor(Math.random() * members.length)].loseLine();
  }
}

async function changeRounds(organiser, until) {
  const turn = plan.turn * 1000;
  while (now() + turn < until) {
    await sleep(turn * (1 - SHARE_SWITCHING));
    await organiser.goOn();
    await sleep(turn * SHARE_SWITCHING);
    await organiser.goOn();
  }
  await sleep(until - now());
}

async function tellMinutes(until) {
  while (now() + MINUTE < until) {
    await sleep(MINUTE);
    say({ at: 'minute' });
  }
}

/** Whether a member holds everything. What changes while we look is looked at again; what is missing stays so. */
async function missesNothing(each) {
  for (let look = 0; look < 3; look += 1) {
    if (await seesWhatNewcomersSee(each)) return true;
    await sleep(1_500);
  }
  return false;
}

async function seesWhatNewcomersSee({ socket, rows, number, joinAs }) {
  const fresh = new Phone({ origin: plan.origin, cookie: cookies.at(number), joinAs });
  await fresh.arrive();
  fresh.link.stop();
  return socket.connected && asText(rows) === asText(fresh.rows);
}

function asText(rows) {
  const rooms = Object.entries(rows.dump().rooms).filter(([, room]) => room.rows.length);
  return JSON.stringify(rooms.map(([room, { rows: held }]) => [room, held.map((row) => JSON.stringify(row)).sort()]).sort());
}

const hosts = tables.map((table, number) => member(Host, number, 'host', { table }));
const guests = cookies.slice(tables.length, -1).map((_, number) => member(Guest, number + tables.length, 'guest'));
const organiser = member(Organiser, -1, 'organiser');
const wall = member(Wall, -1, 'wall');
const everybody = [organiser, wall, ...hosts, ...guests];

await inTurn(everybody, (each) => each.arrive());
const until = now() + (plan.warm + plan.seconds) * 1000;
const going = [changeRounds(organiser, until), breakLines([...hosts, ...guests], until)];
await sleep(plan.warm * 1000);
notes.begin();
say({ at: 'warm' });
await Promise.all([...going, tellMinutes(until)]);
Member.isOver = true;
for (const end = now() + EMPTY_BY; now() < end && everybody.some(({ outbox }) => outbox.pending().length);) await sleep(200);
await sleep(1_500);
say({ at: 'end' });
notes.write();
const whole = new Map();
await inTurn(everybody, async (each) => whole.set(each, await missesNothing(each)));
say({
  ...notes.summed(),
  clients: everybody.length,
  waiting: everybody.reduce((sum, { outbox }) => sum + outbox.pending().length, 0),
  behind: [...whole.values()].filter((complete) => !complete).length,
});
process.exit(0);
