// Nothing that one person writes meets itself: what an edit names as its start, and what is handed over once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Composing } from "../../../static/js/desk/composing.js";
import { HandingOver } from "../../../static/js/desk/handing_over.js";
import { NoteEdits } from "../../../static/js/desk/note_edits.js";
import { notesOf } from "../../../static/js/desk/note_list.js";
import { SummaryWriter } from "../../../static/js/desk/summary_writer.js";
import { Outbox } from "../../../static/js/lib/outbox.js";
import { OutboxTabs } from "../../../static/js/lib/outbox_tabs.js";
import { Rows } from "../../../static/js/lib/rows.js";
import { Store } from "../../../static/js/lib/store.js";
import { Disk, FakeServer, settle } from "../support/fakes.mjs";

const place = "r1";

/** A tab of a host's browser. Several may share a disk and a server. */
async function desk(context, { disk = new Disk(), server = new FakeServer() } = {}) {
  const store = await Store.open({ open: disk.open });
  const outbox = new Outbox({
    store, transport: server, stream: "s", tabs: new OutboxTabs("s", { locks: null, Channel: null }),
  });
  await outbox.start();
  const rows = new Rows();
  const one = {
    disk, server, store, outbox, rows, stream: "s", table: "t", page: { person: "p" },
    connected: () => server.ready, changed() {}, writers: () => [],
    composing: { leave: () => ({ placeId: null, text: "" }) }, editing: { take: () => null },
  };
  one.tells = (type, row, seq = 1) => rows.apply({ seq, reset: true, rooms: { "table/t": { rows: [{ type, ...row }], gone: [] } } });
  return one;
}

const withClock = (context) => context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });
const edits = ({ outbox }) => outbox.pending().map(({ data }) => data);

test("a summary that has arrived is named by all that grew from it, however long the network is away", async (context) => {
  withClock(context);
  const host = await desk(context);
  const writer = new SummaryWriter(host, place);
  writer.type("We want");
  await writer.flush();
  await settle();
  const [arrived] = host.server.calls;
  host.server.becomes(false);
  for (let pause = 1; pause <= 60; pause += 1) {
    writer.type(`We want ${"homes ".repeat(pause)}`);
    await writer.flush();
  }
  const [{ based_on: basedOn }, ...more] = edits(host);
  assert.deepEqual(more, []);
  assert.ok(basedOn.length <= 50);
  assert.equal(basedOn.at(-1), arrived);
});

test("a draft that may have arrived without a word is named too", async (context) => {
  withClock(context);
  const host = await desk(context);
  const writer = new SummaryWriter(host, place);
  host.server.before = () => { throw new Error("no answer"); };
  writer.type("We want");
  await writer.flush();
  await settle();
  const [perhaps] = host.server.calls;
  host.server.becomes(false);
  for (let pause = 1; pause <= 60; pause += 1) {
    writer.type(`We want ${pause}`);
    await writer.flush();
  }
  assert.ok(edits(host)[0].based_on.includes(perhaps));
});

test("what is older than an edit that has arrived is not named any more", async (context) => {
  withClock(context);
  const host = await desk(context);
  const writer = new SummaryWriter(host, place);
  for (const text of ["one", "one two", "one two three"]) {
    writer.type(text);
    await writer.flush();
    await settle();
  }
  writer.type("one two three four");
  host.server.becomes(false);
  await writer.flush();
  assert.deepEqual(edits(host)[0].based_on, [host.server.calls.at(-1)]);
});

test("the same of a note that is changed again and again", async (context) => {
  withClock(context);
  const host = await desk(context);
  host.server.before = ({ id }) => ({ ok: true, seq: 99, result: { note_id: id, version: 2 } });
  host.tells("note", { id: "n", table_round_id: place, text: "a", version: 1, position: 1 });
  const noteEdits = new NoteEdits({ outbox: host.outbox, stream: "s" });
  const shown = () => notesOf({ rows: host.rows, operations: host.outbox.shown(), placeId: place, connected: false })[0];
  await noteEdits.edit(shown(), "a 0");
  await settle();
  const [arrived] = host.server.calls;
  host.server.becomes(false);
  for (let pause = 1; pause <= 60; pause += 1) {
    await noteEdits.edit(shown(), `a ${pause}`);
  }
  const [{ based_on: basedOn }, ...more] = edits(host);
  assert.deepEqual([more, basedOn.at(-1)], [[], arrived]);
});

test("handed over twice, by a killed page and by the next or by two tabs, a text comes once", async (context) => {
  withClock(context);
  const disk = new Disk();
  const server = new FakeServer();
  const before = await desk(context, { disk });
  await before.store.keep(`places/t`, JSON.stringify([place]));
  await before.store.keep(`note/${place}`, "begun");
  await before.store.keep(`summary/${place}`, JSON.stringify({ text: "short", basis: { base_version: 1, based_on: [] } }));
  const tabs = [await desk(context, { disk, server }), await desk(context, { disk, server })];
  const editing = { take: () => ({ noteId: "n", text: "a", typed: "a b", basis: { base_version: 1, based_on: [] } }) };
  const writers = () => [];
  // Killed after the adding, before the forgetting: the drafts are still there.
  const forget = tabs[0].store.forget.bind(tabs[0].store);
  tabs[0].store.forget = async () => {};
  await new HandingOver({ ...tabs[0], editing, writers }).begin();
  tabs[0].store.forget = forget;
  await settle();
  await new HandingOver({ ...tabs[1], editing, writers }).begin();
  await settle();
  assert.deepEqual(server.done.map(({ text }) => text), ["begun", "short", "a b"]);
});

test("two tabs with the same unsent summary hand it over once", async (context) => {
  withClock(context);
  const [disk, server] = [new Disk(), new FakeServer()];
  for (const tab of [await desk(context, { disk, server }), await desk(context, { disk, server })]) {
    const writer = new SummaryWriter(tab, place);
    writer.type("We want homes");
    await new HandingOver({ ...tab, writers: () => [writer] }).begin();
    await settle();
  }
  assert.deepEqual(server.done.map(({ text }) => text), ["We want homes"]);
});

test("restored from a backup, the server gets the summary again that stands here", async (context) => {
  withClock(context);
  const host = await desk(context);
  const summary = { id: place, state: "draft", changed_by_both: false, met: [] };
  host.tells("summary", { ...summary, text: "one two", version: 7 });
  const writer = new SummaryWriter(host, place);
  await writer.refresh({ busy: false });
  host.tells("summary", { ...summary, text: "one", version: 5 }, 0);
  await writer.refresh({ busy: false });
  assert.equal(writer.text, "one two");
  context.mock.timers.tick(2_000);
  await settle();
  assert.deepEqual(host.server.done.map(({ text, base_version: base }) => [text, base]), [["one two", 5]]);
});

test("a note that reaches the disk when the field is left by then", async (context) => {
  withClock(context);
  const field = { value: "", focus() {}, style: {}, addEventListener() {}, removeEventListener() {} };
  const document = { getElementById: () => field, addEventListener() {}, removeEventListener() {} };
  Object.assign(globalThis, { document });
  context.after(() => delete globalThis.document);
  let written;
  const edits = { add: () => new Promise((resolve) => { written = resolve; }) };
  const host = await desk(context);
  const composing = new Composing({ store: host.store, edits, notes: () => [], draw() {} });
  composing.goTo(place);
  field.value = "a note";
  composing.add();
  composing.leave();
  const failed = [];
  const listen = (error) => failed.push(error);
  process.on("unhandledRejection", listen);
  written();
  await settle();
  process.off("unhandledRejection", listen);
  assert.deepEqual(failed, []);
});
