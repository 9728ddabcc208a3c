import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { withPending } from "../../../static/js/together/pending.js";
import { sheetOf, tablesOf, topicsOf } from "../../../static/js/together/sheet.js";
import { afterKey, afterTap, plainly, sizeOf, slidesOf } from "../../../static/js/together/slides.js";

const NOTES = ["one", "two", "three", "four", "five"];

/** Tables 4 and 9 have topic A in two rounds, table 5 has topic B; notes one to four are A's, five is B's. */
function hall({ mode = "topic_per_table", slips = [], bundles = [] } = {}) {
  const rows = new Rows();
  const place = (id, table, round, topic_id = "A") => ({ type: "table_round", id, table_id: `t${table}`, round, topic_id });
  const note = (id, table_round_id, position) => ({ type: "note", id, table_round_id, position, text: `Note ${id}`, binned: false });
  rows.apply({
    seq: 1,
    rooms: {
      topic: {
        rows: [
          { type: "session", id: "s", mode, round: 2, rounds: 3, phase: "harvest" },
          { type: "topic", id: "A", position: 0 }, { type: "topic", id: "B", position: 1 },
          ...[4, 5, 9].map((number) => ({ type: "table", id: `t${number}`, number })),
          place("p41", 4, 1), place("p91", 9, 1), place("p42", 4, 2), place("p92", 9, 2), place("p43", 4, 3), place("p51", 5, 1, "B"),
          note("one", "p41", 1), note("two", "p91", 1), note("three", "p91", 2), note("four", "p42", 1), note("five", "p51", 1),
          { type: "summary", id: "p91", text: "So", round: 1, table: 9, topic_id: "A", state: "draft" },
          ...slips.map((slip) => ({ type: "slip", bundle_id: null, important: false, left_out: false, reason: "", ...slip })),
          ...bundles.map((bundle) => ({ type: "bundle", topic_id: "A", text: "All", version: 1, taken_apart: false, ...bundle })),
        ],
      },
    },
  });
  return rows;
}

const done = (name, data) => ({ name, data, state: "waiting" });
const idsOf = (notes) => notes.map(({ id }) => id);

test("columns are tables, rows are rounds that were held, and only one's own topic is there", () => {
  const sheet = sheetOf(hall(), { topic_id: "A" });
  assert.deepEqual([sheet.lanes, sheet.rounds], [[4, 9], [1, 2]]);
  assert.deepEqual(sheet.cells.map(({ round, table, notes }) => [round, table, idsOf(notes)]),
    [[1, 4, ["one"]], [1, 9, ["two", "three"]], [2, 4, ["four"]], [2, 9, []]]);
  assert.equal(sheet.cells[1].summary.text, "So");
  assert.deepEqual(topicsOf(hall(), { own: false }), ["A", "B"]);
  assert.deepEqual(topicsOf(hall(), { own: true }), []);
  assert.deepEqual(tablesOf(sheet.notes), [4, 9]);
});

test("where questions walk, a lane is a place in the round and not a table", () => {
  assert.deepEqual(sheetOf(hall({ mode: "hosts_rotate" }), { topic_id: "A" }).lanes, [0, 1]);
});

test("what has been done here and is not a row yet shows at once; what was refused does not", () => {
  const operations = [
    done("bundle_notes", { bundle_id: "b", topic_id: "A", note_ids: ["one", "two"], text: "Both" }),
    done("mark_important", { note_id: "two", important: true }),
    done("take_out_of_bundle", { note_ids: ["one"] }),
    done("leave_out", { note_id: "four", left_out: true, reason: "Twice" }),
    { ...done("mark_important", { note_id: "one", important: true }), state: "refused" },
  ];
  const sheet = sheetOf(hall(), { topic_id: "A", operations });
  const note = (id) => sheet.notes.find((one) => one.id === id);
  assert.deepEqual([note("one").bundle, note("one").important, note("two").bundle], [null, false, "b"]);
  assert.deepEqual([note("four").leftOut, note("four").reason], [true, "Twice"]);
  assert.deepEqual(sheet.bundles.map(({ id, text, version, important, notes }) => [id, text, version, important, idsOf(notes)]),
    [["b", "Both", 1, true, ["two"]]]);
});

