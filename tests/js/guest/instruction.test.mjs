import assert from "node:assert/strict";
import { test } from "node:test";
import { instructionOf, saidBefore, timeOfRound } from "../../../static/js/guest/instruction.js";

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const topics = { a: { id: "a", letter: "A", title: "Users", question: "What about users?" } };
const rounds = Object.fromEntries([1, 2, 3].map((number) => [number, { number, minutes: 20, question: "" }]));
const seat = (round, table, more = {}) => ({ round, table, table_round_id: `t${table}r${round}`, topic_id: "a", ...more });
const seats = { 1: seat(1, 4), 2: seat(2, 7), 3: seat(3, 7) };
const session = (phase, round, more = {}) => ({
  phase, round, rounds: 3, mode: "topic_per_table", question: "", deadline: null, paused_left: null, ...more,
});

const known = ["t4r1", "t7r2", "t7r3"];
const facts = (more) => ({
  session: session("check_in", 0), rounds, topics, seats, sittingOut: [], known, visits: [], summaries: [], nods: [],
  now: NOW, connected: true, signedOut: false, ...more,
});
const talking = (left, more = {}) => facts({ session: session("running", 2, { deadline: NOW + left }), ...more });
const moving = (left, more = {}) => facts({ session: session("switching", 2, { deadline: NOW + left }), ...more });
const offline = { connected: false };

const TABLE = [
  ["nothing is known yet", facts({ session: null }), { kind: "loading" }],
  ["the ticket has moved to another phone", facts({ signedOut: true }), { kind: "signed_out" }],
  ["before the doors", facts({ session: session("draft", 0) }), { kind: "waiting" }],
  ["checked in, with a table", facts({}), { kind: "waiting", seat: seats[1] }],
  ["checked in, no plan yet", facts({ seats: {} }), { kind: "waiting", seat: null }],
  ["to the first table", facts({ session: session("switching", 1, { deadline: NOW + MINUTE }) }), { kind: "go", seat: seats[1], stays: false }],
  ["moving", moving(MINUTE), { kind: "go", seat: seats[2], stays: false, round: 2 }],
  ["the next round is at the same table", facts({ session: session("switching", 3, { deadline: NOW + MINUTE }) }), { kind: "go", stays: true }],
  ["at the table before the round", moving(MINUTE, { visits: ["t7r2"] }), { kind: "here", seat: seats[2] }],
  ["sitting this one out", moving(MINUTE, { sittingOut: [2], seats: { 1: seats[1], 3: seats[3] } }), { kind: "sitting_out", round: 2 }],
  ["sitting out while it runs", talking(MINUTE, { sittingOut: [2] }), { kind: "sitting_out" }],
  ["no chair in this round", talking(MINUTE, { seats: { 3: seats[3] } }), { kind: "no_seat" }],
  ["talking", talking(10 * MINUTE), { kind: "talking", phase: "calm", question: "What about users?", nod: null }],
  ["the last two minutes", talking(MINUTE), { kind: "talking", phase: "last_two_minutes" }],
  ["the time is up, a sentence may be finished", talking(-5_000), { kind: "talking", phase: "grace" }],
  ["paused", facts({ session: session("running", 2, { paused_left: MINUTE }) }), { kind: "talking", pausedLeft: MINUTE }],
  ["came in the middle of a round", talking(10 * MINUTE, { known: [] }), { kind: "go", started: true, seat: seats[2] }],
  ["was moved in the middle of a round", talking(MINUTE, { seats: { 2: seat(2, 9) } }), { kind: "go", started: true }],
  ["offline, the change is over: the round has begun by the plan", moving(-MINUTE, offline),
    { kind: "talking", expected: true, deadline: NOW + 19 * MINUTE }],
  ["connected, and the server is a little late", moving(-2_000), { kind: "go" }],
  ["offline within the grace", talking(-29_000, offline), { kind: "talking", phase: "grace" }],
  ["offline, and the round should be over", talking(-31_000, offline), { kind: "over" }],
  ["connected, and the server turns the round in a moment", talking(-31_000), { kind: "talking", phase: "over" }],
  ["connected, and the server does not turn it", talking(-45_000), { kind: "over" }],
  ["offline through the change and the whole round", moving(-21 * MINUTE, offline), { kind: "over" }],
  ["a pause never runs out", facts({ session: session("running", 2, { paused_left: 1 }), ...offline }), { kind: "talking" }],
  ["sitting out, offline, when the round is over", talking(-31_000, { ...offline, sittingOut: [2] }), { kind: "over" }],
  ["the morning after: nobody has gone on", talking(-15 * 60 * MINUTE), { kind: "standing", since: NOW - 15 * 60 * MINUTE }],
  ["the morning after, left while people changed tables", moving(-15 * 60 * MINUTE), { kind: "standing" }],
  ["the morning after without a network: who knows", talking(-15 * 60 * MINUTE, offline), { kind: "over" }],
  ["the harvest", facts({ session: session("harvest", 3) }), { kind: "harvest" }],
  ["closed", facts({ session: session("closed", 3) }), { kind: "closed" }],
  ["published", facts({ session: session("published", 3) }), { kind: "closed" }],
];

