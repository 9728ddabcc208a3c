import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { counts, matches, peopleAtDoor } from "../../../static/js/door/queue.js";

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
