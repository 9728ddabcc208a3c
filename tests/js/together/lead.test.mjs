import assert from "node:assert/strict";
import { test } from "node:test";
import { harvestLead, leadSentence } from "../../../static/js/lib/harvest_lead.js";

const topics = { A: { tables: [4, 7, 9] }, B: { tables: [5] } };
const lead = (more) => harvestLead({ session: { phase: "harvest", round: 2 }, topicOf: (id) => topics[id], ...more });

test("a host is told with whom to harvest", () => {
  const shared = lead({ places: [{ round: 1, table: 7, topic_id: "A" }, { round: 2, table: 7, topic_id: "A" }] });
  assert.deepEqual(shared, { alone: false, others: [4, 9] });
  assert.equal(leadSentence(shared), "Harvest together with tables 4 and 9");
  assert.equal(leadSentence(lead({ places: [{ round: 2, table: 5, topic_id: "B" }] })), "Harvest what was said at your table");
  assert.equal(leadSentence(lead({ places: [{ round: 2, table: 5, topic_id: null }] })), "Harvest together with the other hosts");
  assert.equal(leadSentence({ alone: false, others: [1, 2, 3, 4, 5, 6, 8] }), "Harvest together with 7 other tables");
});

test("before the harvest, after it, and for who was replaced there is no such way", () => {
  const places = [{ round: 2, table: 7, topic_id: "A" }];
  assert.equal(lead({ places, session: { phase: "running", round: 2 } }), null);
  assert.equal(lead({ places, session: { phase: "published", round: 2 } }), null);
  assert.equal(lead({ places: [{ round: 1, table: 7, topic_id: "A" }] }), null);
  assert.equal(lead({ places: [] }), null);
});
