import assert from "node:assert/strict";
import { test } from "node:test";
import { becameOf } from "../../../static/js/conclusions/became.js";
import { beginning, topicOf } from "../../../static/js/conclusions/beginning.js";
import { Begun } from "../../../static/js/conclusions/begun.js";
import { checkOf } from "../../../static/js/conclusions/check.js";
import { conclusionTexts } from "../../../static/js/conclusions/conclusions.js";
import { notesLike } from "../../../static/js/conclusions/finding.js";
import { Grounds } from "../../../static/js/conclusions/grounds.js";
import { positionAfterMove } from "../../../static/js/conclusions/order.js";
import { Passages, around } from "../../../static/js/conclusions/passages.js";
import { hindranceTo } from "../../../static/js/conclusions/ready.js";
import { joined, parted } from "../../../static/js/conclusions/whole.js";
import { Sat, tablesSat } from "../../../static/js/guest/sat.js";
import { Rows } from "../../../static/js/lib/rows.js";
import { shownFor } from "../../../static/js/published/picking.js";
import { settle } from "../support/fakes.mjs";

const note = (id, place, more = {}) => ({
  type: "note", id, table_round_id: place, text: `Text of ${id}`, kind: "idea", source: "professional", origin: "table", position: 1, binned: false, late: "", ...more,
});
const place = (id, table_id, round, topic_id) => ({ type: "table_round", id, table_id, round, topic_id });
const theme = (id, more = {}) => ({ type: "theme", id, title: id, position: 1, merged_into: null, removed: false, ...more });
const under = (theme_id, note_id) => ({ type: "placement", id: `${theme_id}-${note_id}`, theme_id, note_id });
const basis = (conclusion_id, theme_id) => ({ type: "basis", id: `${conclusion_id}-${theme_id}`, conclusion_id, theme_id });
const conclusion = (id, text, more = {}) => ({
  type: "conclusion", id, topic_id: null, title: id, text, version: 1, approved: true, approved_by_hosts: true, removed: false, position: 1, ...more,
});
const important = (id, more = {}) => ({ type: "slip", id, bundle_id: null, important: true, left_out: false, reason: "", ...more });

const HALL = [
  { type: "table", id: "t1", number: 1 }, { type: "table", id: "t2", number: 2 },
  { type: "topic", id: "topic-a", title: "A", position: 0 },
  place("p11", "t1", 1, "topic-a"), place("p21", "t2", 1, "topic-b"), place("p12", "t1", 2, "topic-a"),
];
const NOTES = [
  note("note-one1", "p11"), note("note-two2", "p21", { source: "lived_experience" }), note("note-thr3", "p12"), note("note-fou4", "p12"),
  note("note-bin5", "p11", { binned: true }),
];

function rowsOf(...more) {
  const rows = new Rows();
  rows.apply({ seq: 1, reset: true, rooms: { organisers: { rows: [...HALL, ...NOTES, ...more], gone: [] } } });
  return rows;
}

test("title and text are one and come apart again, and nothing of either is lost", () => {
  for (const [title, text] of [["A", "b"], ["", ""], ["A", ""], ["", "b\n\nc"], ["A", "\n\nb"]]) {
    assert.deepEqual(parted(joined(title, text)), { title, text });
  }
  assert.deepEqual(parted("A\nmore\n\ntext"), { title: "A", text: "more\n\ntext" });
  const long = `${"word ".repeat(60)}end`;
  const { title, text } = parted(`${long}\n\ntext`);
  assert.ok(title.length <= 200);
  assert.equal(`${title} ${text}`, `${long}\n\ntext`);
});

test("a conclusion rests on what it cites and on its themes, merged ones included, each note once", () => {
  const rows = rowsOf(
    theme("merged", { merged_into: "homes" }), theme("homes"), theme("gone", { removed: true }),
    under("homes", "note-two2"), under("merged", "note-thr3"), under("merged", "note-one1"), under("gone", "note-fou4"), under("homes", "note-bin5"),
    basis("c", "homes"), basis("c", "gone"), conclusion("c", "So [#note-one1] and [#note-bin5]"),
  );
  const grounds = new Grounds(rows);
  const ground = grounds.of(rows.get("conclusion", "c"));
  assert.deepEqual(ground.notes.map(({ id }) => id).sort(), ["note-one1", "note-thr3", "note-two2"]);
  assert.deepEqual([ground.tables, ground.rounds, ground.sources], [[1, 2], [1, 2], [["professional", 2], ["lived_experience", 1]]]);
  assert.deepEqual(ground.themes.map(({ id }) => id), ["homes"]);
});

