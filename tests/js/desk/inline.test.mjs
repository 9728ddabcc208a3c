import assert from "node:assert/strict";
import { test } from "node:test";
import { inlineRuns } from "../../../static/js/desk/inline.js";

const told = (text) => inlineRuns(text).map(({ text: plain, strong, em }) =>
  `${strong ? "S" : ""}${em ? "E" : ""}${strong || em ? ":" : ""}${plain}`);

for (const [text, expected] of [
  ["plain", ["plain"]],
  ["a **bold** word", ["a ", "S:bold", " word"]],
  ["*one* and _two_", ["E:one", " and ", "E:two"]],
  ["**bold with *both* in it**", ["S:bold with ", "SE:both", "S: in it"]],
  ["2 * 3 * 4", ["2 * 3 * 4"]],
  ["snake_case_name", ["snake_case_name"]],
  ["**open", ["**open"]],
  ["\\*not\\*", ["*not*"]],
  ["[words](https://example.org/a) go", ["words", " go"]],
  ["![a picture](x.png)", ["a picture"]],
  ["[x](javascript:alert(1))", ["[x](javascript:alert(1))"]],
  ["", []],
]) {
  test(`${JSON.stringify(text)} is shown as ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(told(text), expected);
  });
}

test("hostile text stays text: nothing is lost, nothing becomes more than text", () => {
  for (const text of [
    "<img src=x onerror=alert(1)>", "<script>**x**</script>", "&lt;b&gt;", "${alert(1)}", "{{7*7}}", "\u202Eevil",
  ]) {
    assert.equal(inlineRuns(text).map((run) => run.text).join(""), text.replaceAll("**", ""));
  }
});

const milliseconds = (text) =>
  Math.min(...Array.from({ length: 9 }, () => {
    const began = performance.now();
    inlineRuns(text);
    return performance.now() - began;
  }));

test("a text made to be slow takes no more than its length explains", () => {
  for (const text of ["*".repeat(4000), "_a ".repeat(1300), "[".repeat(4000), "**a*".repeat(1000), "[a](".repeat(1000)]) {
    // Eight times the text; a sign that looked at all the others would make it 64 times the work.
    assert.ok(milliseconds(text.repeat(8)) < 50 * Math.max(milliseconds(text), 4), text.slice(0, 8));
  }
});
