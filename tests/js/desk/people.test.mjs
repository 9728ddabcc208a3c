import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { peopleAt } from "../../../static/js/desk/people.js";

const seat = (attendee_id, more = {}) => ({
  type: "seat", id: attendee_id, attendee_id, table_round_id: "p", name: attendee_id, hosting: false, arrival: "arrived", missing: false, ...more,
});
const mark = (name, attendee_id, data, state = "waiting") => ({ name, data: { table_round_id: "p", attendee_id, ...data }, state });

function people(operations, ...more) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { table: { rows: [seat("ann", { hosting: true }), seat("bo"), seat("cy", { missing: true }), ...more] } } });
  return peopleAt({ rows, operations, placeId: "p", self: "ann" }).map(({ id, here, missing }) => [id, here, missing]);
}

test("who is missing is told at once, and taken back at once", () => {
  assert.deepEqual(people([]), [["ann", true, false], ["bo", false, false], ["cy", false, true]]);
  assert.deepEqual(people([mark("mark_missing", "bo", { missing: true }), mark("mark_missing", "cy", { missing: false })]),
    [["ann", true, false], ["bo", false, true], ["cy", false, false]]);
  assert.deepEqual(people([mark("mark_missing", "bo", { missing: true }, "refused")])[1], ["bo", false, false]);
});

test("who is seen at the table is not missing, whatever was said before", () => {
  assert.deepEqual(people([mark("mark_visit", "cy", { here: true })])[2], ["cy", true, false]);
});
