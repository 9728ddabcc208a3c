import assert from "node:assert/strict";
import { test } from "node:test";
import { Choosing } from "../../../static/js/board/choosing.js";
import { laidOver } from "../../../static/js/board/laid_over.js";
import { pickable } from "../../../static/js/board/picking.js";
import { proposalsIn } from "../../../static/js/board/proposals.js";
import { ALL, gridOf, passes, sidesOf, slipsOf } from "../../../static/js/board/slips.js";
import { boardOf, roots } from "../../../static/js/board/standing.js";
import { nextRedo, nextUndo, stepsOf } from "../../../static/js/board/steps.js";
import { Whole } from "../../../static/js/board/whole.js";
import { Rows } from "../../../static/js/lib/rows.js";

const theme = (id, more = {}) => ({ id, title: id, position: 1, merged_into: null, removed: false, ...more });
const under = (theme_id, note_id) => ({ theme_id, note_id });
const notes = ["1", "2", "3"].map((id) => ({ id, text: `note ${id}`, source: "unspecified" }));
const told = ({ columns, unplaced }) => [
  ...columns.map((column) => [column.theme.id, column.notes.map((note) => note.id).join("")]),
  ["", unplaced.map((note) => note.id).join("")],
];
const asked = (name, data, state = "waiting") => ({ id: name, name, data, state });

test("notes stand where the server's rule says: several themes, merged ones, removed ones, none that goes round", () => {
  const placements = [under("a", "1"), under("b", "1"), under("b", "2")];
  assert.deepEqual(told(boardOf({ themes: [theme("a"), theme("b", { position: 0 })], placements, notes })), [["b", "12"], ["a", "1"], ["", "3"]]);
  assert.deepEqual(told(boardOf({ themes: [theme("a"), theme("b", { merged_into: "a" })], placements, notes })), [["a", "12"], ["", "3"]]);
  assert.deepEqual(told(boardOf({ themes: [theme("a"), theme("b", { removed: true })], placements, notes })), [["a", "1"], ["", "23"]]);
  assert.deepEqual([...roots([theme("a", { merged_into: "b" }), theme("b", { merged_into: "a" })])], [["a", null], ["b", null]]);
});

const LAID = [
  ["create_theme", { theme_id: "c", title: "c", note_ids: ["1", "3"] }, [["a", "1"], ["b", "2"], ["c", "13"], ["", ""]]],
  ["place_notes", { theme_id: "b", note_ids: ["1", "3"] }, [["a", "1"], ["b", "123"], ["", ""]]],
  ["place_notes", { theme_id: "b", note_ids: ["1"], from_theme_id: "a" }, [["a", ""], ["b", "12"], ["", "3"]]],
  ["unplace_notes", { theme_id: "b", note_ids: ["2"] }, [["a", "1"], ["b", ""], ["", "23"]]],
  ["split_theme", { theme_id: "b", new_theme_id: "c", title: "c", note_ids: ["2"] }, [["a", "1"], ["b", ""], ["c", "2"], ["", "3"]]],
  ["merge_themes", { theme_id: "b", into_theme_id: "a" }, [["a", "12"], ["", "3"]]],
  ["remove_theme", { theme_id: "b" }, [["a", "1"], ["", "23"]]],
  ["move_theme", { theme_id: "b", position: -1 }, [["b", "2"], ["a", "1"], ["", "3"]]],
];
for (const [name, data, expected] of LAID) {
  test(`${name} is seen before the server has answered, and not once it was refused`, () => {
    const rows = { themes: [theme("a"), theme("b", { position: 2 })], placements: [under("a", "1"), under("b", "2")] };
    assert.deepEqual(told(boardOf({ ...laidOver(rows, [asked(name, data)]), notes })), expected);
    assert.equal(laidOver(rows, [asked(name, data, "refused")]).themes, rows.themes);
  });
}

test("what a merge brought along is moved out too, and a merge under way is taken apart again", () => {
  const rows = { themes: [theme("a"), theme("b", { merged_into: "a" }), theme("c")], placements: [under("b", "2")] };
  const moved = laidOver(rows, [asked("place_notes", { theme_id: "c", note_ids: ["2"], from_theme_id: "a" })]);
  assert.deepEqual(told(boardOf({ ...moved, notes })), [["a", ""], ["c", "2"], ["", "13"]]);
  const apart = laidOver(rows, [asked("take_theme_apart", { theme_id: "b" })]);
  assert.deepEqual(told(boardOf({ ...apart, notes })).map(([id]) => id), ["a", "b", "c", ""]);
});

test("notes of a bundle are one slip with all of them; one taken apart is none", () => {
  const said = { bundleOf: new Map([["1", "x"], ["3", "x"]]), bundles: new Map([["x", { id: "x", text: "as one" }]]) };
  assert.deepEqual(slipsOf(notes, said).map((slip) => [slip.text, slip.notes.length]), [["as one", 2], ["note 2", 1]]);
  said.bundles.get("x").taken_apart = true;
  assert.equal(slipsOf(notes, said).length, 3);
});

