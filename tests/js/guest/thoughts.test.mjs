import assert from "node:assert/strict";
import { test } from "node:test";
import { Thoughts } from "../../../static/js/guest/thoughts.js";
import { Outbox } from "../../../static/js/lib/outbox.js";
import { OutboxTabs } from "../../../static/js/lib/outbox_tabs.js";
import { Store } from "../../../static/js/lib/store.js";
import { Disk, FakeServer, browserWithTabs, settle } from "../support/fakes.mjs";

const offline = { connected: false };
const thought = (text) => ({ tableRoundId: "tr-1", text, kind: "idea", anonymous: true });
const texts = (thoughts) => thoughts.sent(offline).map(({ text, state }) => `${text}: ${state}`).sort();

async function tab({ disk, server, browser }) {
  const store = await Store.open({ open: disk.open });
  const outbox = new Outbox({ store, transport: server, stream: "cafe", tabs: new OutboxTabs("cafe", browser) });
  await outbox.start();
  const thoughts = new Thoughts({ store, outbox, stream: "cafe", person: "p", redraw: () => {} });
  await thoughts.start();
  return { store, outbox, thoughts };
}

function phone() {
  return { disk: new Disk(), server: Object.assign(new FakeServer(), { ready: false }), browser: browserWithTabs() };
}

test("two tabs show the same thoughts, and neither forgets the other's", async () => {
  const device = phone();
  const [left, right] = [await tab(device), await tab(device)];
  await left.thoughts.send(thought("one"));
  await settle();
  await right.thoughts.send(thought("two"));
  await settle();
  const both = ["one: here", "two: here"];
  assert.deepEqual([texts(left.thoughts), texts(right.thoughts)], [both, both]);
  device.server.becomes(true);
  await settle(60);
  assert.deepEqual(texts((await tab(device)).thoughts), ["one: saved", "two: saved"]);
  assert.equal(device.server.done.length, 2);
});

test("what was thrown away in one tab is never shown as saved in the other", async () => {
  const device = phone();
  const [left, right] = [await tab(device), await tab(device)];
  await left.thoughts.send(thought("one"));
  await settle();
  const [{ operation }] = left.thoughts.sent(offline);
  await right.thoughts.discard(operation);
  await settle();
  await left.thoughts.send(thought("two"));
  await settle();
  assert.deepEqual([texts(left.thoughts), texts(right.thoughts)], [["two: here"], ["two: here"]]);
  assert.deepEqual(texts((await tab(device)).thoughts), ["two: here"]);
});

test("a phone that died between the outbox and the list: the thought is listed, and not a draft as well", async () => {
  const device = phone();
  const died = await tab(device);
  await died.store.keep("thought/tr-1", "one");
  const { tableRoundId, ...rest } = thought("one");
  await died.outbox.add({ name: "send_idea", data: { table_round_id: tableRoundId, ...rest } });
  const again = await tab(device);
  assert.deepEqual(texts(again.thoughts), ["one: here"]);
  assert.equal(await again.store.kept("thought/tr-1"), undefined);
});
