import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { citations, citedIn, withCitation, withoutCitation } from "../../../static/js/harvest/citations.js";
import { movedCursor, rebased } from "../../../static/js/harvest/rebase.js";
import { ALL, roundsOf } from "../../../static/js/harvest/slips.js";
import { Writing } from "../../../static/js/harvest/writing.js";
import { Rows } from "../../../static/js/lib/rows.js";

test("a citation goes in where the cursor is, with a space to the word before", () => {
  assert.deepEqual(withCitation("A word, more", 6, "abcdefgh"), { text: "A word [#abcdefgh], more", cursor: 18 });
  assert.equal(withCitation("", 0, "abcdefgh").text, "[#abcdefgh]");
  assert.equal(withCitation("x ", 2, "abcdefgh").text, "x [#abcdefgh]");
  assert.equal(withCitation("[#12345678]", 11, "abcdefgh").text, "[#12345678][#abcdefgh]");
  assert.equal(withoutCitation("a [#abcdefgh] b [#abcdefgh]", "abcdefgh"), "a b");
});

test("citations are numbered in the order of citing; what is binned or gone is listed apart", () => {
  const notes = { aaaaaaaa: { id: "aaaaaaaa" }, bbbbbbbb: { id: "bbbbbbbb", binned: true } };
  const text = "x [#cccccccc] y [#aaaaaaaa][#bbbbbbbb] z [#aaaaaaaa] [#short]";
  assert.deepEqual(citedIn(text), ["cccccccc", "aaaaaaaa", "bbbbbbbb"]);
  assert.deepEqual(citations(text, (id) => notes[id]), { known: [notes.aaaaaaaa], unknown: ["cccccccc", "bbbbbbbb"] });
});

const REBASED = [
  ["one two", "one two three", "one two", "one two three"],
  ["one two", "one two", "zero one two", "zero one two"],
  ["one two", "one two three", "zero one two", "zero one two three"],
  ["one two", "zero one two", "one two three", "zero one two three"],
  ["one", "one mine", "one theirs", "one theirs one mine"],
];

for (const [base, mine, theirs, both] of REBASED) {
  test(`"${mine}" and "${theirs}" lose no word`, () => {
    const result = rebased(base, mine, theirs);
    for (const word of [...mine.split(" "), ...theirs.split(" ")]) {
      assert.ok(result.includes(word), `${word} is lost in "${result}"`);
    }
    if (both !== "one theirs one mine") {
      assert.equal(result, both);
    }
  });
}

test("the cursor stays at its word when the text changes around it", () => {
  assert.equal(movedCursor("one two", "zero one two", 7), 12);
  assert.equal(movedCursor("one two", "one two three", 3), 3);
});

function writing() {
  const sent = [];
  const one = new Writing({ send: (edit) => `id${sent.push(edit)}` });
  return { one, sent };
}

test("one edit is under way at a time, and the next begins from what it came to", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { one, sent } = writing();
  one.follow({ version: 1, text: "A" });
  one.type("A b");
  one.type("A bc");
  mock.timers.tick(1_000);
  one.type("A bcd");
  mock.timers.tick(5_000);
  assert.deepEqual(sent, [{ base_version: 1, text: "A bc" }]);
  one.answered({ state: "saved", result: { version: 2, merged: false } });
  assert.equal(one.text, "A bcd");
  one.follow({ version: 2, text: "A bc" });
  mock.timers.tick(1_000);
  assert.deepEqual(sent.at(-1), { base_version: 2, text: "A bcd" });
  one.follow({ version: 3, text: "A bcd" });
  one.answered({ state: "saved", result: { version: 3, merged: false } });
  assert.equal(one.clean, true);
  assert.equal(one.both, false);
  mock.timers.reset();
});

test("what somebody else writes comes in when all is saved, and never over what is being typed", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { one, sent } = writing();
  one.follow({ version: 1, text: "A" });
  one.follow({ version: 2, text: "A theirs" });
  assert.equal(one.text, "A theirs");
  one.type("A theirs mine");
  one.follow({ version: 3, text: "new A theirs" });
  assert.equal(one.text, "A theirs mine");
  assert.equal(one.othersWrite, true);
  mock.timers.tick(1_000);
  assert.deepEqual(sent.at(-1), { base_version: 2, text: "A theirs mine" });
  one.type("A theirs mine too");
  one.answered({ state: "saved", result: { version: 4, merged: true } });
  one.follow({ version: 4, text: "new A theirs mine" });
  assert.equal(one.text, "new A theirs mine too");
  assert.equal(one.both, true);
  mock.timers.reset();
});

