import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../static/js/lib/outbox.js";
import { OutboxTabs } from "../../static/js/lib/outbox_tabs.js";
import { Store } from "../../static/js/lib/store.js";
import { Disk, FakeServer, browserWithTabs, randomFrom, settle } from "./support/fakes.mjs";

const idea = (text) => ({ name: "send_idea", data: { text, kind: "idea", table_id: "t-1" } });
const unanswered = () => { throw new Error("no answer"); };

/** A tab of a browser: its own outbox and store on a disk that all tabs share. */
async function tab({ disk = new Disk(), server = new FakeServer(), browser = {}, stream = "cafe", writers = null } = {}) {
  const tabs = new OutboxTabs(stream, { locks: browser.locks ?? null, Channel: browser.Channel ?? null });
  const store = await Store.open({ open: disk.open });
  const gone = [];
  const outbox = new Outbox({ store, transport: server, stream, writers, tabs, left: () => gone.push("left") });
  await outbox.start();
  return { disk, server, outbox, store, tabs, gone };
}

/** Let time and work go by until nothing is left to send. */
async function untilDone(context, outboxes, minutes = 60) {
  for (let step = 0; step < minutes * 12 && outboxes.some((one) => one.pending().length > 0); step += 1) {
    await settle(5);
    context.mock.timers.tick(5_000);
  }
  await settle();
}

const withClock = (context) => context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });

test("on the disk first, then sent, then purged", async (context) => {
  withClock(context);
  const { disk, server, outbox } = await tab();
  server.before = ({ id }) => { assert.deepEqual(disk.log.at(-1), ["put", id]); };
  const { id } = await outbox.add(idea("first"));
  assert.notEqual(outbox.state(id), "saved");
  await settle();
  assert.equal(outbox.state(id), "saved");
  assert.deepEqual(server.done, [idea("first").data]);
  assert.deepEqual([...disk.stores.outbox], [], "nothing stays on the phone");
});

test("nothing but the operation itself is stored", async (context) => {
  withClock(context);
  const { disk, server, outbox } = await tab();
  server.ready = false;
  await outbox.add(idea("mine"));
  const [stored] = disk.stores.outbox.values();
  assert.deepEqual(Object.keys(stored).sort(), ["data", "error", "id", "name", "stream", "writer"]);
});

test("it is listed as waiting at once, and is saved only when acknowledged", async (context) => {
  withClock(context);
  const { server, outbox } = await tab();
  let answer;
  server.before = () => new Promise((resolve) => { answer = resolve; });
  server.send = (operation) => server.before(operation);
  const adding = outbox.add(idea("a"));
  const [{ id, state }] = outbox.pending();
  assert.equal(state, "waiting");
  await adding;
  await settle();
  assert.equal(outbox.state(id), "sending");
  answer({ ok: true, seq: 4, result: { id: "n" } });
  await settle();
  assert.deepEqual([outbox.state(id), outbox.get(id).result], ["saved", { id: "n" }]);
  assert.deepEqual(outbox.pending(), []);
});

test("a saved one is laid over the rows until they have come", async (context) => {
  withClock(context);
  const { outbox } = await tab();
  await outbox.add(idea("a"));
  await settle();
  assert.equal(outbox.shown().length, 1);
  outbox.release(0);
  assert.equal(outbox.shown().length, 1);
  outbox.release(1);
  assert.equal(outbox.shown().length, 0);
});

test("its rows may come before the answer; it stays known as saved", async (context) => {
  withClock(context);
  const { outbox } = await tab();
  outbox.release(1);
  const { id } = await outbox.add(idea("a"));
  await settle();
  assert.deepEqual([outbox.shown(), outbox.state(id)], [[], "saved"]);
});

test("should its rows never come, it is not laid over them for ever", async (context) => {
  withClock(context);
  const { outbox } = await tab();
  await outbox.add(idea("a"));
  await settle();
  context.mock.timers.tick(10_000);
  assert.equal(outbox.shown().length, 0);
});

