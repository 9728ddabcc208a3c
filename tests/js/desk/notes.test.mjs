import assert from "node:assert/strict";
import { test } from "node:test";
import { NoteEdits } from "../../../static/js/desk/note_edits.js";
import { notesOf } from "../../../static/js/desk/note_list.js";
import { afterAll, moved } from "../../../static/js/desk/positions.js";
import { Rows } from "../../../static/js/lib/rows.js";

const note = (id, more = {}) => ({
  type: "note", id, table_round_id: "r1", text: id, kind: "insight", source: "unspecified", origin: "table", position: 1,
  version: 1, changed_by_both: false, met: [], binned: false, author: null, at: 1, ...more,
});

function rowsOf(...notes) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { "table/t": { rows: notes, gone: [] } } });
  return rows;
}

const operation = (id, name, data, state = "waiting", more = {}) => ({ id, name, data, state, error: null, ...more });
const list = (rows, operations = [], connected = false) =>
  notesOf({ rows, operations, placeId: "r1", connected });

/** An outbox that keeps what it is given, and says of each what it is told. */
class FakeOutbox {
  operations = [];

  add({ name, data }) {
    const one = operation(`op${this.operations.length + 1}`, name, data);
    this.operations.push(one);
    return Promise.resolve(one);
  }

  get = (id) => this.operations.find((one) => one.id === id);
  state = (id) => this.get(id)?.state;
  shown = () => this.operations;
  discard = async (id) => {
    this.operations = this.operations.filter((one) => one.id !== id);
  };
}

test("a note is shown at once, and its row takes its place without anything moving", () => {
  const written = operation("o", "add_note", {
    note_id: "n", table_round_id: "r1", text: "new", kind: "idea", source: "relative", position: 2,
  });
  const before = list(rowsOf(note("a")), [written]);
  assert.deepEqual(before.map(({ id, state }) => [id, state]), [["a", "saved"], ["n", "here"]]);
  const row = note("n", { text: "new", kind: "idea", source: "relative", position: 2 });
  const after = list(rowsOf(note("a"), row), [{ ...written, state: "saved" }]);
  assert.deepEqual(after.map(({ id, text, state }) => [id, text, state]), [["a", "a", "saved"], ["n", "new", "saved"]]);
});

test("the mark is truthful: saving while the line stands, only here while it does not", () => {
  const moving = [operation("o", "move_note", { note_id: "a", position: 9 })];
  assert.equal(list(rowsOf(note("a")), moving, true)[0].state, "saving");
  assert.equal(list(rowsOf(note("a")), moving, false)[0].state, "here");
});

test("all that waits is laid over the row, in order", () => {
  const [shown] = list(rowsOf(note("a")), [
    operation("1", "edit_note", { note_id: "a", base_version: 1, text: "two" }),
    operation("2", "mark_note", { note_id: "a", kind: "quote", source: "relative" }),
    operation("3", "delete_note", { note_id: "a" }),
    operation("4", "restore_note", { note_id: "a" }),
    operation("5", "edit_note", { note_id: "a", base_version: 1, based_on: ["1"], text: "three" }),
  ]);
  assert.deepEqual([shown.text, shown.kind, shown.source, shown.binned], ["three", "quote", "relative", false]);
  assert.deepEqual(shown.basis, { base_version: 1, based_on: ["5", "1"] });
});

test("an edit that has arrived does not hide what somebody else wrote after it", () => {
  const saved = operation("1", "edit_note", { note_id: "a", base_version: 1, text: "mine" }, "saved", {
    result: { version: 2 },
  });
  assert.equal(list(rowsOf(note("a", { text: "theirs", version: 3 })), [saved])[0].text, "theirs");
});

test("a refused text is kept and shown, with what the server said", () => {
  const error = { code: "bad_input", message: "Too long." };
  const refused = operation("1", "edit_note", { note_id: "a", base_version: 1, text: "long" }, "refused", { error });
  const [shown] = list(rowsOf(note("a")), [refused]);
  assert.deepEqual([shown.text, shown.state, shown.error.message, shown.error.id], ["long", "refused", "Too long.", "1"]);
  assert.deepEqual(shown.basis, { base_version: 1, based_on: [] });
});

test("edits without network become one that says it all, and it names what it grew from", async () => {
  const rows = rowsOf(note("a", { version: 4 }));
  const outbox = new FakeOutbox();
  const edits = new NoteEdits({ outbox, stream: "s" });
  await edits.edit(list(rows, outbox.shown())[0], "a b");
  await edits.edit(list(rows, outbox.shown())[0], "a b c");
  assert.deepEqual(outbox.operations.map(({ data }) => [data.text, data.base_version, data.based_on]),
    [["a b c", 4, ["op1"]]]);
  outbox.operations[0].state = "sending";
  await edits.edit(list(rows, outbox.shown())[0], "a b c d");
  assert.deepEqual(outbox.operations.map(({ data }) => data.text), ["a b c", "a b c d"], "what may have left stays");
  assert.deepEqual(outbox.operations[1].data.based_on, [outbox.operations[0].id, "op1"]);
});

test("a note the server would not take is written anew with its mended text", async () => {
  const outbox = new FakeOutbox();
  const edits = new NoteEdits({ outbox, stream: "s" });
  await edits.add({ placeId: "r1", text: "bad", kind: "idea", source: "unspecified", notes: [], transcribed: false });
  Object.assign(outbox.operations[0], { state: "refused", error: { code: "bad_input", message: "No." } });
  await edits.edit(list(rowsOf(), outbox.shown())[0], "good");
  assert.deepEqual(outbox.operations.map(({ name, data }) => [name, data.text]), [["add_note", "good"]]);
});

test("a new note comes after all others", () => {
  assert.equal(afterAll([]), 1);
  assert.equal(afterAll([{ position: 3 }, { position: 1_000_000 }]), 1_000_001);
});

const ORDERS = [
  ["apart", [["a", 1], ["b", 2], ["c", 3]]],
  ["all alike", [["a", 5], ["b", 5], ["c", 5]]],
  ["two alike at the end", [["a", 1], ["b", 1e6], ["c", 1e6]]],
  ["two alike at the start", [["a", 0], ["b", 0], ["c", 1]]],
];
for (const [name, order] of ORDERS) {
  test(`moving up and down when positions are ${name}`, () => {
    for (const [id] of order) {
      for (const up of [true, false]) {
        const notes = order.map(([one, position]) => ({ id: one, position }));
        const at = notes.findIndex((one) => one.id === id);
        const wanted = notes.map((one) => one.id);
        const to = up ? at - 1 : at + 1;
        if (to >= 0 && to < wanted.length) {
          [wanted[at], wanted[to]] = [wanted[to], wanted[at]];
        }
        for (const { noteId, position } of moved(notes, id, up)) {
          notes.find((one) => one.id === noteId).position = position;
        }
        // Those that share a position go by their time and id, here by id.
        notes.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
        assert.deepEqual(notes.map((one) => one.id), wanted, `${id} ${up ? "up" : "down"}`);
      }
    }
  });
}
