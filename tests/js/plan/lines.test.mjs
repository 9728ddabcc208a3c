import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../../static/js/lib/store.js";
import { Lines } from "../../../static/js/plan/lines.js";
import { Disk, settle } from "../support/fakes.mjs";

async function linesOn(disk, context, refuse = () => false) {
  const sent = [];
  const store = await Store.open({ open: disk.open, storage: null });
  const send = (key, text) => (refuse(text) ? null : Promise.resolve(sent.push([key, text])));
  const lines = new Lines({ store, stream: "p", send, pause: 900 });
  await lines.takeUp();
  return { lines, sent, pause: async () => { context.mock.timers.tick(900); await settle(); } };
}

test("a line is sent once at a pause, and is nobody's draft then", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  const { lines, sent, pause } = await linesOn(disk, context);
  lines.type("measure/m/title", "H");
  lines.type("measure/m/title", "Hire");
  await pause();
  assert.deepEqual([sent, lines.at("measure/m/title")], [[["measure/m/title", "Hire"]], undefined]);
  assert.deepEqual((await linesOn(disk, context)).sent, []);
});

test("what is typed and not sent when the page dies is sent by the next one", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  const { lines } = await linesOn(disk, context);
  lines.type("measure/m/responsible", "The head of the house");
  await settle();
  const { sent, pause } = await linesOn(disk, context);
  await pause();
  assert.deepEqual(sent, [["measure/m/responsible", "The head of the house"]]);
});

test("a measure that is being begun stays in its field until somebody adds it", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  (await linesOn(disk, context)).lines.type("new/measure/g", "Hire two");
  await settle();
  const { lines, sent, pause } = await linesOn(disk, context);
  await pause();
  assert.deepEqual([lines.at("new/measure/g"), sent], ["Hire two", []]);
  lines.forget("new/measure/g");
  await settle();
  assert.equal((await linesOn(disk, context)).lines.at("new/measure/g"), undefined);
});

test("a line that cannot be sent as it stands stays in its field", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { lines, sent, pause } = await linesOn(new Disk(), context, (text) => !text.startsWith("https://"));
  lines.type("goal/g/anchoring_link", "example.org");
  await pause();
  assert.deepEqual([lines.at("goal/g/anchoring_link"), sent], ["example.org", []]);
  lines.type("goal/g/anchoring_link", "https://example.org");
  await pause();
  assert.deepEqual(sent, [["goal/g/anchoring_link", "https://example.org"]]);
});

test("what is typed on while a line is on its way is a line of its own", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { lines, sent, pause } = await linesOn(new Disk(), context);
  lines.type("goal/g/title", "One");
  const way = lines.hurry("goal/g/title");
  lines.type("goal/g/title", "One and more");
  await way;
  assert.equal(lines.at("goal/g/title"), "One and more");
  await pause();
  assert.deepEqual(sent.map(([, text]) => text), ["One", "One and more"]);
});