test("200 operations over a bad network: each once, in order", async (context) => {
  withClock(context);
  const { server, outbox } = await tab();
  const random = randomFrom(7);
  server.before = (operation) => {
    const chance = random();
    if (chance < 0.2) return unanswered(); // lost on the way there
    if (chance < 0.4) { server.act(operation); return unanswered(); } // done, the answer lost on the way back
    if (chance < 0.5) return { ok: false, retry: true, error: { code: "busy", message: "Later" } };
    return undefined;
  };
  for (let number = 0; number < 200; number += 1) {
    outbox.add(idea(`idea ${number}`));
  }
  await untilDone(context, [outbox], 600);
  assert.deepEqual(outbox.pending(), []);
  assert.deepEqual(server.done.map(({ text }) => text), Array.from({ length: 200 }, (_, number) => `idea ${number}`));
});

test("one at a time", async (context) => {
  withClock(context);
  const { server, outbox } = await tab();
  let under = 0;
  let most = 0;
  server.send = async (operation) => {
    under += 1;
    most = Math.max(most, under);
    await settle(2);
    under -= 1;
    return server.act(operation);
  };
  for (let number = 0; number < 10; number += 1) {
    outbox.add(idea(`${number}`));
  }
  await untilDone(context, [outbox]);
  assert.deepEqual([most, server.done.length], [1, 10]);
});

test("a server that asks to wait is not hammered", async (context) => {
  withClock(context);
  const { server, outbox } = await tab();
  server.before = () => ({ ok: false, retry: true, error: { code: "busy", message: "Later" } });
  outbox.add(idea("a"));
  for (let second = 0; second < 60; second += 1) {
    await settle(3);
    context.mock.timers.tick(1_000);
  }
  assert.ok(server.calls.length >= 3 && server.calls.length <= 10, `${server.calls.length} times in a minute`);
});

test("what the disk does not have yet is not sent along with the others", async (context) => {
  withClock(context);
  const { server, outbox, store } = await tab();
  const put = store.putOperation.bind(store);
  let written;
  store.putOperation = () => new Promise((resolve) => { written = resolve; });
  const slow = outbox.add(idea("slow"));
  store.putOperation = put;
  await outbox.add(idea("quick"));
  await settle();
  assert.deepEqual(server.done.map(({ text }) => text), ["quick"]);
  written();
  await slow;
  await settle();
  assert.equal(server.done.length, 2);
});

test("read from the disk a moment too early, a saved one does not come back", async (context) => {
  withClock(context);
  const browser = browserWithTabs();
  const { server, outbox, store } = await tab({ browser });
  const operations = store.operations.bind(store);
  const { id } = await outbox.add(idea("a"));
  const early = [{ id, ...idea("a"), stream: "cafe", error: null }];
  await settle();
  outbox.release(1);
  store.operations = async () => early;
  new browser.Channel().postMessage({ kind: "added" });
  await settle();
  store.operations = operations;
  assert.deepEqual([outbox.shown(), server.calls.length], [[], 1]);
});

test("a refused one is kept with its message, survives a reload, and the next goes on", async (context) => {
  withClock(context);
  const disk = new Disk();
  const { server, outbox } = await tab({ disk });
  server.before = ({ data }) =>
    data.text === "bad" ? { ok: false, retry: false, error: { code: "closed", message: "The round is over." } } : undefined;
  const { id } = await outbox.add(idea("bad"));
  await outbox.add(idea("good"));
  await settle();
  assert.deepEqual(server.done.map(({ text }) => text), ["good"]);
  const { outbox: reloaded } = await tab({ disk, server });
  await settle();
  assert.deepEqual([reloaded.state(id), reloaded.get(id).error.message], ["refused", "The round is over."]);
  assert.equal(server.calls.filter((call) => call === id).length, 1, "it is not sent again");
  assert.equal(reloaded.copyText(), "bad");
  await reloaded.discard(id);
  assert.deepEqual([reloaded.pending(), [...disk.stores.outbox]], [[], []]);
});

test("a tab killed at any moment: what was added is saved once", async (context) => {
  withClock(context);
  const disk = new Disk();
  const server = new FakeServer();
  const first = await tab({ disk, server });
  server.before = (operation) => { server.act(operation); return new Promise(() => {}); }; // done, and killed before hearing
  for (const text of ["a", "b", "c"]) {
    await first.outbox.add(idea(text));
  }
  await settle();
  first.outbox.stop();
  server.before = () => undefined;
  const second = await tab({ disk, server });
  await untilDone(context, [second.outbox]);
  assert.deepEqual(server.done.map(({ text }) => text), ["a", "b", "c"]);
  assert.deepEqual([...disk.stores.outbox], []);
});

