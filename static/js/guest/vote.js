// The votes as this phone knows them: the rows, and over them the dots given here that are not rows yet. Pure.
import { ballotsOf } from "../lib/ballots.js";

const VOTING = ["harvest", "closed"];

/** `{open, results}`: the vote that is going on with one's `own` dots, or null; and those that are over. */
export function voteOf(rows, shown, session) {
  const ballots = ballotsOf(rows);
  const open = VOTING.includes(session?.phase) ? ballots.find(({ state }) => state === "open") : null;
  return {
    open: open ? { ...open, own: ownDots(open.id, rows, shown) } : null,
    results: ballots
      .filter(({ state, tally }) => state === "closed" && tally !== null)
      .map((ballot) => ({ ...ballot, own: ownDots(ballot.id, rows, []) })),
  };
}

/** `{dots, operation}` last given, or null; `operation` while the server does not have them, or has only just got them. */
function ownDots(id, rows, shown) {
  const given = shown.filter(({ name, data, state }) => name === "cast_dots" && data.ballot_id === id && state !== "refused").at(-1);
  const dots = given?.data.dots ?? rows.all("vote").find(({ ballot_id: of, table_id: table }) => of === id && !table)?.dots ?? {};
  return Object.keys(dots).length > 0 ? { dots, operation: given ?? null } : null;
}
