import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../static/js/lib/rows.js";
import { SavedRows } from "../../static/js/lib/saved_rows.js";
import { Store } from "../../static/js/lib/store.js";
import { Disk, randomFrom, settle } from "./support/fakes.mjs";
import { Stream, everything, inRoom } from "./support/stream.mjs";

const KEY = "cafe";

/** A page of a stream: it takes up what the disk has, joins, hears changes, and saves. */
class Page {
  static async open(disk, stream) {
    const page = new Page();
    page.rows = new Rows();
    const store = await Store.open({ open: disk.open });
    const found = await store.loadStream(KEY);
    page.rows.load(found);
    await settle(1); // told of, as in a page, before anybody listens
    page.saved = new SavedRows({ key: KEY, store, rows: page.rows, saved: Boolean(found) });
    page.saved.start();
    page.rows.apply(stream.answer(page.rows.sure));
    return page;
  }

  /** Batches that are under way: a tab in the background hears late, but in order. */
  #late = [];

  tell(batches) {
    this.#late.push(...batches);
  }

  hear(stream) {
    for (const batch of this.#late.splice(0)) {
      if (this.rows.misses(batch)) {
        this.rows.apply(stream.answer(this.rows.sure));
      }
      this.rows.apply(batch);
    }
  }

  /** The line breaks with the last batch of a commit on it; back, it gets what is missing, or everything. */
  comesBack(stream, { afresh }) {
    this.#late = [];
    this.rows.apply(stream.answer(afresh ? null : this.rows.sure));
  }
}

test("what the disk has and what has changed since it says so is the fresh state, whatever tabs, crashes and evictions", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = randomFrom(seed);
    const disk = new Disk();
    const stream = new Stream();
    const tabs = [await Page.open(disk, stream), await Page.open(disk, stream)];
    for (let step = 0; step < 40; step += 1) {
      const chance = random();
      const tab = tabs[Math.floor(random() * 2)];
      const batches = stream.changes(random);
      tabs.forEach((one) => one.tell(one === tab && chance < 0.2 ? batches.slice(1) : batches));
      random() < 0.7 && tab.hear(stream);
      await settle(1);
      if (chance < 0.3) {
        tab.saved.save();
        tab.comesBack(stream, { afresh: chance < 0.1 });
      } else if (chance < 0.5) {
        tab.hear(stream);
        tab.rows.vouch(tab.rows.seen);
      } else if (chance < 0.53) {
        disk.stores.streams.clear(); // the browser needs the room
      } else if (chance < 0.65) {
        tabs[tabs.indexOf(tab)] = await Page.open(disk, stream); // reloaded
      }
      await settle(1);
      if (chance > 0.2) {
        const saving = tab.saved.save();
        chance > 0.5 && (await saving);
      }
    }
    await settle();
    const late = new Rows();
    late.load(await (await Store.open({ open: disk.open })).loadStream(KEY));
    late.apply(stream.answer(late.sure));
    const fresh = new Rows();
    fresh.apply(stream.answer());
    assert.deepEqual(everything(late), everything(fresh), `seed ${seed}`);
  }
});

const note = (number, text = "What was said") => ({ type: "note", id: `n${number}`, text });

async function tenThousand(disk) {
  const rows = new Rows();
  const store = await Store.open({ open: disk.open });
  const saved = new SavedRows({ key: KEY, store, rows });
  saved.start();
  rows.apply({ reset: true, audience: "a", seq: 1, rooms: inRoom("organisers", Array.from({ length: 10_000 }, (_, number) => note(number))) });
  await settle(2);
  await saved.save();
  return { rows, saved, store };
}

test("of ten thousand notes one is saved when one has changed, and all of them are there again", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  const { rows, saved } = await tenThousand(disk);
  const before = disk.bytes;
  assert.ok(before > 500_000);
  for (let number = 0; number < 150; number += 1) {
    rows.apply({ after: 0, seq: 2 + number, rooms: inRoom("organisers", [note(number, "Something else")]) });
    rows.vouch(rows.seen);
    await settle(1);
    await saved.save();
  }
  assert.ok(disk.bytes - before < 60_000, `${disk.bytes - before} bytes for 150 changes`);
  const later = new Rows();
  later.load(await (await Store.open({ open: disk.open })).loadStream(KEY));
  assert.equal(later.sure, rows.sure);
  assert.deepEqual([later.all("note").length, later.get("note", "n149").text, later.get("note", "n150").text], [10_000, "Something else", "What was said"]);
});

test("a long list of changes gives way to the whole", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  const { rows, saved } = await tenThousand(disk);
  for (let number = 0; number < 450; number += 1) {
    rows.apply({ after: 0, seq: 2 + number, rooms: inRoom("organisers", [note(1, `${number}`)]) });
    await settle(1);
    await saved.save();
  }
  assert.ok(disk.stores.streams.size < 260, `${disk.stores.streams.size} records`);
});

test("a row that has left is not there again after a reload", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  const { rows, saved } = await tenThousand(disk);
  rows.apply({ after: 0, seq: 2, rooms: inRoom("organisers", [], [{ type: "note", id: "n7" }]) });
  await settle(1);
  await saved.save();
  const later = new Rows();
  later.load(await (await Store.open({ open: disk.open })).loadStream(KEY));
  assert.deepEqual([later.all("note").length, later.get("note", "n7")], [9_999, undefined]);
});

test("two tabs with many rows do not save all of them in turns without a pause", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const disk = new Disk();
  const tabs = [await tenThousand(disk), await tenThousand(disk)];
  const before = disk.bytes;
  for (let number = 0; number < 20; number += 1) {
    tabs.forEach(({ rows }) => rows.apply({ after: 0, seq: 2 + number, rooms: inRoom("organisers", [note(number, "x")]) }));
    await settle(2);
    context.mock.timers.tick(500);
    await settle(40);
  }
  assert.ok(disk.bytes - before < 2.5 * before, "ten seconds: each once, not twenty times");
});

test("a tab that hears late does not write over what another has added", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  await tenThousand(disk);
  const stream = { answer: () => ({ seq: 1, rooms: {} }) };
  const [quick, late] = [await Page.open(disk, stream), await Page.open(disk, stream)];
  const change = (seq, number, text) => ({ after: 0, seq, rooms: inRoom("organisers", [note(number, text)]) });
  const hears = async ({ rows, saved }, ...batches) => {
    batches.forEach((batch) => rows.apply(batch));
    rows.vouch(rows.seen);
    await settle(1);
    await saved.save();
  };
  await hears(quick, change(2, 1, "a"), change(3, 1, "b"));
  await hears(late, change(2, 1, "a"));
  await hears(quick, change(4, 2, "c"));
  const later = (await Page.open(disk, stream)).rows;
  assert.ok(later.sure < 3 || later.get("note", "n1").text === "b", `up to ${later.sure}: ${later.get("note", "n1").text}`);
});

test("records of a stream go with its head when nobody has come back", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const disk = new Disk();
  await tenThousand(disk);
  await Store.open({ open: disk.open, now: Date.now() + 6 * 86_400_000 });
  assert.ok(disk.stores.streams.size > 10);
  await Store.open({ open: disk.open, now: Date.now() + 8 * 86_400_000 });
  assert.equal(disk.stores.streams.size, 0);
});
