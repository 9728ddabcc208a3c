import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock } from "../../static/js/lib/clock.js";
import { idFrom, newId } from "../../static/js/lib/identifiers.js";
import { asPlainText, waitBefore } from "../../static/js/lib/outbox_rules.js";
import { readPage, takeUpRows } from "../../static/js/lib/page.js";
import { Rows } from "../../static/js/lib/rows.js";
import { Store } from "../../static/js/lib/store.js";
import { Disk } from "./support/fakes.mjs";

const given = { locale: "nb", stream: "cafe", as: "guest", table: null, person: "p1" };
const batch = (seq, id) => ({ seq, audience: "a", now: 5, rooms: { guests: { rows: [{ type: "note", id }], gone: [] } } });

async function opens(disk, page) {
  const rows = new Rows();
  const clock = new ServerClock();
  const store = await Store.open({ open: disk.open });
  const { key } = await takeUpRows({ page, store, rows, clock });
  return { rows, clock, key, save: () => store.saveStream(key, { ...rows.dump(), ahead: 1_000 }) };
}

const ids = (rows) => rows.all("note").map(({ id }) => id);

test("the page's own rows are shown at once", async () => {
  const { rows } = await opens(new Disk(), { ...given, rows: batch(3, "fromPage") });
  assert.deepEqual([ids(rows), rows.sure, rows.audience], [["fromPage"], 3, "a"]);
});

test("after a reload without network, what this device has saved", async () => {
  const disk = new Disk();
  const first = await opens(disk, { ...given, rows: batch(3, "first") });
  first.rows.apply(batch(7, "later"));
  await first.save();
  const cached = await opens(disk, { ...given, rows: batch(3, "first") });
  assert.deepEqual(ids(cached.rows), ["first", "later"], "a cached page is older than what is saved");
  assert.ok(Math.abs(cached.clock.aheadOfWall - 1_000) < 50);
  const fresh = await opens(disk, { ...given, rows: batch(9, "fresh") });
  assert.deepEqual(ids(fresh.rows), ["fresh"], "a fresh page is newer");
});

test("live changes that came just before the network went are not forgotten for an older cached page", async () => {
  const disk = new Disk();
  const first = await opens(disk, { ...given, rows: batch(3, "first") });
  first.rows.apply({ ...batch(4, "live"), after: 3 });
  await first.save();
  const cached = await opens(disk, { ...given, rows: batch(3, "first") });
  assert.deepEqual(ids(cached.rows), ["first", "live"]);
});

for (const other of [{ person: "p2" }, { as: "host" }, { table: "t1" }, { stream: "another" }]) {
  test(`rows are not shown to another: ${JSON.stringify(other)}`, async () => {
    const disk = new Disk();
    await (await opens(disk, { ...given, rows: batch(3, "mine") })).save();
    const { rows } = await opens(disk, { ...given, ...other });
    assert.deepEqual(ids(rows), []);
  });
}

test("the page tells who and where", () => {
  const document = { getElementById: (id) => ({ textContent: id === "page" ? JSON.stringify(given) : "" }) };
  assert.deepEqual(readPage(document), given);
});

test("identifiers are UUIDs, also where there is no secure context", () => {
  const plain = { getRandomValues: (bytes) => crypto.getRandomValues(bytes) };
  const made = new Set(Array.from({ length: 100 }, () => newId(plain)));
  assert.equal(made.size, 100);
  for (const id of [...made, newId()]) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("the same values give the same identifier, others another", () => {
  const made = Array.from({ length: 2_000 }, (_, number) => idFrom("s", null, `text ${number}`));
  assert.equal(new Set(made).size, 2_000);
  assert.equal(idFrom("s", null, "text 7"), made[7]);
  assert.notEqual(idFrom("a", "bc"), idFrom("ab", "c"));
  assert.ok(made.every((id) => /^[0-9a-f]{32}$/.test(id)));
});

test("waits grow to half a minute and differ from phone to phone", () => {
  assert.deepEqual([1, 2, 3, 10].map((failures) => waitBefore(failures, () => 0.5)), [1_000, 2_000, 4_000, 30_000]);
  assert.notEqual(waitBefore(1, () => 0), waitBefore(1, () => 1));
});

test("plain text skips what has no text", () => {
  assert.equal(asPlainText([{ data: { id: "x", on: true } }, { data: { text: "a" } }]), "a");
});
