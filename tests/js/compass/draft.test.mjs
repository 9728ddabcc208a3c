import assert from "node:assert/strict";
import { test } from "node:test";
import { asSent, newDraft, saysSomething, saysSomethingOf, SCENES, sceneBeside } from "../../../static/js/compass/draft.js";
import { Keeping } from "../../../static/js/compass/keeping.js";

function begun() {
  let last = 0;
  return newDraft("a-secret", () => `id-${(last += 1)}`);
}

test("the questions come one after the other, and back", () => {
  assert.equal(SCENES.length, 11);
  assert.equal(sceneBeside("welcome", 1), "pair-1");
  assert.equal(sceneBeside("pair-9", 1), "send");
  assert.equal(sceneBeside("pair-1", -1), "welcome");
  assert.equal(sceneBeside("welcome", -1), "welcome");
  assert.equal(sceneBeside("send", 1), "send");
});

test("what is skipped is not sent; a place, no bearing and words are", () => {
  const draft = { ...begun(), group: "staff", choices: { 1: "4", 3: "none" }, comments: { 2: " It depends ", 4: "  " } };
  assert.deepEqual(asSent(draft), {
    id: "id-2",
    secret: "a-secret",
    device: "id-1",
    answer_id: "id-3",
    group: "staff",
    answers: [
      { pair: 1, place: 4, not_relevant: false, comment: "" },
      { pair: 2, place: null, not_relevant: false, comment: "It depends" },
      { pair: 3, place: null, not_relevant: true, comment: "" },
    ],
  });
  assert.equal(saysSomethingOf(draft, 4), false);
  assert.equal(saysSomething(begun()), false);
});

class Storage extends Map { // as a browser has it
  getItem = (key) => this.get(key) ?? null;
  setItem = (key, value) => this.set(key, value);
  removeItem = (key) => this.delete(key);
}

test("a draft outlives a reload, and nothing chosen is left after sending", () => {
  const storage = new Storage();
  const draft = { ...begun(), choices: { 1: "5" }, comments: { 1: "so" } };
  new Keeping(storage).keep(draft);
  const keeping = new Keeping(storage);
  assert.equal(keeping.secret(), "a-secret");
  assert.deepEqual(keeping.draft("a-secret"), draft);
  keeping.sent(draft);
  assert.equal(keeping.draft("a-secret"), null);
  assert.equal(keeping.secret(), null);
  assert.ok(keeping.wasSent("a-secret"));
  assert.deepEqual([...storage], [["compass/sent/a-secret", '"id-1"']]);
});

test("a phone that keeps nothing can still answer", () => {
  const keeping = new Keeping(null);
  keeping.keep(begun());
  assert.equal(keeping.draft("a-secret"), null);
  assert.equal(keeping.wasSent("a-secret"), false);
});
