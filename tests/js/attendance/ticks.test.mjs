import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, Ticks } from "../../../static/js/attendance/ticks.js";

test("one batch at a time, and one side of it: who is here does not travel with who is not", () => {
  const ticks = new Ticks();
  ticks.tick("a", true);
  ticks.tick("b", false);
  ticks.tick("c", true);
  assert.deepEqual(ticks.next(), { people: ["a", "c"], here: true });
  assert.equal(ticks.next(), null);
  ticks.stored();
  assert.deepEqual(ticks.next(), { people: ["b"], here: false });
  ticks.stored();
  assert.equal(ticks.next(), null);
  assert.equal(ticks.empty, true);
});

test("what could not be sent waits, and a newer tick of the same person counts instead", () => {
  const ticks = new Ticks();
  ticks.tick("a", true);
  ticks.tick("b", true);
  ticks.next();
  ticks.tick("a", false);
  ticks.failed();
  assert.equal(ticks.waits("a") && ticks.waits("b"), true);
  const sent = new Map();
  for (let batch = ticks.next(); batch !== null; batch = ticks.next()) {
    for (const person of batch.people) {
      sent.set(person, batch.here);
    }
    ticks.stored();
  }
  assert.deepEqual([...sent].sort(), [["a", false], ["b", true]]);
});

test("somebody is found by any part of name and place, in any case", () => {
  assert.equal(matches("åse nordmann bømlo", "BØM åse"), true);
  assert.equal(matches("åse nordmann bømlo", "sola"), false);
  assert.equal(matches("åse nordmann bømlo", ""), true);
});