test("a refused edit stays in the field, says why, and is not sent again by itself", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { one, sent } = writing();
  one.type("A");
  mock.timers.tick(1_000);
  one.answered({ state: "refused", error: { message: "Not allowed." } });
  mock.timers.tick(9_000);
  assert.deepEqual([one.text, one.refused, one.clean, sent.length], ["A", "Not allowed.", false, 1]);
  mock.timers.reset();
});

test("what an earlier visit left is taken up: the edit under way, and what was typed after it", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { one, sent } = writing();
  one.follow({ version: 1, text: "A" });
  one.takeUp({ operation: { id: "op", data: { text: "A b" } }, draft: { version: 1, text: "A b c" } });
  mock.timers.tick(5_000);
  assert.deepEqual(sent, []);
  one.answered({ state: "saved", result: { version: 2, merged: false } });
  one.follow({ version: 2, text: "A b" });
  mock.timers.tick(1_000);
  assert.deepEqual(sent, [{ base_version: 2, text: "A b c" }]);
  mock.timers.reset();
});

for (const [row, what] of [[{ version: 5, text: "A" }, "an older text"], [undefined, "none"]]) {
  test(`a restored server that knows ${what}: what is shown stays, and is saved again from there`, () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const { one, sent } = writing();
    one.follow({ version: 7, text: "A b" });
    one.follow(row);
    assert.deepEqual([one.text, one.clean], ["A b", false]);
    mock.timers.tick(1_000);
    assert.deepEqual(sent, [{ base_version: row?.version ?? 0, text: "A b" }]);
    const version = (row?.version ?? 0) + 1;
    one.answered({ state: "saved", result: { version, merged: false } });
    one.follow({ version, text: "A b" });
    assert.equal(one.clean, true);
    mock.timers.reset();
  });
}

test("an edit that was answered and is lost with the restored server is sent again", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { one, sent } = writing();
  one.follow({ version: 7, text: "A" });
  one.type("A b");
  mock.timers.tick(1_000);
  one.answered({ state: "saved", result: { version: 8, merged: false } });
  one.follow({ version: 7, text: "A" });
  mock.timers.tick(1_000);
  assert.deepEqual(sent, [{ base_version: 7, text: "A b" }, { base_version: 7, text: "A b" }]);
  mock.timers.reset();
});

test("slips stand by round and table; tables without notes are named", () => {
  const rows = new Rows();
  const note = (id, table_round_id, more = {}) => ({ type: "note", id, table_round_id, text: id, kind: "idea", source: "unspecified", position: 0, binned: false, ...more });
  rows.apply({ seq: 1, rooms: { organisers: { rows: [
    { type: "session", id: "s", round: 1 },
    ...[1, 2, 3].map((number) => ({ type: "table", id: `t${number}`, number })),
    ...[1, 2, 3].map((number) => ({ type: "table_round", id: `p${number}`, table_id: `t${number}`, round: 1, topic_id: "a" })),
    { type: "table_round", id: "later", table_id: "t1", round: 2, topic_id: "a" },
    note("second", "p2"), note("first", "p1", { kind: "quote" }), note("gone", "p3", { binned: true }),
  ] } } });
  const [round, ...later] = roundsOf(rows, { topic_id: "a" });
  assert.deepEqual(round.notes.map((one) => one.id), ["first", "second"]);
  assert.deepEqual([round.silent, later], [[3], []]);
  const quotes = roundsOf(rows, { filters: { ...ALL, kind: "quote" } });
  assert.deepEqual([quotes[0].notes.map((one) => one.id), quotes[0].silent], [["first"], []]);
  assert.equal(roundsOf(rows, { filters: { ...ALL, uncited: true }, cited: new Set(["first"]) })[0].notes.length, 1);
});
