import assert from "node:assert/strict";
import { test } from "node:test";
import { keepDraft } from "../../static/js/lib/forms.js";
import { Store } from "../../static/js/lib/store.js";
import { Disk, FakePage, settle } from "./support/fakes.mjs";

class Field extends EventTarget {
  value = "";

  types(text) {
    this.value = text;
    this.dispatchEvent(new Event("input"));
  }
}

async function page(context, disk = new Disk()) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const store = await Store.open({ open: disk.open });
  const [window, document, field] = [new FakePage(), new FakePage(), new Field()];
  return { disk, store, window, document, field, draft: () => keepDraft(field, "note/1", { store, window, document }) };
}

test("what is typed is kept at each letter and put back after a reload", async (context) => {
  const { disk, store, field, draft } = await page(context);
  assert.equal(await draft().restored, false);
  field.types("Half a thou");
  await settle();
  assert.equal(await store.kept("note/1"), "Half a thou");
  context.mock.timers.reset();
  const again = await page(context, disk);
  assert.equal(await again.draft().restored, true);
  assert.equal(again.field.value, "Half a thou");
});

for (const [moment, happens] of [
  ["the page is left", ({ window }) => window.dispatchEvent(new Event("pagehide"))],
  ["the phone is put away", ({ document }) => document.hide()],
]) {
  test(`kept at once when ${moment}`, async (context) => {
    const all = await page(context);
    all.draft();
    all.field.types("Half");
    happens(all);
    await settle();
    assert.equal(await all.store.kept("note/1"), "Half");
  });
}

test("the last words before a reload come back, though the database was too late for them", async (context) => {
  const kept = new Map();
  const sessionStorage = {
    getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key),
  };
  const { store, window, field, draft } = await page(context);
  window.sessionStorage = sessionStorage;
  await store.keep("note/1", "Half");
  await draft().restored;
  field.types("Half a thought");
  store.keep = () => new Promise(() => {});
  window.dispatchEvent(new Event("pagehide"));
  context.mock.timers.reset();
  const again = await page(context);
  again.window.sessionStorage = sessionStorage;
  await again.store.keep("note/1", "Half");
  assert.equal(await again.draft().restored, true);
  assert.equal(again.field.value, "Half a thought");
  assert.equal(kept.size, 0);
});

test("what has been typed before the old text was found is not overwritten", async (context) => {
  const { store, field, draft } = await page(context);
  await store.keep("note/1", "old");
  const { restored } = draft();
  field.value = "new";
  assert.equal(await restored, false);
  assert.equal(field.value, "new");
});

test("an emptied field keeps nothing; a forgotten draft does not come back", async (context) => {
  const { store, field, window, draft } = await page(context);
  const kept = draft();
  field.types("text");
  context.mock.timers.tick(300);
  field.types("");
  context.mock.timers.tick(300);
  await settle();
  assert.equal(await store.kept("note/1"), undefined);
  field.types("sent");
  await kept.forget();
  window.dispatchEvent(new Event("pagehide"));
  await settle();
  assert.equal(await store.kept("note/1"), undefined);
});
