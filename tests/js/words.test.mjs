import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { asWritten, clockTime, minutesLeft, n, setWords, t } from "../../static/js/lib/words.js";

const BOKMAL = {
  "Go to table {number}": "Gå til bord {number}",
  "{count} note": ["{count} notat", "{count} notater"],
  "{count} minute left": ["{count} minutt igjen", "{count} minutter igjen"],
  Empty: "",
};

beforeEach(() => setWords({ locale: "nb", words: BOKMAL }));

test("a text is translated and filled in", () => {
  assert.equal(t("Go to table {number}", { number: 4 }), "Gå til bord 4");
});

test("what the catalogue lacks is shown in English", () => {
  assert.equal(t("Stay at table {number}", { number: 4 }), "Stay at table 4");
  assert.equal(t("Empty"), "Empty");
  assert.equal(n("{count} idea", "{count} ideas", 1), "1 idea");
  assert.equal(n("{count} idea", "{count} ideas", 2), "2 ideas");
});

test("a name nobody has given a value stays visible; values are never read as patterns", () => {
  assert.equal(t("Hello {name}"), "Hello {name}");
  assert.equal(t("Hello {name}", { name: "{count} $&" }), "Hello {count} $&");
  assert.equal(t("{constructor}"), "{constructor}");
});

for (const [count, expected] of [[0, "0 notater"], [1, "1 notat"], [2, "2 notater"], [1200, "1\u00a0200 notater"]]) {
  test(`${count} takes its plural from the language`, () => {
    assert.equal(n("{count} note", "{count} notes", count), expected);
  });
}

test("the rule is the language's own: nothing is singular in French", () => {
  setWords({ locale: "fr", words: { "{count} note": ["{count} note", "{count} notes"] } });
  assert.equal(n("{count} note", "{count} notes", 0), "0 note");
});

test("a browser that does not write nynorsk writes bokmål, not its own language", () => {
  assert.deepEqual(asWritten("nn"), ["nn", "nb"]);
  assert.equal(asWritten("sv"), "sv");
});

test("the time of day is written as people here do", () => {
  setWords({ locale: "nb", time_zone: "Europe/Oslo" });
  assert.equal(clockTime(Date.UTC(2026, 10, 22, 13, 5)), "14:05");
});

for (const [ms, expected] of [[300_000, "5 minutter igjen"], [60_000, "1 minutt igjen"], [59_000, "Less than a minute left"], [0, "The time is up"]]) {
  test(`${ms} ms in words`, () => assert.equal(minutesLeft(ms), expected));
}
