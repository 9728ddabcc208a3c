import assert from "node:assert/strict";
import { test } from "node:test";
import { Rows } from "../../../static/js/lib/rows.js";
import { voteOnWall } from "../../../static/js/wall/vote.js";

function wall(...more) {
  const rows = new Rows();
  const choices = Array.from({ length: 14 }, (_, n) => ({ type: "choice", id: `c${n}`, ballot_id: "v", title: `Theme ${n}`, position: n }));
  rows.apply({ seq: 1, rooms: { wall: { rows: [...choices, ...more] } } });
  return rows;
}
const ballot = (state, on_wall = true, id = "v") => ({ type: "ballot", id, state, on_wall, opened_at: 1, dots: 3, stacked: true });
const TALLY = { type: "tally", id: "v", people: 4, dots: { c3: 5 } };

test("an open vote is on the wall without a single figure of what was given", () => {
  const vote = voteOnWall(wall(ballot("open"), { type: "turnout", id: "v", people: 7 }), { phase: "harvest" });
  assert.deepEqual([vote.shown, vote.ballot.tally, vote.ballot.voted], [null, null, 7]);
  assert.equal(voteOnWall(wall(ballot("open", false)), { phase: "harvest" }), null);
  assert.equal(voteOnWall(wall(ballot("open")), { phase: "published" }), null);
});

test("the result comes when the organisers show it and the server has sent it, also after publishing", () => {
  assert.equal(voteOnWall(wall(ballot("closed")), { phase: "harvest" }), null);
  assert.equal(voteOnWall(wall(ballot("closed", false), TALLY), { phase: "harvest" }), null);
  const vote = voteOnWall(wall(ballot("closed"), TALLY), { phase: "published" });
  assert.deepEqual([vote.shown[0].title, vote.shown[0].dots, vote.shown.length, vote.more, vote.many], ["Theme 3", 5, 11, 3, true]);
});

test("no vote is in the way of a round", () => {
  assert.equal(voteOnWall(wall(ballot("closed"), TALLY), { phase: "running" }), null);
});
