import assert from "node:assert/strict";
import { test } from "node:test";
import { ballotsOf, firstOf, hasDots, resultOf } from "../../static/js/lib/ballots.js";
import { Paper, put } from "../../static/js/lib/dots.js";
import { Rows } from "../../static/js/lib/rows.js";
import { TableEntry, wrongWith } from "../../static/js/lib/table_entry.js";

const SPREAD = { dots: 3, stacked: false };
const STACKED = { dots: 3, stacked: true };

test("spread: one dot for a theme, and no more than one has", () => {
  const paper = new Paper(SPREAD);
  let dots = paper.give({}, "a");
  assert.deepEqual([dots, paper.left(dots), paper.mayGive(dots, "a")], [{ a: 1 }, 2, false]);
  assert.equal(paper.give(dots, "a"), dots);
  dots = paper.give(paper.give(dots, "b"), "c");
  assert.equal(paper.mayGive(dots, "d"), false);
  assert.deepEqual(paper.takeBack(dots, "a"), { b: 1, c: 1 });
});

test("stacked: several on one, and taking back what is not there changes nothing", () => {
  const paper = new Paper(STACKED);
  const dots = paper.give(paper.give(paper.give({}, "a"), "a"), "a");
  assert.deepEqual([dots, paper.left(dots)], [{ a: 3 }, 0]);
  assert.equal(paper.give(dots, "b"), dots);
  assert.deepEqual(paper.takeBack(dots, "b"), { a: 3 });
  assert.deepEqual(put(dots, "a", 0), {});
});

test("several people at a table have as many times as much, and spread means one for each of them", () => {
  const paper = new Paper(SPREAD, 4);
  assert.deepEqual([paper.most, paper.mostOnOne, new Paper(STACKED, 4).mostOnOne], [12, 4, 12]);
  assert.deepEqual([paper.takes({ a: 4, b: 4, c: 4 }), paper.takes({ a: 5 }), paper.takes({ a: 4, b: 4, c: 4, d: 1 })], [true, false, false]);
});

test("an entry for a table says what is wrong with it", () => {
  const cases = [
    [{ people: 0, dots: {} }, ""], [{ people: 2, dots: { a: 2, b: 1 } }, ""], [{ people: 0, dots: { a: 1 } }, "people"],
    [{ people: 9, dots: {} }, "seats"], [{ people: 1, dots: { a: 1, b: 1, c: 1, d: 1 } }, "all"], [{ people: 1, dots: { a: 2 } }, "one"],
  ];
  for (const [form, wrong] of cases) {
    assert.equal(wrongWith(form, SPREAD, 8), wrong, JSON.stringify(form));
  }
});

test("what is being entered stays when the stored entry changes, and goes once it is handed over", () => {
  const entry = new TableEntry({ changed: () => {} });
  const ballot = { id: "v" };
  entry.setPeople(entry.at(ballot, "t1", null), 3);
  entry.setDots(entry.at(ballot, "t1", null), "a", 2);
  assert.deepEqual(entry.at(ballot, "t1", { people: 1, dots: { b: 1 } }), { ballot: "v", table: "t1", people: 3, dots: { a: 2 } });
  assert.equal(entry.at(ballot, "t2", null).people, 0);
  entry.done();
  assert.deepEqual(entry.at(ballot, "t1", { people: 1, dots: { b: 1 } }).dots, { b: 1 });
});

const choice = (id, position) => ({ type: "choice", id, ballot_id: "v", theme_id: `theme-${id}`, title: id.toUpperCase(), position });

test("a result stands with most dots first, and as long as the longest; equals keep the order of the ballot", () => {
  const choices = [choice("a", 0), choice("b", 1), choice("c", 2), choice("d", 3)];
  const result = resultOf({ choices, tally: { dots: { b: 4, d: 1, c: 1 } } }, { b: 2 });
  assert.deepEqual(result.map(({ id, dots, share, own }) => [id, dots, share, own]), [
    ["b", 4, 100, 2], ["c", 1, 25, 0], ["d", 1, 25, 0], ["a", 0, 0, 0],
  ]);
  assert.deepEqual(firstOf(result, 3), { shown: result.slice(0, 2), more: 2 });
  assert.deepEqual(firstOf(result, 4), { shown: result, more: 0 });
});

test("a vote without a single dot has bars of no length, and no share of nothing", () => {
  assert.deepEqual(resultOf({ choices: [choice("a", 0)], tally: { dots: {} } }).map(({ share }) => share), [0]);
});

test("votes come with their choices in order, and dots are shown when there are any to be shown", () => {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { guests: { rows: [
    { type: "ballot", id: "v", state: "open", opened_at: 5 }, { type: "ballot", id: "w", state: "closed", opened_at: 9 },
    choice("b", 1), choice("a", 0), { type: "tally", id: "w", people: 0, dots: {} },
  ] } } });
  const [newest, older] = ballotsOf(rows);
  assert.deepEqual([newest.id, older.id, older.choices.map(({ id }) => id)], ["w", "v", ["a", "b"]]);
  assert.deepEqual([hasDots(newest), hasDots(older), hasDots({ ...older, tally: { dots: {} } }), hasDots({ ...older, tally: { dots: { a: 1 } } })],
    [true, false, false, true]);
});
