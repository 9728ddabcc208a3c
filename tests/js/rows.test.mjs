import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../static/js/lib/rows.js";
import { randomFrom, settle } from "./support/fakes.mjs";
import { Stream, everything, inRoom } from "./support/stream.mjs";

const note = (fields) => ({ type: "note", id: "n1", ...fields });

test("snapshot + changes = fresh state, whatever is lost, repeated or caught up", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomFrom(seed);
    const stream = new Stream();
    let client = new Rows();
    for (let step = 0; step < 40; step += 1) {
      const chance = random();
      if (chance < 0.1) {
        client.apply(stream.answer(client.sure)); // joined again
      } else if (chance < 0.15) {
        const saved = structuredClone(client.dump()); // reloaded
        client = new Rows();
        client.load(saved);
        client.apply(stream.answer(client.sure));
      } else if (chance < 0.3) {
        const cut = stream.changes(random); // the line breaks between the batches of one commit
        cut.slice(1).forEach((batch) => client.seen !== null && client.apply(batch));
        client.apply(stream.answer(client.sure));
      } else {
        stream.changes(random).forEach((batch) => {
          if (client.misses(batch)) {
            client.apply(stream.answer(client.sure));
          }
          client.apply(batch);
          client.apply(batch); // twice has no effect
        });
      }
      if (random() < 0.3) {
        client.vouch(client.seen);
      }
    }
    const fresh = new Rows();
    fresh.apply(stream.answer());
    assert.deepEqual(everything(client), everything(fresh), `seed ${seed}`);
  }
});

test("the nearer room knows better; what only the farther one tells is added", () => {
  const rows = new Rows();
  rows.apply({ seq: 3, rooms: { ...inRoom("table/t1", [note({ text: "whole" })]), ...inRoom("guests", [note({ text: "short", votes: 3 })]) } });
  assert.deepEqual(rows.get("note", "n1"), note({ text: "whole", votes: 3 }));
});

test("table before person before organisers before wall before guests, in whatever order they come", () => {
  const order = ["table/t1", "person/p1", "organisers", "wall", "guests", "a_later_kind"];
  for (const arrival of [order, [...order].reverse()]) {
    const rows = new Rows();
    arrival.forEach((room, seq) => rows.apply({ seq, rooms: inRoom(room, [note({ text: room })]) }));
    for (const room of order) {
      assert.equal(rows.get("note", "n1").text, room);
      rows.apply({ seq: 9, after: 0, rooms: inRoom(room, [], [{ type: "note", id: "n1" }]) });
    }
  }
});

test("gone from one room is not gone from another", () => {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: { ...inRoom("table/t1", [note({ text: "t" })]), ...inRoom("guests", [note({ text: "g" })]) } });
  rows.apply({ seq: 2, after: 1, rooms: inRoom("table/t1", [], [{ type: "note", id: "n1" }]) });
  assert.equal(rows.get("note", "n1").text, "g");
  rows.apply({ seq: 3, after: 1, rooms: inRoom("guests", [], [{ type: "note", id: "n1" }]) });
  assert.equal(rows.get("note", "n1"), undefined);
  assert.deepEqual(rows.all("note"), []);
});

test("reset forgets every row held before", () => {
  const rows = new Rows();
  rows.apply({ seq: 9, audience: "a", rooms: inRoom("table/t1", [note({ text: "old" })]) });
  rows.apply({ reset: true, seq: 4, audience: "b", rooms: inRoom("guests", []) });
  assert.deepEqual([rows.all("note"), rows.seen, rows.sure, rows.audience], [[], 4, 4, "b"]);
});

test("a batch that follows on something unseen is noticed", () => {
  const rows = new Rows();
  assert.equal(rows.misses({ after: 0, seq: 1 }), true);
  rows.apply({ seq: 5, rooms: {} });
  assert.equal(rows.misses({ after: 5, seq: 6 }), false);
  assert.equal(rows.misses({ after: 2, seq: 6 }), false);
  assert.equal(rows.misses({ after: 6, seq: 7 }), true);
});

test("a live batch is not sure before it has been vouched for", () => {
  const rows = new Rows();
  rows.apply({ seq: 5, rooms: {} });
  rows.apply({ seq: 6, after: 5, rooms: {} });
  assert.deepEqual([rows.seen, rows.sure, rows.dump().seq], [6, 5, 5]);
  rows.vouch(6);
  assert.equal(rows.sure, 6);
});

test("listeners hear once per batch, after it, and one that fails does not silence the others", async (context) => {
  const rows = new Rows();
  const failures = context.mock.method(console, "error", () => {}).mock;
  const heard = [];
  rows.subscribe(() => { throw new Error("mine"); });
  const end = rows.subscribe(() => heard.push(rows.seen));
  rows.apply({ seq: 1, rooms: {} });
  assert.deepEqual(heard, []);
  await settle();
  assert.deepEqual([heard, failures.callCount()], [[1], 1]);
  end();
  rows.apply({ seq: 2, after: 1, rooms: {} });
  await settle();
  assert.deepEqual(heard, [1]);
});

test("a row keeps its identity as long as it does not change", () => {
  const rows = new Rows();
  rows.apply({ seq: 1, rooms: inRoom("guests", [note({ text: "a" }), { type: "note", id: "n2" }]) });
  const [first, second] = [rows.get("note", "n1"), rows.get("note", "n2")];
  rows.apply({ seq: 2, after: 1, rooms: inRoom("guests", [note({ text: "b" })]) });
  assert.notEqual(rows.get("note", "n1"), first);
  assert.equal(rows.get("note", "n2"), second);
});
