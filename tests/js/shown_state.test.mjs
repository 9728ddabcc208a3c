import assert from "node:assert/strict";
import { test } from "node:test";
import { shownState } from "../../static/js/lib/shown_state.js";

const TABLE = [
  [{ state: "waiting", written: false }, false, "saving"],
  [{ state: "waiting", written: true }, false, "here"],
  [{ state: "waiting", written: true }, true, "saving"],
  [{ state: "sending", written: true }, true, "saving"],
  [{ state: "sending", written: true }, false, "here"],
  [{ state: "saved", written: true }, false, "saved"],
  [{ state: "refused", written: true }, true, "refused"],
];

for (const [operation, connected, shown] of TABLE) {
  test(`${operation.state}, ${operation.written ? "on" : "not on"} the disk, ${connected ? "" : "dis"}connected: ${shown}`, () => {
    assert.equal(shownState(operation, connected), shown);
  });
}
