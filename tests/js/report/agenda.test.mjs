import assert from "node:assert/strict";
import { test } from "node:test";
import { agendaOf } from "../../../static/js/plan/agenda.js";

const TODAY = "2027-04-10";
const SERIES = [
  { id: "4", starts_on: null, ends_on: null }, { id: "3", starts_on: "2027-11-01", ends_on: null },
  { id: "1", starts_on: "2027-02-08", ends_on: "2027-02-09" }, { id: "2", starts_on: "2027-06-14", ends_on: "2027-06-15" },
];
const at = (due_on, due_gathering_id, status = "in_progress", today = TODAY) =>
  agendaOf({ due_on, due_gathering_id, status }, SERIES, today)?.id ?? null;

test("a measure returns on the agenda that the server has it on", () => {
  // The same table as in tests/unit/plans/test_returning.py.
  for (const [due_on, gathering, expected] of [
    [null, null, null], ["2027-03-01", null, "2"], ["2027-04-10", null, "2"], ["2027-06-14", null, "2"], ["2027-06-15", null, "2"],
    ["2027-06-16", null, "3"], ["2027-12-01", null, "4"], [null, "1", "2"], [null, "2", "2"], [null, "3", "3"], [null, "4", "4"],
    [null, "gone", null],
  ]) {
    assert.equal(at(due_on, gathering), expected, `${due_on} ${gathering}`);
  }
  assert.deepEqual(["done", "cancelled"].map((status) => at("2027-03-01", null, status)), [null, null]);
  assert.equal(at("2027-01-15", null, "paused", "2027-07-01"), "3");
});
