import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf } from "../../../static/js/guest/facts.js";
import { instructionOf } from "../../../static/js/guest/instruction.js";
import { Votes } from "../../../static/js/guest/votes.js";
import { Rows } from "../../../static/js/lib/rows.js";

const ballot = (id, state, more = {}) => ({ type: "ballot", id, question: `${id}?`, dots: 3, stacked: false, state, on_wall: false, opened_at: 1, ...more });
const choice = (id, ballot_id, position) => ({ type: "choice", id, ballot_id, theme_id: id, title: id, position });
const cast = (dots, state = "waiting", ballot_id = "v") => ({ id: `op-${state}-${JSON.stringify(dots)}`, name: "cast_dots", data: { ballot_id, dots }, state });

function known(phase, ...more) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { guests: { rows: [
    { type: "session", id: "s", mode: "same_question", phase, round: 2, rounds: 2, deadline: null, paused_left: null, question: "" },
    choice("a", "v", 0), choice("b", "v", 1), ...more,
  ] } } });
  return rows;
}
const facts = (rows, shown = []) => factsOf({ rows, shown, person: "me", now: 0, status: "connected", known: [] });
const kind = (...known_) => instructionOf(facts(known(...known_))).kind;

test("a vote is the one thing to do while it is open, after the rounds and until all is published", () => {
  assert.deepEqual(
    ["running", "harvest", "closed", "published"].map((phase) => kind(phase, ballot("v", "open"))),
    ["no_seat", "voting", "voting", "closed"].map((expected, index) => (index === 0 ? kind("running") : expected)),
  );
  assert.equal(kind("harvest", ballot("v", "closed")), "harvest");
});

test("what was given here counts at once, then the server's row; what was refused or taken back does not", () => {
  const mine = { type: "vote", id: "x", ballot_id: "v", table_id: null, people: 1, dots: { a: 1 } };
  const own = (shown, ...rows) => facts(known("harvest", ballot("v", "open"), ...rows), shown).vote.open.own;
  assert.equal(own([]), null);
  assert.deepEqual(own([], mine), { dots: { a: 1 }, operation: null });
  assert.deepEqual(own([cast({ b: 1 })], mine).dots, { b: 1 });
  assert.deepEqual(own([cast({ b: 1 }), cast({ a: 1, b: 1 })]).dots, { a: 1, b: 1 });
  assert.deepEqual(own([cast({ b: 1 }, "refused")], mine).dots, { a: 1 });
  assert.equal(own([cast({})], mine), null);
  assert.equal(own([], { ...mine, table_id: "t" }), null);
});

test("only votes whose count has come are told, each under its question", () => {
  const rows = known("harvest", ballot("v", "closed"), ballot("w", "closed", { opened_at: 2 }), ballot("x", "closed"),
    { type: "tally", id: "v", people: 2, dots: { a: 2 } }, { type: "tally", id: "w", people: 0, dots: {} });
  assert.deepEqual(facts(rows).vote.results.map(({ id }) => id), ["w", "v"]);
});

class FakeOutbox {
  operations = [];
  discarded = [];
  listener = () => {};
  add = async ({ name, data }) => this.operations.push({ id: `op${this.operations.length}`, name, data, state: "waiting" });
  shown = () => this.operations;
  get = (id) => this.operations.find((one) => one.id === id);
  discard = (id) => this.discarded.push(id);
  subscribe = (listener) => {
    this.listener = listener;
  };
}

async function hand(kept = new Map()) {
  const store = { kept: async (key) => kept.get(key), keep: (key, value) => kept.set(key, value) };
  const outbox = new FakeOutbox();
  const votes = new Votes({ store, outbox, stream: "s", redraw: () => {} });
  await votes.start();
  return { votes, outbox, kept };
}
const OPEN = { id: "v", dots: 3, stacked: false, own: null };

test("dots in the hand survive a reload, are given as a whole, and are then out of the hand", async () => {
  const { votes, kept } = await hand();
  votes.put(OPEN, { a: 1 });
  const again = await hand(kept);
  assert.deepEqual(again.votes.dots(OPEN), { a: 1 });
  await again.votes.give(OPEN);
  assert.deepEqual(again.outbox.operations[0].data, { session_id: "s", ballot_id: "v", dots: { a: 1 } });
  const voted = { ...OPEN, own: { dots: { a: 1 }, operation: null } };
  assert.equal(again.votes.isDeciding(voted), false);
  again.votes.change(voted);
  assert.deepEqual([again.votes.isDeciding(voted), again.votes.dots(voted)], [true, { a: 1 }]);
  again.votes.leaveAsItWas(voted);
  assert.equal(again.votes.isDeciding(voted), false);
});

test("dots that come too late are told of, and nothing of them stays behind as unsent", async () => {
  const { votes, outbox } = await hand();
  outbox.operations = [{ id: "late", name: "cast_dots", data: {}, state: "refused", error: { message: "The vote was closed." } },
    { id: "text", name: "send_idea", data: {}, state: "refused", error: { message: "No." } }];
  outbox.listener("late");
  outbox.listener("text");
  assert.deepEqual([votes.refusal, outbox.discarded], ["The vote was closed.", ["late"]]);
});
