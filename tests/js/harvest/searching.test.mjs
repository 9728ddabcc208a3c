import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { holds, partsOf, Searching } from "../../../static/js/harvest/searching.js";
import { ALL, roundsOf } from "../../../static/js/harvest/slips.js";
import { Rows } from "../../../static/js/lib/rows.js";
import { settle } from "../support/fakes.mjs";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const NOTES = [
  { id: "one", text: "Kommunene må lytte" },
  { id: "two", text: "En kommune lytter" },
  { id: "three", text: "Noe annet" },
];

/** A search whose server answers when told: `answers[n](ids)`, or `fails[n]()`. */
function searching(notes = [...NOTES]) {
  const asked = [];
  const answers = [];
  const fails = [];
  let changes = 0;
  const fetch = (url) => new Promise((resolve, reject) => {
    asked.push(decodeURIComponent(url));
    answers.push((ids) => resolve({ ok: true, json: async () => ({ ids }) }));
    fails.push((status) => (status ? resolve({ ok: false, status, json: async () => ({}) }) : reject(new TypeError("no network"))));
  });
  const search = new Searching({ url: "/search", things: () => notes, changed: () => (changes += 1), fetch });
  return { search, asked, answers, fails, notes, changes: () => changes };
}

const found = (search) => [...search.ids].sort();

test("while nothing is searched, everything is there and nobody is asked", () => {
  const { search, asked } = searching();
  assert.equal(search.ids, null);
  search.look("   ");
  mock.timers.tick(10_000);
  assert.deepEqual([search.ids, search.how, asked], [null, "", []]);
});

test("letters are searched at once, and the forms of words a moment after the last letter", async () => {
  const { search, asked, answers, changes } = searching();
  for (const words of ["k", "ko", "kom", "kommunene"]) {
    search.look(words);
    mock.timers.tick(100);
  }
  assert.deepEqual([found(search), search.how, asked], [["one"], "asking", []]);
  mock.timers.tick(250);
  assert.deepEqual(asked, ["/search?words=kommunene"]);
  answers[0](["one", "two"]);
  await settle();
  assert.deepEqual([found(search), search.how, changes()], [["one", "two"], "forms", 1]);
});

test("the answer to what is searched now counts, whichever comes last", async () => {
  const { search, answers } = searching();
  search.look("kommune");
  mock.timers.tick(300);
  search.look("annet");
  mock.timers.tick(300);
  answers[1](["three"]);
  await settle();
  answers[0](["one", "two"]);
  await settle();
  assert.deepEqual([found(search), search.how], [["three"], "forms"]);
  search.look("");
  assert.deepEqual([search.ids, search.how], [null, ""]);
});

test("an answer that comes after the field was emptied shows nothing", async () => {
  const { search, answers } = searching();
  search.look("kommune");
  mock.timers.tick(300);
  search.look("");
  answers[0](["one"]);
  await settle();
  assert.deepEqual([search.ids, search.how], [null, ""]);
});

for (const [why, status] of [["without a network", undefined], ["when the server refuses", 429]]) {
  test(`${why} the letters are searched and it says so, until it is asked again`, async () => {
    const { search, asked, answers, fails } = searching();
    search.look("kommune");
    mock.timers.tick(300);
    fails[0](status);
    await settle();
    assert.deepEqual([found(search), search.how], [["one", "two"], "letters"]);
    search.again();
    mock.timers.tick(1);
    assert.equal(asked.length, 2);
    answers[1](["two"]);
    await settle();
    assert.deepEqual([found(search), search.how], [["two"], "forms"]);
    search.again();
    mock.timers.tick(1_000);
    assert.equal(asked.length, 2);
  });
}

test("what is written or changed after the answer is found by its letters", async () => {
  const { search, notes, answers } = searching();
  search.look("kommune");
  mock.timers.tick(300);
  answers[0](["one", "two"]);
  await settle();
  notes.push({ id: "four", text: "Nok en kommune" }, { id: "five", text: "Helt nytt" });
  notes[0] = { id: "one", text: "Alle må lytte" };
  assert.deepEqual(found(search), ["four", "two"]);
});

test("a space more says that the word is whole, and is asked for", async () => {
  const { search, asked, answers } = searching();
  search.look("kommune");
  mock.timers.tick(300);
  search.look("kommune ");
  mock.timers.tick(300);
  answers[1](["two"]);
  await settle();
  assert.deepEqual([found(search), search.how, asked[1]], [["two"], "forms", "/search?words=kommune "]);
});

test("a sign without letters needs no server", async () => {
  const { search, asked } = searching([{ id: "one", text: "Bra 👍" }]);
  search.look("👍");
  mock.timers.tick(300);
  await settle();
  assert.deepEqual([found(search), search.how, asked], [["one"], "forms", []]);
});

test("every word must be there, in any order", () => {
  assert.ok(holds("En kommune lytter", "LYTTER  kommu"));
  assert.ok(!holds("En kommune lytter", "kommune sier"));
  assert.ok(holds("", " "));
});

const MARKED = [
  ["kommuner", "Kommunene må lytte", "[Kommunene] må lytte"],
  ["medvirkningen", "Mer brukermedvirkning.", "Mer [brukermedvirkning]."],
  ["på", "På plass, påminn", "[På] plass, påminn"],
  ["hjelp å", "å få hjelpen", "[å] få [hjelpen]"],
  ["<b>", "a <b> c", "a <[b]> c"],
  ["", "ingen", "ingen"],
];

for (const [words, text, marked] of MARKED) {
  test(`"${words}" is marked in "${text}"`, () => {
    assert.equal(partsOf(text, words).map((part) => (part.hit ? `[${part.text}]` : part.text)).join(""), marked);
  });
}

test("a search finds summaries beside notes, and other filters leave them out", () => {
  const rows = new Rows();
  rows.apply({ seq: 1, reset: true, audience: "a", rooms: { organisers: { gone: [], rows: [
    { type: "session", id: "s", round: 1, rounds: 1 },
    { type: "table", id: "t", number: 1 },
    { type: "table_round", id: "place", table_id: "t", round: 1, topic_id: "a" },
    { type: "note", id: "note", table_round_id: "place", text: "Kommunene", kind: "idea", source: "unspecified", position: 1, binned: false },
    { type: "summary", id: "place", table: 1, round: 1, topic_id: "a", text: "Kommunen lytter", state: "draft" },
  ] } } });
  const shown = (filters, ids) => {
    const [round] = roundsOf(rows, { filters: { ...ALL, ...filters }, found: ids && new Set(ids) });
    return [round.notes.length, round.summaries.length];
  };
  assert.deepEqual(shown({ words: "kommuner" }, ["note", "place"]), [1, 1]);
  assert.deepEqual(shown({ words: "kommuner" }, ["place"]), [0, 1]);
  assert.deepEqual(shown({ words: "kommunen" }, null), [1, 1]);
  assert.deepEqual(shown({ words: "kommuner", kind: "idea" }, ["note", "place"]), [1, 0]);
});
