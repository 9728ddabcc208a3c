import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Asking } from "../../../static/js/lib/asking.js";

const asking = (command, ready = true) => new Asking({ link: { ready, command }, changed: () => {} });

test("accepted, refused and unanswered are told apart", async () => {
  const done = asking(async () => ({ ok: true, result: { round: 2 } }));
  assert.equal(await done.ask("advance", {}, ({ round }) => `round ${round}`), true);
  assert.deepEqual(done.said, { state: "done", text: "round 2" });
  const refused = asking(async () => ({ ok: false, error: { message: "Too late." } }));
  assert.equal(await refused.ask("advance", {}), false);
  assert.deepEqual(refused.said, { state: "refused", text: "Too late." });
  const lost = asking(async () => Promise.reject(new Error("no answer")));
  assert.equal(await lost.ask("advance", {}), false);
  assert.equal(lost.said.state, "unknown");
});

test("without a line nothing is asked, and the reason is there", async () => {
  const offline = asking(() => assert.fail("asked"), false);
  assert.equal(await offline.ask("advance", {}), false);
  assert.notEqual(offline.hindrance, "");
});

test("a double click takes one step: after a new step the button rests", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const one = asking(async () => ({ ok: true }));
  one.see(3);
  assert.equal(one.busy, false);
  one.see(4);
  assert.equal(one.busy, true);
  mock.timers.tick(1_300);
  assert.equal(one.busy, false);
  mock.timers.reset();
});
