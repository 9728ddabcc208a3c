import assert from "node:assert/strict";
import { test } from "node:test";
import { TableVotes } from "../../../static/js/desk/table_votes.js";
import { Rows } from "../../../static/js/lib/rows.js";
import { enteredFor, formFor, hereOf, inOrder, missingIn, themesOf } from "../../../static/js/votes/votes.js";

const ballot = (id, state, opened_at = null) => ({ type: "ballot", id, state, opened_at, question: `${id}?`, dots: 3, stacked: true });
const theme = (id, position, more = {}) => ({ type: "theme", id, title: id, position, merged_into: null, removed: false, ...more });

function known(room, ...all) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { [room]: { rows: all } } });
  return rows;
}

test("the open vote stands first, then what is prepared, then what is over, the newest first", () => {
  const rows = known("organisers", ballot("old", "closed", 1), ballot("new", "closed", 2), ballot("next", "draft"), ballot("now", "open", 3));
  assert.deepEqual(inOrder(rows).map(({ id }) => id), ["now", "next", "new", "old"]);
});

test("only themes that stand on the board by themselves can be voted on, in its order", () => {
  const rows = known("organisers", theme("b", 2), theme("a", 1), theme("gone", 0, { removed: true }), theme("part", 0, { merged_into: "a" }));
  assert.deepEqual(themesOf(rows).map(({ id }) => id), ["a", "b"]);
  assert.deepEqual(formFor(null, themesOf(rows), "Which?"), { id: null, question: "Which?", dots: 3, stacked: false, theme_ids: ["a", "b"] });
});

test("a form says what is missing", () => {
  const form = { question: "Which?", dots: 3, stacked: false, theme_ids: ["a", "b", "c"] };
  const cases = [[{}, ""], [{ question: " " }, "question"], [{ theme_ids: ["a"] }, "themes"], [{ dots: 4 }, "dots"], [{ dots: 4, stacked: true }, ""]];
  for (const [what, missing] of cases) {
    assert.equal(missingIn({ ...form, ...what }), missing, JSON.stringify(what));
  }
});

test("here are those who have come, and entries stand by table without anybody's own votes", () => {
  const rows = known("organisers", { type: "attendee", id: "1", arrival: "arrived" }, { type: "attendee", id: "2", arrival: "expected" },
    { type: "vote", id: "x", ballot_id: "v", table_id: "t", people: 2, dots: {} }, { type: "vote", id: "y", ballot_id: "w", table_id: "t", people: 1, dots: {} });
  assert.equal(hereOf(rows), 1);
  assert.deepEqual([...enteredFor(rows, { id: "v" })].map(([table, { people }]) => [table, people]), [["t", 2]]);
});

class Outbox {
  all = [];
  shown = () => this.all;
  get = (id) => this.all.find((one) => one.id === id);
  add = (operation) => this.all.push({ id: `op${this.all.length}`, state: "waiting", ...operation });
  discard = (id) => {
    this.all = this.all.filter((one) => one.id !== id);
  };
  subscribe = (listener) => {
    this.listener = listener;
  };
}

function deskIn(phase, ...all) {
  const outbox = new Outbox();
  const rows = known("table/t", { type: "table", id: "t", number: 1, seats: 8 }, ballot("v", "open", 1), ...all);
  const votes = new TableVotes({ rows, outbox, session: { phase }, table: "t", stream: "s", draw: () => {} });
  votes.start();
  return { votes, outbox };
}

test("a table's entry: the server's, then what has just been entered, and what is said when it comes too late", () => {
  assert.equal(deskIn("running").votes.model, null);
  const { votes, outbox } = deskIn("harvest", { type: "vote", id: "x", ballot_id: "v", table_id: "t", people: 2, dots: { a: 1 } });
  assert.deepEqual([votes.model.entered.people, votes.model.waiting], [2, false]);
  votes.send({ people: 3, dots: { a: 2 } });
  assert.deepEqual(outbox.all[0].data, { session_id: "s", ballot_id: "v", table_id: "t", people: 3, dots: { a: 2 } });
  assert.deepEqual([votes.model.entered.people, votes.model.waiting], [3, true]);
  outbox.all[0] = { ...outbox.all[0], state: "refused", error: { message: "The vote was closed." } };
  outbox.listener("op0");
  assert.deepEqual([votes.model.said, votes.model.entered.people, outbox.all.length], ["The vote was closed.", 2, 0]);
});
