import assert from "node:assert/strict";
import { test } from "node:test";
import { Proposals, proposalsIn } from "../../../static/js/board/proposals.js";

const notes = ["1", "2", "3"].map((id) => ({ id, topic_id: "t" }));
const suggestion = (kind) => ({ id: "s", kind, title: "", note_ids: ["1", "2", "3"], state: "open", position: 0 });

function panel() {
  const sent = [];
  const proposals = new Proposals({
    outbox: { add: ({ name, data }) => sent.push([name, data.note_ids]) },
    session_id: "c",
    changed: () => {},
    board: { pick: (_ids, then) => then() },
  });
  return { proposals, sent };
}

test("voices of their own are taken up one by one, groups whole", () => {
  const { proposals } = panel();
  assert.equal(proposals.drafts.of(suggestion("different")).without.size, 3);
  assert.equal(panel().proposals.drafts.of(suggestion("theme")).without.size, 0);
});

test("notes that were put under a theme leave the others waiting", () => {
  const { proposals, sent } = panel();
  const voices = suggestion("different");
  proposals.under(voices, notes.slice(0, 1));
  assert.deepEqual(sent, [["dismiss_suggestion", ["1"]]]);
  assert.equal(proposalsIn([], [voices], proposals.answered).suggestions.length, 1);
  proposals.under(voices, notes);
  assert.deepEqual(sent[1], ["dismiss_suggestion", undefined]);
  assert.equal(proposalsIn([], [voices], proposals.answered).suggestions.length, 0);
});
