import assert from "node:assert/strict";
import { test } from "node:test";

import { GREETED, Newcomers } from "../../../static/js/wall/newcomers.js";

const seat = (id, table, more = {}) => ({ id, name: `Person ${id}`, round: 1, table, arrival: "arrived", ...more });
const kari = { name: "Person kari", table: 3 };

test("who sat when the wall was opened is not greeted", () => {
  const newcomers = new Newcomers();
  assert.deepEqual(newcomers.at(0, 1, [seat("ola", 1)]), []);
  assert.deepEqual(newcomers.at(1000, 1, [seat("ola", 1)]), []);
});

test("who comes while the round runs is greeted for a while", () => {
  const newcomers = new Newcomers();
  newcomers.at(0, 1, [seat("ola", 1)]);
  const both = [seat("ola", 1), seat("kari", 3)];
  assert.deepEqual(newcomers.at(1000, 1, both), [kari]);
  assert.deepEqual(newcomers.at(GREETED, 1, both), [kari]);
  assert.deepEqual(newcomers.at(1000 + GREETED, 1, both), []);
});

test("who gets another table is told that one, and who goes again is not greeted", () => {
  const newcomers = new Newcomers();
  newcomers.at(0, 1, []);
  newcomers.at(1000, 1, [seat("kari", 2)]);
  assert.deepEqual(newcomers.at(2000, 1, [seat("kari", 3)]).at(-1), kari);
  assert.deepEqual(newcomers.at(3000, 1, [seat("kari", 3, { arrival: "away" })]), []);
});

test("seats of other rounds, and the plan of a round that begins, greet nobody", () => {
  const newcomers = new Newcomers();
  newcomers.at(0, 1, []);
  assert.deepEqual(newcomers.at(1000, 1, [seat("kari", 3, { round: 2 })]), []);
  assert.deepEqual(newcomers.at(2000, null, [seat("kari", 3, { round: 2 })]), []);
  assert.deepEqual(newcomers.at(3000, 2, [seat("kari", 3, { round: 2 })]), []);
});

test("of many at once the last few are greeted", () => {
  const newcomers = new Newcomers();
  newcomers.at(0, 1, []);
  const many = Array.from({ length: 9 }, (_, number) => seat(`p${number}`, 1));
  assert.equal(newcomers.at(1000, 1, many).length, 4);
});
