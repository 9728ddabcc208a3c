import assert from "node:assert/strict";
import { test } from "node:test";
import { markupOf } from "../support/drawn.mjs";

const { reportView } = await import("../../../static/js/report/report_view.js");

test("a report that was handed in and is with the team again says so, and asks to be handed in anew", () => {
  const act = {};
  const drawn = (again) => markupOf(reportView({
    parts: [], fill: [], wantsHelp: false, score: { scale: [], own: null, locale: "en", act }, act,
    handIn: { written: 1, of: 6, hindrance: "", said: "", planIsDraft: false, elsewhere: false, again },
  }));
  assert.match(drawn(true), /with you again.*hand it in anew/);
  assert.doesNotMatch(drawn(false), /with you again/);
});