test("a conclusion on a theme that was merged rests on the one it is part of, until that is no longer named", () => {
  const rows = rowsOf(
    theme("merged", { merged_into: "homes" }), theme("homes"), theme("other"), under("homes", "note-two2"), under("merged", "note-thr3"),
    basis("c", "merged"), conclusion("c", "So"),
  );
  const grounds = new Grounds(rows);
  assert.deepEqual(grounds.of(rows.get("conclusion", "c")).notes.map(({ id }) => id).sort(), ["note-thr3", "note-two2"]);
  assert.deepEqual(grounds.named("c"), ["homes"]);
  assert.deepEqual(grounds.namedWith("c", "other", true), ["merged", "other"]);
  assert.deepEqual(grounds.namedWith("c", "homes", false), []);
});

test("before publishing every important note is used or left out; what is not approved uses nothing", () => {
  const rows = rowsOf(
    theme("homes"), under("homes", "note-two2"), basis("c", "homes"), conclusion("c", "So [#note-one1]"),
    conclusion("draft", "And [#note-thr3] [#gone-note]", { approved: false }),
    important("note-one1"), important("note-two2"), important("note-thr3"), important("note-fou4", { left_out: true, reason: "Later" }), important("note-bin5"),
  );
  const check = checkOf(rows, new Grounds(rows));
  assert.deepEqual(check.unsettled.map(({ note: { id } }) => id), ["note-thr3"]);
  assert.deepEqual(check.leftOut.map(({ note: { id }, reason }) => [id, reason]), [["note-fou4", "Later"]]);
  assert.deepEqual(check.missing.map(({ id }) => id), ["gone-note"]);
  assert.deepEqual(check.waiting.map(({ id }) => id), ["draft"]);
});

test("a note read as one with a cited one is used with it", () => {
  const rows = rowsOf(conclusion("c", "So [#note-one1]"), important("note-one1", { bundle_id: "b" }), important("note-thr3", { bundle_id: "b" }));
  assert.deepEqual(checkOf(rows, new Grounds(rows)).unsettled, []);
});

test("what is in the way of publishing is said, one thing at a time", () => {
  const check = { approved: 1, missing: [], unsettled: [] };
  const passages = { open: [] };
  const session = { phase: "harvest" };
  assert.equal(hindranceTo({ session, check, passages }), "");
  const ways = [
    { session: { phase: "running" } }, { check: { ...check, approved: 0 } }, { check: { ...check, missing: [{ text: { approved: true } }] } },
    { check: { ...check, unsettled: [1] } }, { passages: { open: [1] } },
  ].map((more) => hindranceTo({ session, check, passages, ...more }));
  assert.equal(new Set(ways).size, 5);
  assert.ok(ways.every(Boolean));
  assert.equal(hindranceTo({ session, check: { ...check, missing: [{ text: { approved: false } }] }, passages }), "");
});

test("a note leads forward to conclusions, themes and texts", () => {
  const rows = rowsOf(
    theme("homes"), theme("alone"), under("homes", "note-one1"), under("alone", "note-one1"), basis("c", "homes"), conclusion("c", "So"),
    conclusion("d", "And [#note-one1]", { position: 2 }), important("note-thr3", { left_out: true, reason: "Later" }),
    { type: "consolidated", id: "k", topic_id: "topic-a", text: "Also [#note-one1]", approved: true },
  );
  const grounds = new Grounds(rows);
  const way = becameOf(rows, grounds, "note-one1");
  assert.deepEqual(way.ends.map(({ conclusion: { id }, cited, themes }) => [id, cited, themes.map((each) => each.id)]), [["c", false, ["homes"]], ["d", true, []]]);
  assert.deepEqual(way.themes.map(({ id }) => id), ["alone"]);
  assert.deepEqual(way.topics.map(({ id }) => id), ["topic-a"]);
  assert.deepEqual([becameOf(rows, grounds, "note-thr3").leftOut, becameOf(rows, grounds, "note-thr3").reason], [true, "Later"]);
});

test("notes are found by beginnings of their words, whole beginnings first; those in the bin are not", () => {
  const notes = [
    { id: "1", text: "A greenhouse", table: 1 }, { id: "2", text: "House and home", table: 2 }, { id: "3", text: "A house", table: 3, binned: true },
    { id: "4", text: "Æra for the house", table: 4 },
  ];
  assert.deepEqual(notesLike(notes, "hous").map(({ id }) => id), ["2", "4", "1"]);
  assert.deepEqual(notesLike(notes, "home hou").map(({ id }) => id), ["2"]);
  assert.deepEqual(notesLike(notes, "æra").map(({ id }) => id), ["4"]);
  assert.deepEqual(notesLike(notes, "2").map(({ id }) => id), ["2"]);
  assert.deepEqual(notesLike(notes, "(").map(({ id }) => id), []);
});

