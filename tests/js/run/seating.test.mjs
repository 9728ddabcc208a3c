import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { changedSince, missingFrom, notCome, roundToPlan, unevenness } from "../../../static/js/run/seating.js";

const session = { type: "session", id: "s", phase: "running", round: 1, rounds: 3, mode: "topic_per_table" };

function hall({ seats = [], people = [], more = [] }) {
  const rows = new Rows();
  const tables = [1, 2, 3].map((number) => ({ type: "table", id: `t${number}`, number, seats: 8 }));
  const places = tables.flatMap(({ id }) => [1, 2, 3].map((round) => ({ type: "table_round", id: `${id}r${round}`, table_id: id, round })));
  rows.apply({ seq: 1, rooms: { organisers: { rows: [session, ...tables, ...places, ...seats, ...people, ...more] } } });
  return rows;
}

const person = (id, arrival = "arrived", sitting_out = []) => ({ type: "attendee", id, name: id, arrival, sitting_out });
const seat = (attendee_id, round, table, more = {}) => ({
  type: "seat", id: `${attendee_id}${round}`, attendee_id, round, table_id: `t${table}`, table_round_id: `t${table}r${round}`,
  was_table: null, missing: false, ...more,
});
const visit = (attendee_id, table, round) => ({ type: "visit", id: `v${attendee_id}${round}`, attendee_id, table_round_id: `t${table}r${round}` });
/** So many people at each table of a round. */
const sizes = (round, ...counts) => counts.flatMap((count, index) =>
  Array.from({ length: count }, (_, number) => seat(`p${index}-${number}`, round, index + 1)));

test("changed: with where it was told, in rounds that are not over, until the seat is taken", () => {
  const rows = hall({
    people: [person("bo"), person("ann"), person("cy")],
    seats: [seat("bo", 2, 3, { was_table: 1 }), seat("ann", 2, 1, { was_table: 2 }), seat("cy", 1, 2, { was_table: 3 }), seat("cy", 2, 2)],
  });
  const told = (more) => changedSince(rows, { ...session, ...more }).map(({ name, round, was, table }) => [name, round, was, table]);
  assert.deepEqual(told({}), [["cy", 1, 3, 2], ["ann", 2, 2, 1], ["bo", 2, 1, 3]]);
  assert.deepEqual(told({ round: 2 }), [["ann", 2, 2, 1], ["bo", 2, 1, 3]]);
  assert.deepEqual(told({ phase: "harvest" }), []);
  rows.apply({ seq: 2, rooms: { organisers: { rows: [visit("cy", 2, 1)] } } });
  assert.deepEqual(told({}).map(([name]) => name), ["ann", "bo"]);
});

test("missing: whose chair is empty as the host says, and who has been seen at no table in this round", () => {
  const rows = hall({
    people: [person("ann"), person("bo"), person("cy")],
    seats: [seat("ann", 1, 2, { missing: true }), seat("bo", 1, 1, { missing: true }), seat("cy", 2, 1, { missing: true })],
    more: [visit("bo", 3, 1)],
  });
  assert.deepEqual(missingFrom(rows, session), [{ id: "ann", name: "ann", table: 2 }]);
});

test("not come: counted once people have been sent to their tables", () => {
  const rows = hall({ people: [person("ann", "expected"), person("bo", "expected"), person("cy"), person("di", "away")] });
  assert.deepEqual(["check_in", "switching", "running", "harvest"].map((phase) => notCome(rows, { ...session, phase })), [0, 2, 2, 0]);
});

test("the round to plan is the one people go to, else the next", () => {
  const at = (phase, round) => roundToPlan({ ...session, phase, round });
  assert.deepEqual([at("draft", 0), at("check_in", 0), at("switching", 2), at("running", 2), at("running", 3), at("harvest", 3)], [1, 1, 2, 3, null, null]);
});

const UNEVEN = [
  ["even tables", [6, 6, 5], null],
  ["a spread of two among large tables", [7, 6, 5], null],
  ["a spread of three", [8, 6, 5], [3, 5, 1, 8]],
  ["a table of three beside tables of five", [5, 3, 5], [2, 3, 1, 5]],
  ["small tables all of them", [3, 3, 2], null],
  ["a table where only the host is left", [4, 4, 1], [3, 1, 1, 4]],
  ["a table that nobody uses", [5, 5, 0], null],
];

for (const [name, counts, expected] of UNEVEN) {
  test(`uneven: ${name}`, () => {
    const found = unevenness(hall({ seats: sizes(2, ...counts) }), session);
    assert.deepEqual(found && [found.least.table, found.least.people, found.most.table, found.most.people], expected);
  });
}

test("a table that is full is not too small, and where people choose nobody evens out", () => {
  const rows = hall({ seats: sizes(2, 6, 3, 6), more: [{ type: "table", id: "t2", number: 2, seats: 3 }] });
  assert.equal(unevenness(rows, session), null);
  assert.equal(unevenness(hall({ seats: sizes(2, 8, 1, 8) }), { ...session, mode: "free_choice" }), null);
});

test("who has come and has no chair in the next round is counted, unless they sit it out or there is no plan", () => {
  const people = [person("ann"), person("bo", "arrived", [2]), person("cy", "expected"), person("p0-0")];
  assert.deepEqual(unevenness(hall({ seats: sizes(2, 1), people }), session), { round: 2, least: null, most: null, unseated: 1 });
  assert.equal(unevenness(hall({ people }), session), null);
});
