import assert from "node:assert/strict";
import { test } from "node:test";
import { Changes, changeSentence, changesToCome } from "../../../static/js/guest/changes.js";
import { setWords } from "../../../static/js/lib/words.js";

setWords({ locale: "en", words: {} });
const seat = (round, table, was_table = null) => ({ round, table, was_table, table_round_id: `t${table}r${round}` });
const facts = (phase, round, ...seats) => ({
  session: { phase, round }, visits: [], seats: Object.fromEntries(seats.map((one) => [one.round, one])),
});
const rounds = (found) => found.map(({ round }) => round);

const SAYS = [
  ["who goes to another table than they were told", { kind: "go", seat: seat(1, 7, 3) }, "Your table has changed: table 7 instead of 3."],
  ["who waits for the first round", { kind: "waiting", seat: seat(1, 7, 3) }, "Your table has changed: table 7 instead of 3."],
  ["whose table is as it was told", { kind: "go", seat: seat(1, 3) }, ""],
  ["who has taken the seat", { kind: "here", seat: seat(1, 7, 3) }, ""],
  ["who talks there already", { kind: "talking", seat: seat(1, 7, 3) }, ""],
  ["who has no chair", { kind: "no_seat" }, ""],
];

for (const [who, instruction, words] of SAYS) {
  test(`${who} is told "${words}"`, () => assert.equal(changeSentence(instruction), words));
}

test("changes to come are those that are not on the screen, not over and not taken", () => {
  const seats = [seat(1, 4, 9), seat(2, 7, 3), seat(3, 5, 6), seat(4, 8)];
  const going = { kind: "go", round: 2, seat: seats[1] };
  assert.deepEqual(rounds(changesToCome(facts("switching", 2, ...seats), going)), [3]);
  assert.deepEqual(rounds(changesToCome(facts("running", 1, ...seats), { kind: "talking", round: 1, seat: seats[0] })), [2, 3]);
  const waiting = { kind: "waiting", round: 1, seat: seats[0] };
  assert.deepEqual(rounds(changesToCome(facts("check_in", 0, ...seats), waiting)), [2, 3]);
  assert.deepEqual(changesToCome(facts("harvest", 4, ...seats), { kind: "harvest" }), []);
  assert.deepEqual(rounds(changesToCome({ ...facts("running", 1, ...seats), visits: ["t7r2"] }, { kind: "no_seat", round: 1 })), [3]);
});

async function changes(kept = {}) {
  const store = { kept: async (key) => kept[key] ?? null, keep: async (key, value) => void (kept[key] = value) };
  const told = new Changes({ store, stream: "s" });
  await told.start();
  return told;
}

test("a change is read aloud once, and not at all if it was there when the page was opened", async () => {
  const told = await changes();
  assert.equal(told.follow([seat(2, 7, 3)]), "");
  const both = [seat(2, 7, 3), seat(3, 5, 6)];
  assert.equal(told.follow(both), "Your plan has changed: in round 3 table 5 instead of 6.");
  assert.equal(told.follow(both), "");
  assert.equal(told.follow([seat(2, 8, 3)]), "Your plan has changed: in round 2 table 8 instead of 3.");
  assert.equal(told.follow([]), "");
});

test("the plan is marked until somebody looks at it, also on a page that is opened again", async () => {
  const kept = {};
  const told = await changes(kept);
  assert.equal(told.unseen, false);
  told.follow([seat(2, 7, 3)]);
  assert.equal(told.unseen, true);
  told.look();
  assert.equal(told.unseen, false);
  const again = await changes(kept);
  again.follow([seat(2, 7, 3)]);
  assert.equal(again.unseen, false);
  again.follow([seat(2, 9, 3)]);
  assert.equal(again.unseen, true);
});