test("conclusions change places with their neighbours", () => {
  const list = [{ id: "a", position: 1 }, { id: "b", position: 2 }, { id: "c", position: 3 }];
  assert.equal(positionAfterMove(list, "c", -1), 1.5);
  assert.equal(positionAfterMove(list, "b", -1), 0.5);
  assert.equal(positionAfterMove(list, "b", 1), 3.5);
  assert.equal(positionAfterMove(list, "a", -1), null);
});

test("from a theme a conclusion begins with its title and rests on it", () => {
  const { id, operations } = beginning({ session_id: "s", title: "Homes", theme_ids: ["homes"], topic_id: null });
  assert.deepEqual(operations.map(({ name }) => name), ["write_conclusion", "rest_on"]);
  assert.ok(operations.every(({ data }) => data.conclusion_id === id));
  assert.equal(topicOf([{ topic_id: "a" }, { topic_id: "a" }]), "a");
  assert.equal(topicOf([{ topic_id: "a" }, { topic_id: "b" }]), null);
});

test("what has been begun and is still in the outbox is shown until its row comes", () => {
  const operation = { name: "write_conclusion", state: "waiting", data: { conclusion_id: "new", topic_id: "topic-a", title: "T", text: "x" } };
  const rows = rowsOf();
  const begun = new Begun({ rows, outbox: { shown: () => [operation] } });
  const editors = { at: () => ({ text: "T\n\nx" }) };
  assert.deepEqual(begun.all(editors).map(({ id, title, topic_id }) => [id, title, topic_id]), [["new", "T", "topic-a"]]);
  rows.apply({ seq: 2, after: 1, rooms: { organisers: { rows: [conclusion("new", "x")], gone: [] } } });
  assert.deepEqual(begun.all(editors), []);
  assert.deepEqual(conclusionTexts(() => "topic-a").carries("c", { base_version: 3, text: "T\n\nx" }), {
    conclusion_id: "c", topic_id: "topic-a", base_version: 3, title: "T", text: "x",
  });
});

test("passages that somebody has looked at stand apart; a failure is said and asked again", async () => {
  const rows = rowsOf({ type: "looked_at", id: "p1", looked: true }, { type: "looked_at", id: "p2", looked: false });
  let answers = [{ ok: false, status: 500 }, { ok: true, json: async () => ({ passages: [{ id: "p1" }, { id: "p2" }, { id: "p3" }] }) }];
  const passages = new Passages({ url: "/x", changed: () => {}, fetch: async () => answers.shift() });
  await passages.ask();
  assert.equal(passages.failed, true);
  await passages.ask();
  await settle();
  const { open, looked } = passages.sorted(rows);
  assert.deepEqual([open.map(({ id }) => id), looked.map(({ id }) => id)], [["p2", "p3"], ["p1"]]);
  assert.deepEqual(around({ sentence: "Min mor sa", text: "mor" }), ["Min ", "mor", " sa"]);
});

test("a phone remembers where somebody sat, also when the server has erased it", async () => {
  const seats = { 1: { table: 4 }, 2: { table: 7 }, 3: { table: 2 } };
  const session = { round: 2 };
  assert.deepEqual(tablesSat({}, { session, seats, sittingOut: [] }), { 1: 4, 2: 7 });
  assert.deepEqual(tablesSat({ 1: 4, 2: 7 }, { session: { round: 3 }, seats: {}, sittingOut: [] }), { 1: 4, 2: 7 });
  assert.deepEqual(tablesSat({ 1: 4, 2: 7 }, { session, seats: { 1: { table: 4 } }, sittingOut: [2] }), { 1: 4 });
  const kept = new Map();
  const store = { kept: async (key) => kept.get(key), keep: (key, text) => kept.set(key, text) };
  const sat = new Sat({ store, stream: "s" });
  await sat.start();
  assert.equal(sat.address("abc"), "/published/abc/tables");
  sat.follow({ session, seats, sittingOut: [] });
  const later = new Sat({ store, stream: "s" });
  await later.start();
  assert.equal(later.address("abc"), "/published/abc/tables#sat=4-1.7-2");
});

test("the page of all tables shows what the address names after its #, and everything when it names nothing there is", () => {
  const sections = [{ key: "4-1" }, { key: "7-2" }, { key: "1-1" }];
  assert.deepEqual([...shownFor("#sat=4-1.7-2", sections)], ["4-1", "7-2"]);
  assert.equal(shownFor("", sections), null);
  assert.equal(shownFor("#table-4", sections), null);
  assert.equal(shownFor("#sat=9-9", sections), null);
});
