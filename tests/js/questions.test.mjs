import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { questionIn } from "../../static/js/lib/questions.js";

const asked = JSON.parse(readFileSync(new URL("../unit/dialogue/asked.json", import.meta.url), "utf8"));

test("the page asks what the server and the paper ask, in every mode", () => {
  for (const { mode, table, of_round: ofRound, topic, session, asked: wanted } of asked) {
    const found = questionIn({ mode, question: session }, {
      place: { question: table }, round: { question: ofRound }, topic: topic === null ? null : { question: topic },
    });
    assert.equal(found, wanted, JSON.stringify({ mode, table, ofRound, topic, session }));
  }
});
