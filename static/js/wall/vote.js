import { ballotsOf, firstOf, resultOf } from "../lib/ballots.js";

const PHASES = ["harvest", "closed", "published"];
/** More bars than this cannot be read from the back of a hall. */
const MOST = 12;
const MANY = 7;

/** The vote that is to be on the wall: `{ballot, shown, more, many}`; `shown` null while it is open. Null for none. */
export function voteOnWall(rows, { phase }) {
  const ballot = PHASES.includes(phase)
    ? ballotsOf(rows).find(({ on_wall: on, state, tally }) => on && (state === "open" ? phase !== "published" : tally !== null)) : null;
  if (!ballot) {
    return null;
  }
  if (ballot.state === "open") {
    return { ballot, shown: null, more: 0, many: false };
  }
  const { shown, more } = firstOf(resultOf(ballot), MOST);
  return { ballot, shown, more, many: shown.length > MANY };
}
