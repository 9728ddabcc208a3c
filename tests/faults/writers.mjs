// People who write: hosts and co-hosts at their desks, guests on their phones. Driven by writing.py.
//
//   tools/node tests/faults/writers.mjs LOG    first line: {"seed", "people"}; then one order a line
//
// LOG gets a line for each operation that is on the device's disk ("made"), and for each that the product's own code
// shows as saved, refused or thrown away. Each order is answered by one line of JSON.

import { openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

import { Device } from "./device.mjs";
import { Pen } from "./pen.mjs";

const orders = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { seed, people } = JSON.parse((await orders.next()).value);
const file = openSync(process.argv[2], "a");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const devices = people.map((person, number) => (
  new Device(person, (line) => writeSync(file, `${JSON.stringify({ ...line, number, at: performance.now() })}\n`))
));
const pens = devices.map((device, number) => new Pen(device, seed + number));
let writing = 0;

/** Write until told to rest, about so often. */
async function write(pen, every, turn) {
  await sleep(every * pen.random());
  while (turn === writing) {
    await pen.writes();
    await sleep(every * (0.5 + pen.random()));
  }
}

/** What each room holds on the devices that stand in it: each different content once, with who holds it. */
function rooms() {
  const held = {};
  devices.forEach(({ rows }, number) => {
    for (const [room, content] of Object.entries(rows.dump().rooms)) {
      const sorted = content.rows.map((row) => JSON.stringify(row)).sort();
      held[room] ??= {};
      (held[room][`[${sorted}]`] ??= []).push(number);
    }
  });
  return held;
}

const latest = (times) => Math.max(...times.filter((time) => time !== null));

const answers = {
  async open() {
    await Promise.all(devices.map((device) => device.open()));
  },
  write({ every }) {
    writing += 1;
    pens.forEach((pen) => write(pen, every, writing));
  },
  rest() {
    writing += 1;
  },
  /** Each person, or each of some, writes so many things at once. */
  async fill({ count, only = pens.keys() }) {
    const some = [...only].map((number) => pens[number]);
    for (let turn = 0; turn < count; turn += 1) {
      await Promise.all(some.map((pen) => pen.writes()));
    }
  },
  /** Nothing is left in hand only: what is typed in a summary goes off, as when its field is left. */
  async finish() {
    await Promise.all(pens.map((pen) => pen.finishes()));
  },
  async reload({ number, warned }) {
    await devices[number].reload({ warned });
    pens[number].takesUp();
  },
  standing() {
    return {
      connected: devices.filter((device) => device.connected()).length,
      pending: devices.flatMap(({ outbox }) => outbox.pending()).filter(({ state }) => state !== "refused").length,
      connections: devices.map(({ connections }) => connections),
      connectedAt: latest(devices.map(({ connectedAt }) => connectedAt)),
      savedAt: latest(devices.map(({ savedAt }) => savedAt)),
      transports: devices.map(({ transport }) => transport),
      changedAt: latest(devices.map(({ changedAt }) => changedAt)),
      now: performance.now(),
    };
  },
  rooms,
};

for await (const line of orders) {
  const { order, ...more } = JSON.parse(line);
  console.log(JSON.stringify((await answers[order](more)) ?? {}));
}
process.exit(0);
