import assert from "node:assert/strict";
import { test } from "node:test";
import { takeFragment } from "../../../static/js/join/fragment.js";

function pageWith({ hash, how = "send" }) {
  const page = { sent: 0, address: null, shown: new Set(["[data-without-secret]"]), secret: { value: "" } };
  const part = (name) => ({ removeAttribute: () => page.shown.add(name), setAttribute: () => page.shown.delete(name) });
  const form = { dataset: { fragment: how }, elements: { secret: page.secret }, requestSubmit: () => (page.sent += 1) };
  page.globals = {
    document: { querySelector: (name) => (name === "[data-fragment]" ? form : part(name)) },
    location: { hash, pathname: "/j" },
    history: { replaceState: (_state, _title, address) => (page.address = address) },
  };
  return page;
}

test("the secret goes into the form, out of the address, and is sent", () => {
  const page = pageWith({ hash: "#Ab_c-1" });
  assert.equal(takeFragment(page.globals), true);
  assert.deepEqual([page.secret.value, page.address, page.sent], ["Ab_c-1", "/j", 1]);
  assert.deepEqual([...page.shown], ["[data-sending]"]);
});

test("a personal link waits for a tap", () => {
  const page = pageWith({ hash: "#abc", how: "ask" });
  takeFragment(page.globals);
  assert.deepEqual([page.secret.value, page.sent], ["abc", 0]);
});

test("without a secret the page stays as it is", () => {
  const page = pageWith({ hash: "" });
  assert.equal(takeFragment(page.globals), false);
  assert.deepEqual([page.sent, [...page.shown]], [0, ["[data-without-secret]"]]);
});
