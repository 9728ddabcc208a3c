import assert from "node:assert/strict";
import { test } from "node:test";
import { statusWords } from "../../static/js/lib/status_words.js";

const waiting = { state: "waiting" };
const refused = { state: "refused" };

const TABLE = [
  ["all well", { status: "connected" }, { state: "connected", text: "Connected", waiting: "", advice: "", canCopy: false }],
  ["first moments", { status: "connecting" }, { state: "fetching", text: "Connecting" }],
  ["back again", { status: "catching_up", pending: [waiting] }, { state: "fetching", text: "Catching up", waiting: "1 waiting to be saved" }],
  ["offline", { status: "offline", pending: [waiting, waiting] },
    { state: "offline", text: "Offline: go on, it is kept on this phone", waiting: "2 waiting to be saved", canCopy: false }],
  ["offline, and nothing is kept", { status: "offline", durable: false, pending: [waiting] },
    { text: "Offline: go on, and leave the page open", canCopy: true }],
  ["back, and the backlog drains", { status: "connected", behind: true, pending: [waiting] }, { state: "fetching", text: "Catching up" }],
  ["a note on a good line", { status: "connected", pending: [waiting] }, { state: "connected", text: "Connected" }],
  ["back, and one was refused", { status: "connected", behind: true, pending: [refused] }, { state: "connected" }],
  ["no room", { status: "connected", durable: false, reason: "full", pending: [waiting] },
    { advice: "This phone has no room to keep your texts. Please leave the page open.", canCopy: true }],
  ["silent for a moment", { status: "offline", heard: 5, silent: 60_000 }, { since: "" }],
  ["refused by the server", { status: "refused", message: "You have left this café." }, { state: "refused", text: "You have left this café." }],
  ["somebody else's on a shared phone", { status: "connected", others: 2 },
    { state: "connected", waiting: "2 by somebody else are kept here until they are back", canCopy: false }],
  ["an operation refused", { status: "connected", pending: [refused] }, { waiting: "1 could not be saved", canCopy: true }],
];

for (const [situation, given, expected] of TABLE) {
  test(situation, () => {
    const said = statusWords(given);
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, said[key]])), expected);
  });
}

test("a phone that keeps nothing is never said to keep something", () => {
  for (const status of ["connecting", "connected", "catching_up", "offline"]) {
    const { text, advice } = statusWords({ status, durable: false });
    assert.doesNotMatch(text, /kept/);
    assert.match(`${text} ${advice}`, /leave the page open/);
  }
});

test("after a long silence the line says when the café was last heard, until it is heard again", () => {
  const heard = Date.UTC(2026, 10, 21, 10, 5);
  const long = { heard, silent: 3 * 3_600_000 };
  for (const status of ["offline", "connecting", "catching_up"]) {
    assert.match(statusWords({ status, ...long }).since, /^Last contact at \d/);
  }
  assert.equal(statusWords({ status: "connected", ...long }).since, "");
});
