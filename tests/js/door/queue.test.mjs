import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { counts, matches, missingNow, notCome, peopleAtDoor } from "../../../static/js/door/queue.js";

const MATCHES = [
  ["ase", { name: "Åse Ødegård", organisation: null }, true],
  ["ode", { name: "Åse Ødegård", organisation: null }, true],
  ["ÅSE ØD", { name: "Åse Ødegård", organisation: null }, true],
  ["aerlig", { name: "Ærlig Berg", organisation: null }, true],
  ["jose garcia", { name: "José García", organisation: null }, true],
  ["kari eiger", { name: "Kari Nordmann", organisation: "Eigersund kommune" }, true],
  ["marie", { name: "Anne-Marie", organisation: null }, true],
  ["mann", { name: "Kari Nordmann", organisation: null }, false],
  ["kari ola", { name: "Kari Nordmann", organisation: null }, false],
  ["", { name: "Kari", organisation: null }, true],
];

for (const [typed, person, found] of MATCHES) {
  test(`"${typed}" ${found ? "finds" : "does not find"} ${person.name}`, () => assert.equal(matches(person, typed), found));
}

test("what is on its way is laid over the rows, and what was refused is not", () => {
  const rows = new Rows();
  const row = (id) => ({ type: "attendee", id, name: id, organisation: null, kind: null, arrival: "expected", sitting_out: [] });
  rows.apply({ seq: 1, rooms: { organisers: { rows: [row("a"), row("b"), row("c")] } } });
  const people = peopleAtDoor(rows, [
    { name: "set_arrival", data: { attendee_id: "a", arrival: "arrived" }, state: "waiting" },
    { name: "set_arrival", data: { attendee_id: "b", arrival: "away" }, state: "refused", error: { message: "No." } },
    { name: "add_attendee", data: { attendee_id: "n", display_name: "New", organisation_id: "o" }, state: "sending" },
    { name: "add_note", data: {}, state: "waiting" },
  ], [{ id: "o", name: "Bømlo" }]);
  const told = people.map(({ id, arrival, pending, refused }) => [id, arrival, pending, refused?.message]);
  assert.deepEqual(told, [["a", "arrived", true, undefined], ["b", "expected", false, "No."], ["c", "expected", false, undefined], ["n", "arrived", true, undefined]]);
  assert.equal(people.at(-1).organisation, "Bømlo");
  assert.deepEqual(counts(people), { arrived: 2, expected: 2, away: 0 });
});

const attendee = (id, arrival) => ({ type: "attendee", id, name: id, organisation: null, kind: null, arrival, sitting_out: [] });
const door = (...more) => {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { organisers: { rows: [{ type: "session", id: "s", phase: "running", round: 2 }, ...more] } } });
  return rows;
};

test("chairs on their way to be freed: only of those who have not come, and back again", () => {
  const rows = door(attendee("a", "expected"), attendee("b", "arrived"), attendee("c", "expected"));
  const operation = (free, state) => ({ name: "free_chairs", data: { attendee_ids: ["a", "b"], free }, state });
  const told = (...operations) => peopleAtDoor(rows, operations).map(({ arrival, pending }) => [arrival, pending]);
  assert.deepEqual(told(operation(true, "waiting")), [["away", true], ["arrived", false], ["expected", false]]);
  assert.deepEqual(told(operation(true, "saved"), operation(false, "waiting"))[0], ["expected", true]);
  assert.deepEqual(told(operation(true, "refused"))[0], ["expected", false]);
});

test("who has not come is told of when people have been sent to their tables", () => {
  const people = [attendee("a", "expected"), attendee("b", "arrived"), attendee("c", "away")];
  assert.deepEqual(notCome(people, { phase: "switching" }).map(({ id }) => id), ["a"]);
  assert.deepEqual(notCome(people, { phase: "check_in" }), []);
});

test("a host's word that somebody is missing holds until they are seen at any table in this round", () => {
  const place = (id, round) => ({ type: "table_round", id, round });
  const seat = (attendee_id, round, missing) => ({ type: "seat", id: attendee_id, attendee_id, round, missing });
  const rows = door(place("p1", 1), place("p2", 2), seat("a", 2, true), seat("b", 2, true), seat("c", 1, true), seat("d", 2, false),
    { type: "visit", id: "v", attendee_id: "b", table_round_id: "p2" }, { type: "visit", id: "w", attendee_id: "a", table_round_id: "p1" });
  assert.deepEqual([...missingNow(rows)], ["a"]);
});
