import assert from "node:assert/strict";
import { test } from "node:test";
import { Ticker, announcement, remaining } from "../../static/js/lib/countdown.js";
import { FakePage } from "./support/fakes.mjs";

const TABLE = [
  // left, text, phase
  [20 * 60_000, "20:00", "calm"],
  [20 * 60_000 - 1, "20:00", "calm"],
  [725_000, "12:05", "calm"],
  [120_001, "2:01", "calm"],
  [120_000, "2:00", "last_two_minutes"],
  [999, "0:01", "last_two_minutes"],
  [1, "0:01", "last_two_minutes"],
  [0, "0:00", "grace"],
  [-29_999, "0:00", "grace"],
  [-30_000, "0:00", "over"],
  [3_725_000, "1:02:05", "calm"],
];

for (const [left, text, phase] of TABLE) {
  test(`${left} ms left is ${text}, ${phase}`, () => {
    const found = remaining({ deadline: 1_000_000 + left, paused_left: null, now: 1_000_000 });
    assert.deepEqual([found.text, found.phase, found.ms], [text, phase, Math.max(0, left)]);
  });
}

test("a pause stands still", () => {
  assert.deepEqual(remaining({ deadline: null, paused_left: 61_000, now: 5 }), {
    ms: 61_000, text: "1:01", phase: "last_two_minutes", paused: true,
  });
});

test("without a deadline there is nothing to count", () => {
  assert.deepEqual(remaining({ deadline: null, paused_left: null, now: 5 }), { ms: null, text: "", phase: "calm", paused: false });
});

test("only five minutes, two minutes and the end are announced", () => {
  const at = (ms) => remaining({ deadline: ms, now: 0 });
  const said = [];
  for (let ms = 20 * 60_000; ms > -60_000; ms -= 1000) {
    const words = announcement(at(ms + 1000), at(ms));
    if (words) {
      said.push([ms, words]);
    }
  }
  assert.deepEqual(said, [[300_000, "5 minutes left"], [120_000, "2 minutes left"], [0, "The time is up"]]);
});

test("ticks once a second on the second, rests while hidden, and shows the truth on return", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 400 });
  const page = new FakePage();
  const region = { textContent: "" };
  const shown = [];
  const ticker = new Ticker({
    clock: { now: () => Date.now() },
    read: () => ({ deadline: 302_000, paused_left: null }),
    tick: ({ text }) => shown.push(text),
    region,
    document: page,
  });
  ticker.start();
  for (let ms = 0; ms < 3_000; ms += 5) {
    context.mock.timers.tick(5);
  }
  assert.deepEqual(shown, ["5:02", "5:01", "5:00", "4:59"]);
  assert.equal(region.textContent, "5 minutes left");
  page.hide();
  context.mock.timers.tick(200_000);
  assert.equal(shown.length, 4);
  page.show();
  assert.equal(shown.at(-1), "1:39");
  assert.equal(region.textContent, "5 minutes left", "what passed unseen is not read out late");
  ticker.stop();
  context.mock.timers.tick(10_000);
  assert.equal(shown.length, 5);
});