test("filters: each by itself, and what is found by its words", () => {
  const note = { id: "1", topic_id: "t", round: 2, table: 3, kind: "idea", source: "relative" };
  const about = { found: null, important: new Set(), themesOf: () => ["a"] };
  const isShown = (filter, more = {}) => passes(note, { ...ALL, ...filter }, { ...about, ...more });
  for (const filter of [{}, { topic: "t" }, { round: "2" }, { table: "3" }, { kind: "idea" }, { source: "relative" }]) {
    assert.ok(isShown(filter), JSON.stringify(filter));
  }
  for (const filter of [{ topic: "-" }, { round: "1" }, { table: "1" }, { kind: "quote" }, { source: "professional" }, { show: "unplaced" }, { show: "important" }, { show: "several" }]) {
    assert.ok(!isShown(filter), JSON.stringify(filter));
  }
  assert.ok(!isShown({}, { found: new Set() }));
});

test("choosing: one, a range, all; what has left its column is let go, the same note elsewhere is not chosen", () => {
  const choosing = new Choosing();
  const order = ["1", "2", "3"];
  choosing.toggle("a", "1");
  choosing.extend("a", "3", order);
  assert.equal(choosing.size, 3);
  assert.ok(!choosing.has("b", "1"));
  choosing.toggle("a", "2");
  const column = (id, ids) => ({ id, slips: ids.map((one) => ({ id: one, notes: [{ id: one }] })) });
  choosing.keepTo([column("a", ["1", "2"]), column("b", ["3"])]);
  assert.deepEqual(choosing.byColumn([column("a", ["1", "2"]), column("b", ["3"])]), [{ column: "a", noteIds: ["1"] }]);
});

test("typing finds themes by their beginning, then by a word, and offers a new one", () => {
  const themes = ["Time for trust", "Trust", "Distrust", "Rest"].map((title) => ({ id: title, title }));
  const titles = (typed, options) => pickable(themes, typed, options).map((one) => (one.isNew ? `+${one.title}` : one.title));
  assert.deepEqual(titles("trus"), ["Trust", "Time for trust", "Distrust", "+trus"]);
  assert.deepEqual(titles("TRUST "), ["Trust", "Time for trust", "Distrust"]);
  assert.deepEqual(titles("new", { make: false }), []);
  assert.equal(titles("").length, 4);
});

test("undo takes one's own last step that holds; redo what was undone, until something new is done", () => {
  const step = (at, more = {}) => ({ id: `s${at}`, at, author: "me", kind: "place", undone: false, undoes: null, details: {}, ...more });
  const own = [step(1), step(2), step(3, { author: "you" })];
  assert.equal(nextUndo(stepsOf(own), "me").id, "s2");
  const undone = [step(1), step(2, { undone: true }), step(4, { kind: "undo", undoes: "s2" })];
  assert.equal(nextUndo(stepsOf(undone), "me").id, "s1");
  assert.equal(nextRedo(stepsOf(undone), "me").id, "s4");
  assert.equal(nextRedo(stepsOf([...undone, step(5)]), "me"), null);
  const redone = [step(1), step(2), step(4, { kind: "undo", undoes: "s2", undone: true }), step(5, { kind: "redo", undoes: "s4" })];
  assert.equal(nextUndo(stepsOf(redone), "me").id, "s2");
  assert.equal(nextRedo(stepsOf(redone), "me"), null);
});

test("the knowledge sources stand beside one another, and the grid counts by topic", () => {
  const slip = (source, topic_id) => ({ notes: [{ source, topic_id }] });
  const slips = [slip("professional", "t"), slip("lived_experience", "t"), slip("relative", "u"), slip("unspecified", null)];
  const { professional, lived, unspecified } = sidesOf(slips);
  assert.deepEqual([professional.length, lived.length, unspecified.length], [1, 2, 1]);
  const [row] = gridOf([{ id: "a", title: "a", slips }], ["t", "u"]);
  assert.deepEqual([row.cells.map(({ count }) => count), row.total], [[2, 1], 4]);
});

test("a proposal answered here is gone at once, and there again when the answer was taken back", () => {
  const one = (state) => [{ id: "s", state, position: 0 }];
  const answered = new Set(["s"]);
  const open = (state) => proposalsIn([{ asked_at: 1 }], one(state), answered).suggestions.length;
  assert.deepEqual([open("open"), open("accepted"), open("open")], [0, 0, 1]);
});

test("nothing is worked out again that has not changed, and a note that comes is seen", async () => {
  const rows = new Rows();
  const row = (type, id, more) => ({ type, id, ...more });
  const note = (id) => row("note", id, { table_round_id: "p", text: id, binned: false, position: 1 });
  const batch = (seq, list) => rows.apply({ seq, rooms: { organisers: { rows: list } } });
  batch(1, [row("table", "t", { number: 1 }), row("table_round", "p", { table_id: "t", round: 1, topic_id: null }), note("1"), row("theme", "a", theme("a")), row("placement", "x", under("a", "1"))]);
  const waiting = [];
  let told;
  const whole = new Whole({ rows, outbox: { shown: () => [...waiting], subscribe: (listener) => (told = listener) } });
  const first = whole.shown(ALL, null);
  assert.equal(whole.shown(ALL, null), first);
  batch(2, [note("2")]);
  await null;
  assert.notEqual(whole.shown(ALL, null), first);
  assert.deepEqual(whole.full().map(({ id, slips }) => [id, slips.length]), [["", 1], ["a", 1]]);
  waiting.push(asked("place_notes", { theme_id: "a", note_ids: ["2"] }));
  told();
  assert.deepEqual(whole.full().map(({ id, slips }) => [id, slips.length]), [["", 0], ["a", 2]]);
});
