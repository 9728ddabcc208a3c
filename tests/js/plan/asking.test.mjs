import assert from "node:assert/strict";
import { test } from "node:test";
import { FACETS, openFacets } from "../../../static/js/plan/asking.js";

const WHOLE = [
  "Innen 1. juni 2027 skal alle som skrives ut fra døgnplass ha fått en fast kontakt innen to døgn, vedtatt av ledelsen, med en halv stilling",
  "Innan juni skal 8 av 10 som blir skrivne ut, ha møtt ein fast kontakt; teamet og brukarrådet er einige, og vi har 20 timar i veka",
  "Till hösten 2027 ska minst 40 procent av enheterna ha ett återhämtningsombud, beslutat av ledningen, inom budget",
  "By June 2027, 8 of 10 people who leave the ward meet their contact within two days, agreed with the council, with one new position",
];

test("a text that says it all is asked nothing, in each language", () => {
  for (const text of WHOLE) {
    assert.deepEqual(openFacets({ text }), [], text);
  }
});

test("an empty text is asked everything", () => {
  assert.deepEqual(openFacets({ text: " \n" }), FACETS);
});

test("a wish is asked how much, with whom, with what and by when", () => {
  assert.deepEqual(openFacets({ text: "Det skal bli bedre å komme hjem til bydelen" }), ["measurable", "accepted", "realistic", "timed"]);
  assert.deepEqual(openFacets({ text: "Bättre samverkan" }), FACETS);
});

test("a year or a date is a time, and no amount", () => {
  for (const text of ["Ferdig i 2027", "Ferdig 1.6.2027", "Klart den 3 mars", "Done by 14 March"]) {
    const open = openFacets({ text });
    assert.ok(open.includes("measurable") && !open.includes("timed"), `${text}: ${open}`);
  }
});

test("measures under the goal and the plan it follows are answers, too", () => {
  const open = openFacets({ text: "Det skal bli bedre å komme hjem til bydelen", anchored: true, measures: 2 });
  assert.deepEqual(open, ["measurable", "timed"]);
});

test("words inside other words answer nothing", () => {
  // "tre" in «trenger», "team" in «steam», "mai" in «maister».
  const open = openFacets({ text: "Folk trenger ikke mer steam og maister enn de selv vil ha" });
  assert.ok(["measurable", "accepted", "timed"].every((facet) => open.includes(facet)), String(open));
});