test("a bundle without notes keeps its text aside, and stands again when a note comes in", () => {
  const start = { slips: [{ id: "one", bundle_id: "b" }], bundles: [{ id: "b" }] };
  const apart = sheetOf(hall(start), { topic_id: "A", operations: [done("take_bundle_apart", { bundle_id: "b" })] });
  assert.deepEqual([apart.bundles.length, apart.apart.map(({ text }) => text)], [0, ["All"]]);
  const again = [done("take_bundle_apart", { bundle_id: "b" }), done("add_to_bundle", { bundle_id: "b", note_ids: ["two"] })];
  assert.deepEqual(sheetOf(hall(start), { topic_id: "A", operations: again }).bundles.map(({ notes }) => idsOf(notes)), [["two"]]);
});

test("no steps in whatever order hide a note: each is in its cell, and free or in one bundle that stands", () => {
  let seed = 7;
  const chance = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let run = 0; run < 200; run += 1) {
    const operations = Array.from({ length: 20 }, () => {
      const bundle_id = `b${chance(3)}`;
      const note_ids = NOTES.filter(() => chance(2));
      return [
        done("bundle_notes", { bundle_id, topic_id: chance(4) ? "A" : "B", note_ids, text: "Text" }),
        done("add_to_bundle", { bundle_id, note_ids }), done("take_out_of_bundle", { note_ids }), done("take_bundle_apart", { bundle_id }),
      ][chance(4)];
    });
    for (const topic_id of ["A", "B"]) {
      const sheet = sheetOf(hall(), { topic_id, operations });
      const expected = topic_id === "A" ? ["one", "two", "three", "four"] : ["five"];
      const inBundles = sheet.bundles.flatMap(({ notes }) => idsOf(notes));
      const free = idsOf(sheet.notes.filter(({ bundle }) => bundle === null));
      assert.deepEqual(sheet.cells.flatMap(({ notes }) => idsOf(notes)).sort(), [...expected].sort());
      assert.deepEqual([...free, ...inBundles].sort(), [...expected].sort());
    }
  }
});

test("pending steps change no row", () => {
  const slips = [Object.freeze({ id: "one", bundle_id: null, important: false })];
  withPending({ slips, bundles: [] }, [done("mark_important", { note_id: "one", important: true })]);
  assert.equal(slips[0].important, false);
});

test("the plenary sees title, summary, then what is important, each once and nothing that is left out", () => {
  const rows = hall({
    slips: [{ id: "two", important: true, bundle_id: "b" }, { id: "three", important: true, bundle_id: "b" },
      { id: "four", important: true }, { id: "one", important: true, left_out: true, reason: "Twice" }],
    bundles: [{ id: "b", text: "Together" }],
  });
  const sheet = sheetOf(rows, { topic_id: "A" });
  const slides = slidesOf({ topic: { id: "A" }, text: "We heard [#abcdefgh].", sheet });
  assert.deepEqual(slides.map(({ kind, text }) => [kind, text]),
    [["title", undefined], ["text", "We heard [#abcdefgh]."], ["quote", "Together"], ["quote", "Note four"]]);
  assert.deepEqual(slidesOf({ topic: null, text: " ", sheet }).map(({ kind }) => kind), ["title", "quote", "quote"]);
  assert.equal(plainly("# Head\n\n- **one** [#abcdefgh][#12345678]\n- two"), "Head\n\n– one\n– two");
  assert.deepEqual(["x", "x ".repeat(100), "x ".repeat(400)].map(sizeOf), ["l", "m", "s"]);
});

test("keys and taps lead on, back, and never beyond the ends", () => {
  assert.deepEqual(["ArrowRight", " ", "PageUp", "Home", "End", "x"].map((key) => afterKey(key, 1, 4)), [2, 2, 0, 0, 3, null]);
  assert.equal(afterKey("ArrowRight", 3, 4), 3);
  assert.deepEqual([afterTap(10, 300, 1, 4), afterTap(150, 300, 1, 4), afterTap(10, 300, 0, 4)], [0, 2, 0]);
});
