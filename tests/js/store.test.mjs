import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../static/js/lib/store.js";
import { Disk } from "./support/fakes.mjs";

const failure = (name) => Object.assign(new Error(name), { name });
const operation = (id) => ({ id, name: "add_note", data: { text: id }, stream: "s", error: null });
const idsIn = async (store) => (await store.operations()).map(({ id }) => id);

test("operations come back in order after a reload, changed ones in their place", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  for (const id of ["a", "b", "c"]) {
    await store.putOperation(operation(id));
  }
  await store.putOperation({ ...operation("b"), error: { code: "x" } });
  await store.removeOperation("a");
  const again = await Store.open({ open: disk.open });
  assert.deepEqual(await idsIn(again), ["b", "c"]);
  assert.equal((await again.operations())[0].error.code, "x");
  assert.deepEqual([again.durable, again.reason], [true, ""]);
});

test("a write resolves only when the disk has it", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  await store.putOperation(operation("a"));
  assert.deepEqual(disk.log, [["put", "a"]]);
});

for (const [opening, reason] of [[failure("InvalidStateError"), "missing"], [failure("blocked"), "blocked"], [new TypeError("no indexedDB"), "missing"]]) {
  test(`without a database (${opening.name}) it works in memory and says so`, async () => {
    const disk = Object.assign(new Disk(), { opening });
    const store = await Store.open({ open: disk.open });
    assert.deepEqual([store.durable, store.reason], [false, reason]);
    await store.putOperation(operation("a"));
    await store.keep("draft", "text");
    assert.deepEqual(await idsIn(store), ["a"]);
    assert.equal(await store.kept("draft"), "text");
    assert.equal(await store.saveStream("s", { seq: 1 }), false, "the page holds its rows itself");
    await store.removeOperation("a");
    await store.forget("draft");
    assert.deepEqual([await idsIn(store), await store.kept("draft")], [[], undefined]);
  });
}

test("a browser that never answers does not hold the page up", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const opening = Store.open({ open: () => new Promise(() => {}) });
  context.mock.timers.tick(1_500);
  const store = await opening;
  assert.deepEqual([store.durable, store.reason], [false, "blocked"]);
});

test("a full disk loses nothing: held in memory, written when there is room again", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  const told = [];
  store.subscribe(() => told.push([store.durable, store.reason]));
  await store.putOperation(operation("a"));
  disk.failing = failure("QuotaExceededError");
  await store.putOperation(operation("b"));
  await store.removeOperation("a");
  assert.deepEqual(await idsIn(store), ["b"]);
  disk.failing = null;
  await store.putOperation(operation("c"));
  assert.deepEqual(told, [[false, "full"], [true, ""]]);
  assert.deepEqual(await idsIn(await Store.open({ open: disk.open })), ["b", "c"]);
});

test("a database closed behind our back is opened anew", async () => {
  const disk = new Disk();
  let opened = 0;
  const open = async (...details) => {
    opened += 1;
    return disk.open(...details);
  };
  const store = await Store.open({ open });
  disk.failing = failure("InvalidStateError");
  const again = disk.open;
  disk.open = async () => {
    disk.failing = null;
    return again();
  };
  await store.putOperation(operation("a"));
  assert.deepEqual([opened, store.durable, await idsIn(store)], [2, true, ["a"]]);
});

test("a page that has to make way for a newer version goes on", async () => {
  const disk = new Disk();
  let callbacks;
  const store = await Store.open({
    open: async (name, version, given) => {
      callbacks = given;
      return disk.open();
    },
  });
  callbacks.blocking();
  assert.deepEqual([store.durable, store.reason], [false, "closed"]);
  await store.putOperation(operation("a"));
  assert.deepEqual([await idsIn(store), store.durable], [["a"], true]);
});

test("rows and drafts nobody has come back to are deleted, operations never", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  await store.saveStream("s", { seq: 1 });
  await store.keep("draft", "text");
  await store.putOperation(operation("a"));
  const later = await Store.open({ open: disk.open, now: Date.now() + 31 * 86_400_000 });
  assert.equal(await later.loadStream("s"), undefined);
  assert.equal(await later.kept("draft"), undefined);
  assert.deepEqual(await idsIn(later), ["a"]);
});

test("leaving forgets everything", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  await store.putOperation(operation("a"));
  await store.keep("draft", "text");
  await store.clear();
  assert.deepEqual([...disk.stores.outbox, ...disk.stores.kept], []);
  assert.deepEqual(await idsIn(store), []);
});

test("where there is no room, saved rows give way to texts", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  await store.saveStream("old", { seq: 1 });
  const room = () => disk.stores.streams.size === 0;
  Object.defineProperty(disk, "failing", { get: () => (room() ? null : failure("QuotaExceededError")) });
  await store.putOperation(operation("a"));
  assert.deepEqual([store.durable, [...disk.stores.outbox.values()].length, disk.stores.streams.size], [true, 1, 0]);
});

test("drafts are what stands in the fields, not what the page keeps for itself", async () => {
  const store = await Store.open({ open: new Disk().open });
  await store.keep("thought/1", "Half a thought");
  await store.keep("note/2", " ");
  await store.keep("known/cafe", "[]");
  assert.deepEqual(await store.drafts(), ["Half a thought"]);
});

test("after leaving, what the page still holds is not written back", async () => {
  const disk = new Disk();
  const store = await Store.open({ open: disk.open });
  await store.clear();
  await store.saveStream("cafe", { seq: 1 });
  assert.equal(disk.stores.streams.size, 0);
});
