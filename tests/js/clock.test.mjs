import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock } from "../../static/js/lib/clock.js";

const AHEAD = 7_000;

function phone() {
  const time = { wall: 1_000_000, steady: 5_000, hidden: false };
  const clock = new ServerClock({ wall: () => time.wall, steady: () => time.steady, hidden: () => time.hidden });
  const passes = (ms) => { time.wall += ms; time.steady += ms; };
  const truth = { now: () => time.trueNow ?? time.wall + AHEAD };
  const asks = (there, back, error = 0) => {
    const sent = clock.local();
    passes(there);
    const now = truth.now() + error;
    passes(back);
    clock.observe({ sent, received: clock.local(), now });
  };
  return { time, clock, passes, asks };
}

test("knows the server's time from one answer", () => {
  const { time, clock, asks, passes } = phone();
  asks(20, 20);
  passes(60_000);
  assert.equal(clock.now(), time.wall + AHEAD);
});

test("before any answer the phone's own clock must do", () => {
  const { time, clock } = phone();
  assert.equal(clock.now(), time.wall);
});

test("a slow, lopsided answer does not spoil a good one", () => {
  const { time, clock, asks } = phone();
  asks(20, 20);
  asks(900, 10);
  assert.equal(clock.now(), time.wall + AHEAD);
});

test("an old good answer is slowly forgotten for a newer, a little worse one", () => {
  const { time, clock, asks, passes } = phone();
  asks(20, 20, 300);
  passes(1_000_000);
  asks(50, 50);
  assert.equal(clock.now(), time.wall + AHEAD);
});

for (const jump of [-3_600_000, 3_600_000]) {
  test(`the phone's clock set by ${jump} ms moves no deadline`, () => {
    const { time, clock, asks, passes } = phone();
    asks(20, 20);
    passes(10_000);
    const before = clock.now();
    time.wall += jump;
    assert.equal(clock.now(), before);
    passes(1_000);
    assert.equal(clock.now(), before + 1_000);
  });
}

test("time a phone has slept through has passed, though its steady clock stood still", () => {
  const { time, clock, asks } = phone();
  asks(20, 20);
  const before = clock.now();
  time.hidden = true;
  clock.now();
  time.wall += 600_000;
  time.hidden = false;
  assert.equal(clock.now(), before + 600_000);
});

test("after a jump the next answer is believed, however slow", () => {
  const { time, clock, asks } = phone();
  asks(10, 10);
  time.wall += 50_000;
  time.trueNow = 9_000_000;
  asks(400, 400);
  assert.equal(clock.now(), 9_000_000 + 400);
});

test("a server whose clock was set is believed, however good the answers were before", () => {
  const { time, clock, asks } = phone();
  asks(10, 10);
  time.trueNow = 20_000_000;
  asks(60, 60);
  assert.equal(clock.now(), 20_000_000 + 60);
});

for (const wrong of [-3 * 3_600_000, 3 * 3_600_000]) {
  test(`a phone whose clock is ${wrong} ms wrong counts down right`, () => {
    const { time, clock, asks, passes } = phone();
    const began = time.wall;
    time.wall += wrong;
    time.trueNow = began + 20;
    asks(20, 20);
    passes(600_000);
    assert.equal(clock.now(), began + 600_000 + 40);
  });
}

test("a reload goes on from what was known, and the first answer replaces it", () => {
  const { time, clock, asks, passes } = phone();
  clock.restore(AHEAD + 200);
  passes(5_000);
  assert.equal(clock.now(), time.wall + AHEAD + 200);
  assert.equal(clock.aheadOfWall, AHEAD + 200);
  asks(300, 300);
  assert.equal(clock.now(), time.wall + AHEAD);
});

test("nonsense is not learnt from", () => {
  const { time, clock } = phone();
  clock.observe({ sent: 10, received: 5, now: 1 });
  clock.observe({ sent: 0, received: 5, now: undefined });
  assert.equal(clock.now(), time.wall);
});
