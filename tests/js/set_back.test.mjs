import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../static/js/lib/outbox.js";
import { OutboxTabs } from "../../static/js/lib/outbox_tabs.js";
import { Rows } from "../../static/js/lib/rows.js";
import { followSetBacks } from "../../static/js/lib/set_back.js";
import { Store } from "../../static/js/lib/store.js";
import { Disk, FakeServer, settle } from "./support/fakes.mjs";

const EDITS = [
  ["edit_note", { note_id: "n" }, { type: "note", id: "n" }],
  ["write_summary", { table_round_id: "r" }, { type: "summary", id: "r" }],
  ["write_consolidated", { topic_id: null }, { type: "consolidated", id: "c", topic_id: null }],
  ["write_text", { about_id: "m", field: "barrier" }, { type: "plan_text", id: "t", about_id: "m", field: "barrier" }],
];

async function page(row) {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { organisers: { rows: row ? [row] : [], gone: [] } } });
  const disk = new Disk();
  const server = new FakeServer();
  const store = await Store.open({ open: disk.open });
  const tabs = new OutboxTabs("s", { locks: null, Channel: null });
  const outbox = new Outbox({ store, transport: server, stream: "s", tabs });
  const known = row?.version ?? 0;
  server.before = ({ data }) => (data.base_version > known
    ? { ok: false, retry: false, error: { code: "bad_input", message: "No.", field: "base_version" } } : undefined);
  followSetBacks({ rows, outbox });
  await outbox.start();
  return { rows, disk, server, outbox };
}

for (const [name, what, row] of EDITS) {
  test(`${name} on a version that a restored server has lost goes on from the one it has`, async () => {
    const { outbox, server, disk } = await page({ ...row, version: 5 });
    const { id } = await outbox.add({ name, data: { ...what, base_version: 7, text: "mine" } });
    await outbox.add({ name, data: { ...what, base_version: 7, based_on: [id], text: "mine too" } });
    await settle(60);
    assert.deepEqual(server.done.map(({ text, base_version: base }) => [text, base]), [["mine", 5], ["mine too", 5]]);
    assert.equal(server.calls.filter((call) => call === id).length, 2, "the same edit, sent again");
    assert.deepEqual([outbox.pending(), [...disk.stores.outbox]], [[], []]);
  });
}

test("a text that a restored server does not know at all is written anew, a note that is gone stays refused", async () => {
  const { outbox, server } = await page();
  await outbox.add({ name: "write_summary", data: { table_round_id: "r", base_version: 7, text: "summary" } });
  const { id } = await outbox.add({ name: "edit_note", data: { note_id: "n", base_version: 7, text: "note" } });
  await settle(60);
  assert.deepEqual(server.done.map(({ text }) => text), ["summary"]);
  assert.equal(outbox.state(id), "refused");
});

test("what is refused for another reason stays refused", async () => {
  const { outbox, server } = await page({ type: "note", id: "n", version: 5 });
  server.before = () => ({ ok: false, retry: false, error: { code: "bad_input", message: "Long.", field: "text" } });
  const { id } = await outbox.add({ name: "edit_note", data: { note_id: "n", base_version: 7, text: "note" } });
  await settle(60);
  assert.deepEqual([outbox.state(id), server.calls.length], ["refused", 1]);
});
