import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf } from "../../../static/js/guest/facts.js";
import { Rows } from "../../../static/js/lib/rows.js";

const person = "p1";
const rows = (...more) => {
  const held = new Rows();
  const own = [
    { type: "attendee", id: person, name: "Anna", sitting_out: [] },
    ...[1, 2].map((round) => ({ type: "seat", id: `s${round}`, round, table: round, table_round_id: `tr${round}` })),
    ...more,
  ];
  held.apply({ seq: 1, reset: true, rooms: { [`person/${person}`]: { rows: own } } });
  return held;
};
const operation = (name, data, state = "waiting") => ({ id: name, name, data, state });
const facts = (held, shown = []) => factsOf({ rows: held, shown, person, now: 0, status: "offline", known: [] });

test("what is done here counts at once, before the server has it", () => {
  const known = facts(rows(), [
    operation("take_seat", { table_round_id: "tr1" }),
    operation("sit_out", { round: 2, out: true }),
    operation("rename", { display_name: "Alias" }),
  ]);
  assert.deepEqual(known.visits, ["tr1"]);
  assert.deepEqual(known.sittingOut, [2]);
  assert.deepEqual(Object.keys(known.seats), ["1"]);
  assert.equal(known.name, "Alias");
});

test("a host sits at the table they were named for before any seat is planned", () => {
  const held = new Rows();
  const place = (round, table) => ({ type: "table_round", id: `h${round}`, round, table, table_id: "t", topic_id: "a", question: "" });
  const seat = { type: "seat", id: "s2", round: 2, table: 3, table_round_id: "h2", hosting: true };
  held.apply({ seq: 1, reset: true, rooms: { [`person/${person}`]: { rows: [place(1, 3), place(2, 3), seat] } } });
  const { seats } = facts(held);
  assert.deepEqual([seats[1].hosting, seats[1].table, seats[1].table_round_id, seats[2].id], [true, 3, "h1", "s2"]);
});

test("what the server has refused does not count", () => {
  assert.deepEqual(facts(rows(), [operation("sit_out", { round: 2, out: true }, "refused")]).sittingOut, []);
});

test("a call that the server does not have is never said to be heard", () => {
  const call = { help_id: "h", kind: "someone" };
  assert.equal(facts(rows(), [operation("ask_for_help", call)]).calls[0].reached, false);
  assert.equal(facts(rows(), [operation("ask_for_help", call, "sending")]).calls[0].reached, false);
  assert.equal(facts(rows(), [operation("ask_for_help", call, "saved")]).calls[0].reached, true);
  const row = { type: "help_call", id: "h", kind: "someone", state: "taken" };
  assert.deepEqual(facts(rows(row), [operation("ask_for_help", call, "saved")]).calls.map(({ state }) => state), ["taken"]);
});

test("a call that is done or taken back is gone", () => {
  const row = { type: "help_call", id: "h", kind: "someone", state: "open" };
  assert.deepEqual(facts(rows(row), [operation("withdraw_help", { help_id: "h" })]).calls, []);
  assert.deepEqual(facts(rows({ ...row, state: "done" })).calls, []);
});

test("company is offered to those who have said a background, and asked for or taken back here at once", () => {
  const said = { type: "attendee", id: person, name: "Anna", sitting_out: [], kind: "relative" };
  const wish = { type: "wish", id: "w1", kind: "company" };
  assert.equal(facts(rows()).company, null);
  assert.equal(facts(rows(wish)).company, null);
  assert.equal(facts(rows(said)).company, false);
  assert.equal(facts(rows(said, wish)).company, true);
  const taken = operation("ask_for_company", { wanted: false });
  assert.equal(facts(rows(said, wish), [taken]).company, false);
  assert.equal(facts(rows(said, wish), [operation("ask_for_company", { wanted: false }, "refused")]).company, true);
  assert.equal(facts(rows(said), [operation("ask_for_company", { wanted: true })]).company, true);
});
