import assert from "node:assert/strict";
import { test } from "node:test";
import { fillable, left, taken, written } from "../../../static/js/report/parts.js";
import { stepped } from "../../../static/js/storyboard/stepping.js";

test("what is taken stands below what the team has written, and nothing of that is touched", () => {
  for (const [text, proposals, expected] of [
    ["", ["One", "Two"], "- One\n- Two"],
    ["Our words.  \n", ["One"], "Our words.\n\n- One"],
    ["Our words\n- One", ["Two"], "Our words\n- One\n- Two"],
    ["- One", ["One"], "- One"],
    ["We did One thing", ["One"], "We did One thing"],
    ["", [], ""],
    ["  \n", ["One"], "- One"],
    ["", ["One", "One"], "- One"],
    ["- By 1. May", ["By 1.\u00a0May"], "- By 1. May"],
  ]) {
    assert.equal(taken(text, proposals), expected);
  }
});

test("taking twice is taking once, however the taps fall", () => {
  const once = taken("Ours", ["One", "Two"]);
  assert.equal(taken(once, ["One", "Two"]), once);
  assert.deepEqual(left(once, ["One", "Two", "Three"]), ["Three"]);
});

test("only parts that nobody has written are filled at once", () => {
  const parts = [{ field: "done" }, { field: "results" }, { field: "next" }];
  const texts = { done: "Ours", results: " ", next: "" };
  const known = { done: ["A"], results: ["B"], next: [] };
  assert.deepEqual(fillable(parts, (field) => texts[field], known), [{ field: "results" }]);
  assert.equal(written(parts, (field) => texts[field]), 1);
});

test("keys and a presenter's remote control step through storyboards and stop at the ends", () => {
  for (const [key, at, expected] of [
    ["ArrowRight", 0, 1], ["PageDown", 1, 2], ["ArrowDown", 2, 2], ["ArrowLeft", 2, 1], ["PageUp", 0, 0],
    ["Home", 2, 0], ["End", 0, 2], ["a", 1, null], ["Tab", 1, null],
  ]) {
    assert.equal(stepped(key, at, 3), expected, key);
  }
});