test("offline it waits, and goes as soon as the link is back", async (context) => {
  withClock(context);
  const { server, outbox } = await tab();
  server.ready = false;
  const { id } = await outbox.add(idea("a"));
  await settle();
  assert.deepEqual([outbox.state(id), server.calls], ["waiting", []]);
  server.becomes(true);
  await settle();
  assert.equal(outbox.state(id), "saved");
});

for (const [how, browser] of [["with locks", browserWithTabs()], ["without locks", { Channel: browserWithTabs().Channel }], ["without any way to talk", {}]]) {
  test(`two tabs, ${how}: each operation has one effect, in the order of its tab, and both know`, async (context) => {
    withClock(context);
    const disk = new Disk();
    const server = new FakeServer();
    let under = 0;
    let most = 0;
    server.send = async (operation) => {
      under += 1;
      most = Math.max(most, under);
      await settle(2);
      under -= 1;
      return server.act(operation);
    };
    const [left, right] = [await tab({ disk, server, browser }), await tab({ disk, server, browser })];
    const ids = [];
    for (let number = 0; number < 20; number += 1) {
      ids.push((await left.outbox.add(idea(`left ${number}`))).id, (await right.outbox.add(idea(`right ${number}`))).id);
    }
    await untilDone(context, [left.outbox, right.outbox]);
    for (const side of ["left", "right"]) {
      const texts = server.done.map(({ text }) => text).filter((text) => text.startsWith(side));
      assert.deepEqual(texts, Array.from({ length: 20 }, (_, number) => `${side} ${number}`));
    }
    assert.deepEqual([left.outbox.pending(), right.outbox.pending(), [...disk.stores.outbox]], [[], [], []]);
    if (how === "with locks") {
      assert.equal(most, 1, "only one tab sends at a time");
    }
  });
}

test("a frozen tab that holds the turn does not stop the others", async (context) => {
  withClock(context);
  const browser = browserWithTabs();
  browser.held.add("kafedialog-outbox/cafe");
  const { outbox, server } = await tab({ browser });
  await outbox.add(idea("a"));
  await settle();
  assert.deepEqual(server.calls, []);
  await untilDone(context, [outbox]);
  assert.equal(server.done.length, 1);
});

test("thrown away in one tab, it is not sent by the other", async (context) => {
  withClock(context);
  const browser = browserWithTabs();
  const disk = new Disk();
  const server = new FakeServer();
  server.ready = false;
  const [left, right] = [await tab({ disk, server, browser }), await tab({ disk, server, browser })];
  const { id } = await left.outbox.add(idea("a"));
  await settle();
  assert.equal(right.outbox.state(id), "waiting");
  await left.outbox.discard(id);
  await settle();
  server.becomes(true);
  await settle();
  assert.deepEqual([right.outbox.pending(), server.done], [[], []]);
});

test("operations of another café wait for its page", async (context) => {
  withClock(context);
  const disk = new Disk();
  const server = new FakeServer();
  const { outbox } = await tab({ disk, server });
  await outbox.add({ ...idea("elsewhere"), stream: "other" });
  await outbox.add(idea("here"));
  await settle();
  assert.deepEqual(server.done.map(({ text }) => text), ["here"]);
  assert.equal(outbox.pending().length, 1);
  const other = await tab({ disk, server, stream: "other" });
  await settle();
  assert.deepEqual([other.outbox.pending(), server.done.length], [[], 2]);
});

test("what one person has signed never goes as another's, and is not theirs to see", async (context) => {
  withClock(context);
  const disk = new Disk();
  const server = new FakeServer();
  server.ready = false;
  const first = await tab({ disk, server, writers: ["anna", "account"] });
  const { id } = await first.outbox.add(idea("by Anna"));
  first.outbox.stop();
  server.ready = true;
  const second = await tab({ disk, server, writers: ["bo"] });
  await second.outbox.add(idea("by Bo"));
  await settle();
  assert.deepEqual(server.done.map(({ text }) => text), ["by Bo"]);
  assert.deepEqual([second.outbox.pending(), second.outbox.get(id), second.outbox.copyText()], [[], undefined, ""]);
  assert.deepEqual(second.outbox.shown().map(({ data }) => data.text), ["by Bo"]);
  assert.equal(second.outbox.others().length, 1);
  second.outbox.stop();
  const back = await tab({ disk, server, writers: ["anna"] });
  await settle();
  assert.deepEqual([server.done.map(({ text }) => text), back.outbox.others()], [["by Bo", "by Anna"], []]);
});

