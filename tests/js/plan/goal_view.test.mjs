import assert from "node:assert/strict";
import { test } from "node:test";
import { handlersOf, markupOf } from "../support/drawn.mjs";

const { goalView } = await import("../../../static/js/plan/goal_view.js");
const { topView } = await import("../../../static/js/plan/top_view.js");

const goal = { id: "g1", title: "A goal", kind: "result", status: "not_started", measures: [], anchoring: "", anchoring_link: "" };
const urls = { indicator: "/plans/p/indicators/ID", more: "/plans/p/more", read: "/plans/p/read", storyboard: "/plans/p/storyboard" };

function view({ indicators = [], ...more } = {}) {
  const did = [];
  const act = new Proxy({}, { get: (_act, name) => (...given) => did.push([name, ...given]) });
  return {
    did, act, urls, rows: { all: (type) => (type === "indicator" ? indicators : []) }, shown: { goal: "g1", text: null, filter: "all" },
    plan: { goals: [goal], measures: [], plan: { state: "draft", title: "Plan" } }, lines: { at: () => undefined }, editors: { at: () => ({ text: "" }), state: () => "saved" },
    texts: new Map(), alike: new Map(), gatherings: [], isOpen: () => true, ...more,
  };
}

test("a goal's status is chosen among its details", () => {
  const about = view();
  const { run } = handlersOf(goalView(goal, about)).find(({ before }) => before.includes("name=\"status\""));
  run({ target: { value: "done" } });
  assert.deepEqual(about.did, [["changeGoal", goal, { status: "done" }]]);
});

test("where a goal stands is said beside its title, unless it has not been started", () => {
  const facts = (status) => markupOf(goalView({ ...goal, status }, view({ isOpen: () => false })));
  assert.match(facts("paused"), /On hold/);
  assert.doesNotMatch(facts("not_started"), /Not started/);
});

test("a goal leads to what it is measured by, and not to what was taken out or is another's", () => {
  const indicators = [
    { id: "i1", goal_id: "g1", title: "Days to wait" }, { id: "i2", goal_id: "g1", title: "Gone", removed: true }, { id: "i3", goal_id: "g2", title: "Theirs" },
  ];
  const markup = markupOf(goalView(goal, view({ indicators })));
  assert.match(markup, /href=\/plans\/p\/indicators\/i1>Days to wait/);
  assert.doesNotMatch(markup, /Gone|Theirs/);
  assert.doesNotMatch(markupOf(goalView(goal, view())), /Measured by/);
});

test("the head of a plan leads to how others see it, its storyboard and its files", () => {
  const markup = markupOf(topView(view()));
  for (const address of ["/plans/p/more", "/plans/p/read", "/plans/p/storyboard", "/plans/p/read#files"]) {
    assert.ok(markup.includes(`href=${address}>`), address);
  }
});
