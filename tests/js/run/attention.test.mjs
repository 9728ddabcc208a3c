import assert from "node:assert/strict";
import { test } from "node:test";
import { attentionOf } from "../../../static/js/run/attention.js";
import { nextStep, outcome, smallSteps } from "../../../static/js/run/next_step.js";
import { counted } from "../../../static/js/run/stretches.js";

const MINUTE = 60_000;
const calm = {
  calls: 0, host: { state: "here", since: null }, seated: 6, talking: true, notes: 3, quietFor: 0, summary: "none", left: 10 * MINUTE, now: 100 * MINUTE,
};

const CASES = [
  ["all is well", {}, "", []],
  ["a short silence is thinking", { quietFor: 4 * MINUTE - 1 }, "", []],
  ["four minutes are told gently", { quietFor: 4 * MINUTE }, "gentle", ["No notes for 4 minutes"]],
  ["eight minutes are told plainly", { quietFor: 8 * MINUTE }, "high", ["No notes for 8 minutes"]],
  ["silence between rounds is no news", { quietFor: 20 * MINUTE, talking: false }, "", []],
  ["an empty table is silent", { quietFor: 20 * MINUTE, seated: 0, host: { state: "none", since: null } }, "", []],
  ["a call for help comes first", { calls: 1, quietFor: 5 * MINUTE }, "high", ["Someone needs help", "No notes for 5 minutes"]],
  ["two calls", { calls: 2, talking: false }, "high", ["2 people need help"]],
  ["no host", { host: { state: "none", since: null } }, "gentle", ["No host: name one under Prepare"]],
  ["a host who has left", { host: { state: "away", since: null }, talking: false }, "gentle", ["The host has left: name another under Prepare"]],
  ["a host who never came", { host: { state: "never", since: null }, notes: 0 }, "gentle", ["The host has not connected yet"]],
  ["notes without the host's device", { host: { state: "never", since: null } }, "", []],
  ["a line just lost", { host: { state: "lost", since: 100 * MINUTE - 5_000 } }, "gentle", ["The host has just lost the connection"]],
  ["a line lost a while ago", { host: { state: "lost", since: 98 * MINUTE } }, "gentle", ["The host lost the connection 2 minutes ago"]],
  ["the summary is due", { left: 2 * MINUTE }, "gentle", ["No summary yet"]],
  ["a summary is being written", { left: MINUTE, summary: "draft" }, "", []],
];

for (const [name, more, level, words] of CASES) {
  test(`attention: ${name}`, () => {
    assert.deepEqual(attentionOf({ ...calm, ...more }), { level, words });
  });
}

const session = { phase: "running", round: 1, paused_left: null, switch_minutes: 2 };
const next = (more, facts = {}) => nextStep({ session: { ...session, ...more }, rounds: 3, moving: 84, expected: 96, left: 5 * MINUTE, ...facts });

test("the big button says what it will do", () => {
  assert.equal(next({ phase: "draft" }).title, "Open the doors");
  assert.equal(next({ phase: "check_in", round: 0 }).title, "Start round 1: 84 people move");
  assert.equal(next({ phase: "switching", round: 2 }).title, "Begin round 2 now");
  assert.equal(next({}).title, "Start round 2: 84 people move");
  assert.match(next({}).detail, /^Ends round 1 early\. 2 minutes to find the table/);
  assert.match(next({}, { left: 0 }).detail, /^Round 1 is at its end\./);
  assert.equal(next({ round: 3 }).title, "End round 3 and begin the harvest");
  assert.equal(next({ phase: "harvest" }).title, "Close the café");
  assert.equal(next({ phase: "closed" }).name, null);
  assert.equal(next({ paused_left: 1 }).name, "resume");
});

test("small steps belong to a round or a change of tables", () => {
  assert.deepEqual(smallSteps({ ...session, phase: "check_in" }), []);
  assert.deepEqual(smallSteps(session).map((step) => step.name), ["pause", "extend", "extend", "extend"]);
  assert.deepEqual(smallSteps({ ...session, paused_left: 5 }).map((step) => step.name), ["extend", "extend", "extend", "advance"]);
});

test("who presses second is told so, and how it stands", () => {
  const words = outcome({ phase: "running", round: 2, deadline: 5, changed: false }, () => "14:05");
  assert.equal(words, "Someone else had just changed it, so nothing was done twice. Round 2 is running. Until 14:05.");
  assert.equal(outcome({ phase: "harvest", round: 3, deadline: null, changed: true }, () => ""), "The harvest has begun.");
});

test("notes over time fall into their stretch, also those outside", () => {
  assert.deepEqual(counted([0, 10, 99, -5, 500], { from: 0, to: 100, bars: 4 }), [3, 0, 0, 2]);
  assert.deepEqual(counted([], { from: 5, to: 5, bars: 2 }), [0, 0]);
});
