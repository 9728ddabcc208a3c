import assert from "node:assert/strict";
import { test } from "node:test";
import { Asking } from "../../../static/js/compass/asking.js";

const asks = (answer, ok = true) => {
  const sent = [];
  const fetch = async (address, { body, headers }) => {
    sent.push([address, JSON.parse(body), headers["X-CSRFToken"]]);
    if (answer === "no network") {
      throw new TypeError("no network");
    }
    return { ok, json: async () => answer };
  };
  return { sent, asking: new Asking({ asked: "/asked", answers: "/answers", csrf: "token" }, fetch) };
};

test("what a secret asks about is told", async () => {
  const { asking, sent } = asks({ title: "Spring" });
  assert.deepEqual(await asking.about("s"), { asked: { title: "Spring" } });
  assert.deepEqual(sent, [["/asked", { secret: "s" }, "token"]]);
});

test("an answer is sent, was sent before, is refused with a reason, or waits for the network", async () => {
  assert.deepEqual(await asks({ new: true }).asking.send({}), { sent: true });
  assert.deepEqual(await asks({ new: false }).asking.send({}), { before: true });
  assert.deepEqual(await asks({ message: "Closed" }, false).asking.send({}), { refused: "Closed" });
  assert.deepEqual(await asks("no network").asking.send({}), { offline: true });
});
