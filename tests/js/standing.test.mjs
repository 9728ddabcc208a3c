import assert from "node:assert/strict";
import { test } from "node:test";
import { dayTime, leftSince, standsSince } from "../../static/js/lib/standing.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const running = { phase: "running", deadline: 0, paused_left: null, counting_since: -20 * MINUTE };

test("a round that nobody has ended for a quarter of an hour stands", () => {
  assert.equal(standsSince(running, 14 * MINUTE), null);
  assert.equal(standsSince(running, 15 * MINUTE), 0);
  assert.equal(standsSince({ ...running, paused_left: 5, deadline: null }, HOUR), null);
  assert.equal(standsSince({ ...running, phase: "harvest" }, HOUR), null);
});

test("organisers are told of a pause, open doors and a harvest that were left behind", () => {
  const paused = { ...running, deadline: null, paused_left: 5, counting_since: 0 };
  assert.equal(leftSince(paused, HOUR), null);
  assert.equal(leftSince(paused, 15 * HOUR), 0);
  assert.equal(leftSince({ ...paused, phase: "harvest", paused_left: null }, 15 * HOUR), 0);
  assert.equal(leftSince({ ...paused, phase: "closed", paused_left: null }, 15 * HOUR), null);
  assert.equal(leftSince(running, 15 * HOUR), 0);
});

test("a moment is said as people say it", () => {
  const noon = new Date(2026, 1, 10, 12, 0).getTime();
  assert.match(dayTime(noon - HOUR, noon), /^11:00/);
  assert.match(dayTime(noon - 20 * HOUR, noon), /^yesterday at (16:00|04:00)/);
  assert.match(dayTime(noon - 50 * HOUR, noon), /February|8/);
});
