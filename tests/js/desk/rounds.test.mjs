import assert from "node:assert/strict";
import { test } from "node:test";
import { peopleAt } from "../../../static/js/desk/people.js";
import { RoundChoice, handedOver, presentRound } from "../../../static/js/desk/rounds.js";
import { SummaryWriter } from "../../../static/js/desk/summary_writer.js";
import { Rows } from "../../../static/js/lib/rows.js";
import { settle } from "../support/fakes.mjs";

const running = (round) => ({ phase: "running", round, rounds: 3 });
const switching = (round) => ({ phase: "switching", round, rounds: 3 });
const quiet = { busy: false };

function rowsOf(...rows) {
  const held = new Rows();
  held.apply({ seq: 1, rooms: { "table/t": { rows, gone: [] } } });
  return held;
}

test("the page goes on with the rounds by itself, after the change of tables", () => {
  const choice = new RoundChoice();
  const shown = [{ phase: "check_in", round: 0, rounds: 3 }, switching(1), running(1), switching(2), running(2),
    { phase: "harvest", round: 3, rounds: 3 }].map((session) => {
    choice.update(session, quiet);
    return choice.shown;
  });
  assert.deepEqual(shown, [1, 1, 1, 1, 2, 3]);
  assert.equal(presentRound({ phase: "closed", round: 9, rounds: 3 }), 3);
});

test("under the hands of somebody who writes it stays, and offers to go on", () => {
  const choice = new RoundChoice();
  choice.update(running(1), quiet);
  assert.equal(choice.offer(running(1)), null);
  choice.update(running(2), { busy: true });
  assert.equal(choice.shown, 1);
  assert.deepEqual(choice.offer(running(2)), { round: 2, begun: true });
  assert.deepEqual(choice.offer(switching(2)), { round: 2, begun: false });
  choice.update(running(2), quiet);
  assert.equal(choice.shown, 1, "a note that is finished is no reason to turn the page");
  choice.choose(2);
  choice.update(running(2), quiet);
  choice.update(running(3), quiet);
  assert.equal(choice.shown, 3);
});

test("an earlier round chosen by hand stays", () => {
  const choice = new RoundChoice();
  choice.update(running(2), quiet);
  choice.choose(1);
  choice.update(running(3), quiet);
  assert.equal(choice.shown, 1);
});

test("newcomers read what was handed over at their topic, wherever it stood, and nothing else", () => {
  const summary = (id, topic, table, round, state) => ({ type: "summary", id, topic_id: topic, table, round, state });
  const rows = rowsOf(
    { type: "table", id: "t", number: 4 },
    summary("1", "a", 7, 1, "approved"), summary("2", "a", 4, 1, "approved"), summary("3", "a", 4, 1, "draft"),
    summary("4", "b", 4, 1, "approved"), summary("5", "a", 4, 2, "approved"), summary("6", null, 4, 1, "approved"),
    summary("7", null, 5, 1, "approved"),
  );
  const told = (topic) => handedOver(rows, { table_id: "t", topic_id: topic, round: 2 }).map(({ id }) => id);
  assert.deepEqual(told("a"), ["2", "1"]);
  assert.deepEqual(told(null), ["6"], "without topics, the table's own");
});

test("who is expected and who has come, with what was just tapped", () => {
  const seat = (id, name, more = {}) => ({
    type: "seat", id: `s${id}`, table_round_id: "r", attendee_id: id, name, hosting: false, arrival: "arrived", ...more,
  });
  const rows = rowsOf(seat("1", "Berit"), seat("2", "Anna"), seat("3", "Host", { hosting: true }),
    { type: "visit", id: "v1", table_round_id: "r", attendee_id: "9", name: "Late" },
    { type: "visit", id: "v2", table_round_id: "r", attendee_id: "2", name: "Anna" });
  const tapped = (id, here) => ({ name: "mark_visit", data: { table_round_id: "r", attendee_id: id, here }, state: "waiting" });
  const people = peopleAt({ rows, operations: [tapped("1", true), tapped("2", false)], placeId: "r", self: "3" });
  assert.deepEqual(people.map(({ name, here, late }) => [name, here, late]),
    [["Host", true, false], ["Anna", false, false], ["Berit", true, false], ["Late", true, true]]);
});

/** A desk for a summary writer: an outbox that keeps what it gets, and a store in memory. */
function deskOf(rows, { connected = true } = {}) {
  const operations = [];
  const kept = new Map();
  return {
    rows, stream: "s", connected: () => connected, changed: () => {}, operations, kept,
    outbox: {
      shown: () => operations,
      state: (id) => operations.find((one) => one.id === id)?.state,
      add: async ({ name, data }) => {
        operations.push({ id: `o${operations.length + 1}`, name, data, state: "waiting" });
        return operations.at(-1);
      },
      discard: async (id) => operations.splice(operations.findIndex((one) => one.id === id), 1),
    },
    store: {
      keep: async (key, text) => kept.set(key, text), kept: async (key) => kept.get(key),
      forget: async (key) => kept.delete(key),
    },
  };
}

const summaryRow = (more) => ({
  type: "summary", id: "r", topic_id: "a", table: 1, round: 1, text: "", state: "draft", version: 1, yes: 0, change: 0,
  ...more,
});

test("a summary goes off at a pause, and what waits becomes one text", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const desk = deskOf(rowsOf());
  const writer = new SummaryWriter(desk, "r");
  for (const text of ["We", "We need", "We need homes"]) {
    writer.type(text);
    context.mock.timers.tick(100);
  }
  context.mock.timers.tick(1_200);
  await settle();
  writer.type("We need homes first");
  context.mock.timers.tick(1_200);
  await settle();
  assert.deepEqual(desk.operations.map(({ data }) => [data.text, data.based_on]), [["We need homes first", ["o1"]]]);
  assert.equal(desk.kept.size, 0, "what the outbox has is kept nowhere else");
});

test("what is too long is kept here and not sent", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const desk = deskOf(rowsOf());
  const writer = new SummaryWriter(desk, "r");
  writer.type("x".repeat(601));
  context.mock.timers.tick(2_000);
  await settle();
  assert.equal(desk.operations.length, 0);
  const again = new SummaryWriter(desk, "r");
  await again.restore();
  assert.equal(again.text.length, 601);
});

test("what others write comes into the field only while nobody's hands are on it", async () => {
  const rows = rowsOf(summaryRow({ text: "one" }));
  const desk = deskOf(rows);
  const writer = new SummaryWriter(desk, "r");
  rows.apply({ seq: 2, after: 1, rooms: { "table/t": { rows: [summaryRow({ text: "two", version: 2 })], gone: [] } } });
  await writer.refresh({ busy: true });
  assert.equal(writer.text, "one");
  assert.ok(writer.othersWrote);
  await writer.refresh({ busy: false });
  assert.equal(writer.text, "two");
});

test("showing waits until the text itself has arrived, and names its version", async () => {
  const rows = rowsOf();
  const desk = deskOf(rows, { connected: false });
  const writer = new SummaryWriter(desk, "r");
  writer.type("We need homes");
  await writer.want("show");
  assert.deepEqual(desk.operations.map(({ name }) => name), ["write_summary"]);
  desk.operations.length = 0;
  const arrived = summaryRow({ text: "We need homes", version: 3 });
  rows.apply({ seq: 2, after: 1, rooms: { "table/t": { rows: [arrived], gone: [] } } });
  await writer.refresh({ busy: true });
  assert.deepEqual(desk.operations.map(({ name, data }) => [name, data.version]), [["show_summary", 3]]);
});
