import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { commandOfLine } from "../../../static/js/plan/line_commands.js";
import { dueDay, filtered, nextGathering, todayAt, yoursOf } from "../../../static/js/plan/due.js";
import { planOf } from "../../../static/js/plan/plan.js";
import { keysOf } from "../../../static/js/plan/texts.js";
import { dueWords } from "../../../static/js/plan/words.js";

const goal = (id, more = {}) => ({ type: "goal", id, title: id, position: 1, removed: false, ...more });
const measure = (id, more = {}) => ({
  type: "measure", id, title: id, goal_id: "g1", status: "not_started", position: 1, removed: false,
  responsible: "", responsible_id: null, due_on: null, due_gathering_id: null, users_took_part: null, ...more,
});

function rowsOf(...things) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { team: { rows: [{ type: "plan", id: "p", state: "draft" }, ...things] } } });
  return rows;
}

const seen = (rows, operations = [], connected = true) => planOf({ rows, operations, connected });
let made = 0;
const does = (name, data, more = {}) => ({ id: `op${(made += 1)}`, name, data: { plan_id: "p", ...data }, state: "waiting", written: true, error: null, ...more });

test("goals stand in order with their measures, and measures of no goal beside them", () => {
  const rows = rowsOf(goal("g2", { position: 2 }), goal("g1"), measure("m2", { position: 2 }), measure("m1"), measure("m3", { goal_id: null }));
  const { goals, outside } = seen(rows);
  assert.deepEqual(goals.map(({ id, measures }) => [id, measures.map((one) => one.id)]), [["g1", ["m1", "m2"]], ["g2", []]]);
  assert.deepEqual(outside.map(({ id }) => id), ["m3"]);
});

test("a status is shown at once, with where it is, and undone by setting it back", () => {
  const rows = rowsOf(goal("g1"), measure("m1"));
  const done = does("set_status", { measure_id: "m1", status: "done" });
  assert.deepEqual(pick(seen(rows, [done], false)), ["done", "here"]);
  assert.deepEqual(pick(seen(rows, [done], true)), ["done", "saving"]);
  assert.deepEqual(pick(seen(rows, [done, does("set_status", { measure_id: "m1", status: "not_started" })], false)), ["not_started", "here"]);
});

const pick = ({ measures: [{ status, state }] }) => [status, state];

test("what the server refuses is told and does not stand", () => {
  const rows = rowsOf(goal("g1"), measure("m1"));
  const refused = does("set_status", { measure_id: "m1", status: "done" }, { state: "refused", error: { message: "No" } });
  const [one] = seen(rows, [refused]).measures;
  assert.deepEqual([one.status, one.state, one.error.message, one.error.id], ["not_started", "refused", "No", refused.id]);
});

test("a goal and a measure made without network stand in the plan, the measure under the goal", () => {
  const operations = [does("add_goal", { goal_id: "new", title: "New" }), does("add_measure", { measure_id: "first", goal_id: "new", title: "First" })];
  const { goals: [one] } = seen(rowsOf(), operations, false);
  assert.deepEqual([one.title, one.state, one.measures[0].title, one.measures[0].state], ["New", "here", "First", "here"]);
});

test("a measure whose goal has been taken out stays in sight and comes back under it", () => {
  const rows = rowsOf(goal("g1"), measure("m1"));
  const removed = does("remove_goal", { goal_id: "g1" });
  const without = seen(rows, [removed]);
  assert.deepEqual([without.goals.length, without.outside[0].id, without.removed.goals[0].id], [0, "m1", "g1"]);
  const back = seen(rows, [removed, does("restore_goal", { goal_id: "g1" })]);
  assert.deepEqual([back.goals[0].measures[0].id, back.outside.length], ["m1", 0]);
});

test("a measure's command that names a goal moves the measure and leaves the goal as it is", () => {
  const rows = rowsOf(goal("g1", { title: "One" }), goal("g2", { title: "Two", position: 2 }), measure("m1"));
  const { goals } = seen(rows, [does("change_measure", { measure_id: "m1", goal_id: "g2", title: "Moved" })]);
  assert.deepEqual(goals.map(({ title, state, measures }) => [title, state, measures.length]), [["One", "saved", 0], ["Two", "saved", 1]]);
});

