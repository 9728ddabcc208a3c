import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { callsOf, hostAt, movingInto, peopleOf, seatedAtStart, tablesOnShow, withoutSummary } from "../../../static/js/run/hall.js";

const MINUTE = 60_000;
const session = { type: "session", id: "s", phase: "running", round: 1, rounds: 2, paused_left: null, deadline: 30 * MINUTE, counting_since: 10 * MINUTE };

function hall(...more) {
  const rows = new Rows();
  const seat = (attendee_id, round, table_id) => ({ type: "seat", id: `${attendee_id}${round}`, attendee_id, round, table_id });
  const person = (id, arrival = "arrived", sitting_out = []) => ({ type: "attendee", id, name: id, arrival, sitting_out });
  rows.apply({ seq: 1, rooms: { organisers: { rows: [
    session,
    { type: "table", id: "t2", number: 2, seats: 6 }, { type: "table", id: "t1", number: 1, seats: 6 },
    { type: "table_round", id: "p1", table_id: "t1", round: 1, host_id: "ann", cohost_id: null, host: "Ann", topic_id: null },
    { type: "table_round", id: "p2", table_id: "t2", round: 1, host_id: null, cohost_id: null, host: null, topic_id: null },
    person("ann"), person("bo"), person("cy", "arrived", [1]), person("di"), person("ed", "away"), person("fi", "expected"),
    seat("ann", 1, "t1"), seat("bo", 1, "t1"), seat("fi", 1, "t2"), seat("ann", 2, "t1"), seat("bo", 2, "t2"), seat("cy", 2, "t2"),
    ...more,
  ] } } });
  return rows;
}

test("people: come, seated, sitting out, and those without a seat", () => {
  const { come, expected, seated, sittingOut, seatless } = peopleOf(hall(), session);
  assert.deepEqual({ come, expected, seated, sittingOut }, { come: 4, expected: 5, seated: 2, sittingOut: 1 });
  assert.deepEqual(seatless.map((person) => person.id), ["di"]);
});

test("who moves: who sits elsewhere than before", () => {
  assert.equal(movingInto(hall(), 1), 3);
  assert.equal(movingInto(hall(), 2), 2);
});

test("without a plan the start seats everybody who is expected or has come, and does not sit out", () => {
  const rows = new Rows();
  const person = (id, arrival, out = []) => ({ type: "attendee", id, arrival, sitting_out: out });
  const people = [person("ann", "arrived"), person("bo", "expected"), person("cy", "away"), person("di", "arrived", [1])];
  rows.apply({ seq: 1, rooms: { organisers: { rows: people } } });
  assert.equal(seatedAtStart(rows), 2);
  assert.equal(seatedAtStart(hall()), 4);
});

test("tables with notes and no summary are named, round by round", () => {
  const note = (id, place, binned = false) => ({ type: "note", id, table_round_id: place, at: 1, binned });
  const rows = hall(note("a", "p1"), note("b", "p2"), note("c", "p2", true), { type: "summary", id: "p1", text: " ", state: "draft" },
    { type: "table_round", id: "p3", table_id: "t1", round: 2 }, note("d", "p3"));
  assert.deepEqual(withoutSummary(rows, session), [{ round: 1, tables: [1, 2] }]);
  assert.deepEqual(withoutSummary(rows, { ...session, round: 2 }), [{ round: 1, tables: [1, 2] }, { round: 2, tables: [1] }]);
});

test("tables stand in the order of their numbers, with their notes and silence", () => {
  const note = (id, at, more = {}) => ({ type: "note", id, table_round_id: "p1", at, binned: false, ...more });
  const rows = hall(note("a", 12 * MINUTE), note("b", null), note("c", 13 * MINUTE, { binned: true }),
    { type: "visit", id: "v", attendee_id: "bo", table_round_id: "p1" }, { type: "summary", id: "p1", text: "x", state: "shown" });
  const [one, two] = tablesOnShow(rows, session, 20 * MINUTE);
  assert.deepEqual([one.table.number, two.table.number], [1, 2]);
  assert.deepEqual({ notes: one.notes, quietFor: one.quietFor, here: one.here, seated: one.seated, summary: one.summary },
    { notes: 2, quietFor: 8 * MINUTE, here: 1, seated: 2, summary: "shown" });
  assert.equal(one.attention.level, "high");
  assert.equal(two.quietFor, 10 * MINUTE);
});

test("silence is counted from the start of the round, or from the end of a pause", () => {
  const [one] = tablesOnShow(hall(), { ...session, counting_since: 19 * MINUTE }, 20 * MINUTE);
  assert.equal(one.quietFor, MINUTE);
});

test("the host: here, lost, never, none, left", () => {
  const presence = (connected) => ({ type: "host_presence", id: "ann", connected, since: 5 });
  const at = (rows) => hostAt(rows, rows.get("table_round", "p1")).state;
  assert.equal(at(hall()), "never");
  const gone = hall({ type: "attendee", id: "ann", name: "Ann", arrival: "away", sitting_out: [] }, presence(true));
  assert.equal(at(gone), "away");
  assert.equal(at(hall(presence(true))), "here");
  assert.equal(at(hall(presence(false))), "lost");
  assert.equal(hostAt(hall(), { host_id: null, cohost_id: null }).state, "none");
});

test("calls stand oldest first with the caller's table; done ones are gone", () => {
  const call = (id, at, state = "open", attendee_id = "bo") => ({ type: "help_call", id, attendee_id, at, state, kind: "someone", name: "Bo" });
  const calls = callsOf(hall(call("x", 9), call("y", 3, "taken", "di"), call("z", 1, "done")), session);
  assert.deepEqual(calls.map(({ id, table }) => [id, table]), [["y", null], ["x", 1]]);
});
