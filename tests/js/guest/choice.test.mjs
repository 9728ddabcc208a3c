import assert from "node:assert/strict";
import { test } from "node:test";
import { Actions } from "../../../static/js/guest/actions.js";
import { choiceOf, tablesToShow } from "../../../static/js/guest/choice.js";
import { factsOf } from "../../../static/js/guest/facts.js";
import { instructionOf } from "../../../static/js/guest/instruction.js";
import { Rows } from "../../../static/js/lib/rows.js";

const open = (id, table, free, more = {}) => ({
  type: "open_table", id, round: 1, table, topic_id: null, question: "", host: null, free, waiting: 0, ...more,
});
const wish = (name, id, state = "waiting") => ({ id: `op-${name}-${id}`, name, data: { table_round_id: id }, state });

function known(...more) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { guests: { rows: [
    { type: "session", id: "s", mode: "free_choice", phase: "check_in", round: 0, rounds: 2, deadline: null, paused_left: null, question: "" },
    { type: "round", id: "r1", number: 1, minutes: 20, question: "" },
    open("p2", 2, 0, { waiting: 2 }), open("p1", 1, 3), ...more,
  ] } } });
  return rows;
}

const instruction = (rows, shown = []) => instructionOf(factsOf({ rows, shown, person: "me", now: 0, status: "connected", known: [] }));

test("who has no table chooses, and who has tapped one has it at once", () => {
  assert.equal(instruction(known()).kind, "choosing");
  const chosen = instruction(known(), [wish("choose_table", "p1")]);
  assert.deepEqual([chosen.kind, chosen.seat.table, chosen.seat.sent], ["waiting", 1, false]);
  assert.equal(instruction(known(), [wish("choose_table", "p1", "refused")]).kind, "choosing");
});

test("the last tap counts, and the server's seat is no news", () => {
  const rows = known({ type: "seat", id: "mine", round: 1, table: 2, table_round_id: "p2" });
  assert.equal(instruction(rows).seat.table, 2);
  assert.equal(instruction(rows, [wish("choose_table", "p2"), wish("choose_table", "p1")]).seat.table, 1);
  assert.equal(instruction(rows, [wish("choose_table", "p2", "saved")]).seat.sent, undefined);
});

test("before the doors open nothing is chosen, and a round that runs still is", () => {
  const session = (more) => ({ type: "session", id: "s", mode: "free_choice", rounds: 2, deadline: 90_000, paused_left: null, question: "", ...more });
  assert.equal(instruction(known(session({ phase: "draft", round: 0 }))).kind, "waiting");
  const late = instruction(known(session({ phase: "running", round: 1 })));
  assert.deepEqual([late.kind, late.round, late.started], ["choosing", 1, true]);
  assert.equal(instruction(known(session({ phase: "running", round: 1, mode: "same_question" }))).kind, "no_seat");
});

test("waiting: what was asked here, what the server knows, what is offered, and its end", () => {
  const wait = (offered_at = null) => ({ type: "chair_wait", id: "w", table_round_id: "p2", offered_at });
  assert.equal(choiceOf(known(), [], null).wait, null);
  assert.equal(choiceOf(known(), [wish("wait_for_chair", "p2")], null).wait.offered, false);
  assert.equal(choiceOf(known(wait()), [], null).wait.offered, false);
  assert.equal(choiceOf(known(wait(5)), [], null).wait.offered, true);
  assert.equal(choiceOf(known(wait(5)), [wish("stop_waiting", null)], null).wait, null);
  assert.equal(choiceOf(known(wait(5)), [wish("choose_table", "p2")], null).wait, null);
  assert.equal(choiceOf(known(wait()), [wish("choose_table", "p1")], null).wait.table, 2);
});

test("once the round has begun only tables with room are shown, if there are any", () => {
  const choice = choiceOf(known(), [], null);
  const numbers = (more) => tablesToShow(choice, more).map(({ table }) => table);
  assert.deepEqual([numbers({ started: false }), numbers({ started: true })], [[1, 2], [1]]);
  const full = choiceOf(known(open("p1", 1, 0)), [], null);
  assert.deepEqual(tablesToShow(full, { started: true }).map(({ table }) => table), [1, 2]);
});

test("a refused wish is no text to be kept: it goes, and what was said to it stays until the next one", () => {
  const operations = [{ ...wish("choose_table", "p2", "refused"), error: { message: "Full" } }];
  const gone = [];
  const outbox = {
    shown: () => operations, subscribe: () => {}, discard: (id) => gone.push(id), add: () => {},
    get: (id) => operations.find((one) => one.id === id),
  };
  const actions = new Actions({ outbox, stream: "s", known: null, redraw: () => {} });
  assert.deepEqual(gone, [operations[0].id]);
  assert.equal(choiceOf(known(), [], actions.refusal).refused, "Full");
  actions.choose({ id: "p1" });
  assert.equal(actions.refusal, null);
});