test("a day takes the place of a gathering and words that of a person, as on the server", () => {
  const rows = rowsOf(measure("m1", { due_gathering_id: "next", responsible: "Åse", responsible_id: "u1" }));
  const [one] = seen(rows, [does("change_measure", { measure_id: "m1", due_on: "2027-01-01", responsible: "The head" })]).measures;
  assert.deepEqual([one.due_on, one.due_gathering_id, one.responsible, one.responsible_id], ["2027-01-01", null, "The head", null]);
});

const GATHERINGS = [{ id: "past", title: "Before", starts_on: "2026-10-01" }, { id: "late", title: "Later", starts_on: "2027-06-01" }, { id: "next", title: "Soon", starts_on: "2027-02-08" }];

test("yours come by what is due first, a gathering by its first day, and without a deadline last", () => {
  const mine = (id, more) => measure(id, { responsible_id: "me", ...more });
  const all = [mine("none"), mine("gathering", { due_gathering_id: "next" }), mine("day", { due_on: "2027-02-07" }), measure("theirs", { responsible_id: "you" })];
  assert.deepEqual(yoursOf(all, "me", GATHERINGS).map(({ id }) => id), ["day", "gathering", "none"]);
  assert.equal(dueDay(all[1], GATHERINGS), "2027-02-08");
  assert.equal(nextGathering(GATHERINGS, "2026-11-22").id, "next");
});

test("a deadline is told by its day or its gathering, and that it has passed only of what is not finished", () => {
  const view = { gatherings: GATHERINGS, locale: "en", today: "2026-11-22" };
  assert.deepEqual(dueWords(measure("a", { due_gathering_id: "next" }), view), { late: false, words: "Next gathering: Soon" });
  assert.deepEqual(dueWords(measure("a", { due_gathering_id: "late" }), view), { late: false, words: "Later" });
  assert.deepEqual(dueWords(measure("a", { due_on: "2026-11-23" }), view), { late: false, words: "Tomorrow" });
  assert.deepEqual(dueWords(measure("a", { due_on: "2026-11-01" }), view), { late: true, words: "November\u00a01" });
  assert.equal(dueWords(measure("a", { due_on: "2026-11-01", status: "done" }), view).late, false);
  assert.equal(dueWords(measure("a"), view).words, "");
  const lasting = { ...view, gatherings: [{ id: "two", title: "Two days", starts_on: "2026-11-21", ends_on: "2026-11-22" }] };
  assert.equal(dueWords(measure("a", { due_gathering_id: "two" }), lasting).late, false);
  assert.equal(dueWords(measure("a", { due_gathering_id: "two" }), { ...lasting, today: "2026-11-23" }).late, true);
});

test("what was touched stays in view whatever the filter", () => {
  const all = [measure("open"), measure("done", { status: "done" }), measure("mine", { status: "cancelled", responsible_id: "me" })];
  const ids = (filter, touched) => filtered(all, filter, { me: "me", touched: new Set(touched) }).map(({ id }) => id);
  assert.deepEqual(ids("all", []), ["open", "done", "mine"]);
  assert.deepEqual(ids("open", []), ["open"]);
  assert.deepEqual(ids("open", ["done"]), ["open", "done"]);
  assert.deepEqual(ids("mine", []), ["mine"]);
});

test("today is the day of this device", () => {
  assert.equal(todayAt(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});

test("a line is sent as what it changes, but not a title that is empty or a link that no browser opens", () => {
  assert.deepEqual(commandOfLine("measure/m1/title", " Hire two "), ["change_measure", { measure_id: "m1", title: "Hire two" }]);
  assert.deepEqual(commandOfLine("goal/g1/anchoring_link", "https://example.org"), ["change_goal", { goal_id: "g1", anchoring_link: "https://example.org" }]);
  assert.deepEqual(commandOfLine("goal/g1/anchoring_link", ""), ["change_goal", { goal_id: "g1", anchoring_link: "" }]);
  assert.equal(commandOfLine("measure/m1/title", "  "), null);
  assert.equal(commandOfLine("goal/g1/anchoring_link", "javascript:alert(1)"), null);
});

test("every text of what is in the plan, or taken out of it, has a key", () => {
  const keys = keysOf(seen(rowsOf(goal("g1"), measure("m1", { removed: true }))));
  assert.ok(["p/why", "p/evaluation", "g1/specific", "m1/barrier", "m1/learning"].every((key) => keys.includes(key)));
  assert.equal(new Set(keys).size, keys.length);
});
