import assert from "node:assert/strict";
import { test } from "node:test";
import { longestWait } from "../../static/js/lib/socket.js";

test("attempts come often while a server may be restarting, seldom later, and hardly while nobody looks", () => {
  const seen = [1, 19, 20, 1_000].map((attempt) => longestWait({ attempt, hidden: false }));
  assert.deepEqual(seen, [5_000, 5_000, 15_000, 15_000]);
  assert.equal(longestWait({ attempt: 1, hidden: true }), 60_000);
});