test("a line that the server has let in as somebody else takes nothing from this page", async (context) => {
  withClock(context);
  const { outbox, server } = await tab({ writers: ["anna"] });
  server.person = "bo";
  const { id } = await outbox.add(idea("by Anna"));
  await settle();
  assert.deepEqual([outbox.state(id), server.calls], ["waiting", []]);
  server.person = "anna";
  server.becomes(true);
  await settle();
  assert.equal(outbox.state(id), "saved");
});

test("what was written before operations said by whom is sent as before", async (context) => {
  withClock(context);
  const disk = new Disk();
  disk.stores.outbox.set(1, { id: "old", ...idea("old"), stream: "cafe", error: null });
  const { server } = await tab({ disk, writers: ["bo"] });
  await settle();
  assert.deepEqual(server.done.map(({ text }) => text), ["old"]);
});

test("without a disk it still sends, and nothing is lost while the page is open", async (context) => {
  withClock(context);
  const disk = Object.assign(new Disk(), { opening: new Error("private") });
  const { outbox, server, store } = await tab({ disk });
  server.ready = false;
  await outbox.add(idea("a"));
  assert.deepEqual([store.durable, outbox.copyText()], [false, "a"]);
  server.becomes(true);
  await settle();
  assert.equal(server.done.length, 1);
});

test("what would close the line is refused here, and blocks nothing", async (context) => {
  withClock(context);
  const { outbox, server } = await tab();
  const { id, state } = await outbox.add(idea("å".repeat(31_000)));
  await outbox.add(idea("short"));
  await settle();
  assert.deepEqual([state, outbox.get(id).error.code, server.done.length], ["refused", "too_large", 1]);
});

test("the copy holds what people wrote, and no identifiers", async (context) => {
  withClock(context);
  const { outbox, server } = await tab();
  server.ready = false;
  await outbox.add(idea("One thought"));
  await outbox.add({ name: "save_summary", data: { table_round_id: "x-1", base_version: 3, text: " Two\nlines ", more: [{ text: "more" }] } });
  assert.equal(outbox.copyText(), "One thought\n\nTwo\nlines\nmore");
});

test("whoever leaves in one tab has left in the others", async (context) => {
  withClock(context);
  const browser = browserWithTabs();
  const disk = new Disk();
  const server = new FakeServer();
  server.ready = false;
  const page = await tab({ disk, server, browser });
  await page.outbox.add(idea("a"));
  new OutboxTabs("", browser).say({ kind: "forgotten" });
  await settle();
  assert.deepEqual([page.outbox.shown(), page.gone], [[], ["left"]]);
});

test("a database that the browser takes away in use: what is unsaved goes into the new one", async (context) => {
  withClock(context);
  const disk = new Disk();
  const { server, outbox, store } = await tab({ disk });
  server.ready = false;
  const { id } = await outbox.add(idea("a"));
  disk.stores.outbox.clear();
  disk.events.terminated();
  await settle();
  assert.deepEqual([...disk.stores.outbox.values()].map((one) => one.id), [id]);
  assert.equal(store.durable, true);
});

test("a database that opens late: what an earlier visit has left is sent after all", async (context) => {
  withClock(context);
  const disk = new Disk();
  const before = await tab({ disk });
  before.server.ready = false;
  await before.outbox.add(idea("earlier"));
  let open;
  const slow = new Promise((resolve) => { open = resolve; });
  const server = new FakeServer();
  const opening = Store.open({ open: () => slow.then(() => disk.open()) });
  await settle();
  context.mock.timers.tick(1_500);
  const store = await opening;
  const outbox = new Outbox({ store, transport: server, stream: "cafe", tabs: new OutboxTabs("cafe", { locks: null, Channel: null }) });
  await outbox.start();
  assert.equal(store.durable, false);
  open();
  await settle(60);
  assert.equal(store.durable, true);
  assert.deepEqual(server.done, [idea("earlier").data]);
});

test("a saved note does not vanish while the line is down and its row cannot come", async (context) => {
  withClock(context);
  const { server, outbox } = await tab();
  await outbox.add(idea("a"));
  await settle();
  server.becomes(false);
  context.mock.timers.tick(60_000);
  assert.equal(outbox.shown().length, 1);
  server.becomes(true);
  context.mock.timers.tick(10_000);
  assert.equal(outbox.shown().length, 0);
});