for (const [situation, given, expected] of TABLE) {
  test(situation, () => {
    const said = instructionOf(given);
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, said[key]])), expected);
  });
}

test("hours after a round no next table is named: that round may be over as well", () => {
  assert.equal(instructionOf(talking(-180 * MINUTE, { ...offline, old: true })).next, null);
});

test("when a round is over offline the next table is named", () => {
  assert.equal(instructionOf(talking(-31_000, offline)).next.seat, seats[3]);
  assert.equal(instructionOf(talking(-31_000, { ...offline, seats: { 2: seats[2] } })).next, null);
});

test("the question comes from the table, the round, the topic or the session, as the mode says", () => {
  const asked = (mode, changes = {}) =>
    instructionOf(talking(MINUTE, {
      session: { ...session("running", 2, { deadline: NOW + MINUTE }), mode, question: "the session's" },
      rounds: { ...rounds, 2: { number: 2, minutes: 20, question: "the round's" } },
      ...changes,
    })).question;
  assert.equal(asked("topic_per_table"), "What about users?");
  assert.equal(asked("progressive"), "the round's");
  assert.equal(asked("same_question", { topics: {}, rounds }), "the session's");
  assert.equal(asked("hosts_rotate", { seats: { 2: seat(2, 7, { question: "its own" }) } }), "its own");
});

test("a shown summary asks for a nod, each version anew, and never the host", () => {
  const summary = { id: "t7r2", state: "shown", version: 2, text: "So we said" };
  const nodOf = (more) => instructionOf(talking(MINUTE, { summaries: [summary], ...more })).nod;
  assert.deepEqual(nodOf({}), { summary, answer: null });
  assert.equal(nodOf({ nods: [{ summary_id: "t7r2", version: 2, answer: "yes" }] }).answer, "yes");
  assert.equal(nodOf({ nods: [{ summary_id: "t7r2", version: 1, answer: "yes" }] }).answer, null);
  assert.equal(nodOf({ seats: { 2: seat(2, 7, { hosting: true }) } }), null);
  assert.equal(nodOf({ summaries: [{ ...summary, state: "approved" }] }), null);
});

test("what was said before: approved, earlier, of this topic wherever it stood", () => {
  const summary = (id, round, table, more = {}) => ({ id, round, table, topic_id: "a", state: "approved", ...more });
  const summaries = [
    summary("later", 3, 7), summary("now", 2, 7), summary("elsewhere", 1, 9), summary("here", 1, 7),
    summary("draft", 1, 8, { state: "shown" }), summary("other topic", 1, 6, { topic_id: "b" }),
  ];
  const ids = (instruction) => saidBefore({ summaries }, instruction).map(({ id }) => id);
  assert.deepEqual(ids({ round: 2, seat: seats[2] }), ["here", "elsewhere"]);
  assert.deepEqual(ids({ round: 2, seat: { ...seats[2], topic_id: null } }), ["here"]);
});

test("a round is past, now or to come", () => {
  assert.deepEqual([1, 2, 3].map((number) => timeOfRound(session("running", 2), number)), ["past", "now", "to_come"]);
  assert.equal(timeOfRound(session("harvest", 3), 3), "past");
  assert.equal(timeOfRound(session("check_in", 0), 1), "to_come");
});
