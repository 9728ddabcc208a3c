// What the organisers' page of votes shows, from rows. Pure.
import { ballotsOf } from "../lib/ballots.js";

/** How many of those on the list are here. */
export const hereOf = (rows) => rows.all("attendee").filter(({ arrival }) => arrival === "arrived").length;

/** The themes that stand on the board by themselves, in order. */
export function themesOf(rows) {
  return rows.all("theme")
    .filter(({ removed, merged_into: into }) => !removed && into === null)
    .sort((a, b) => a.position - b.position);
}

/** The votes: the one that is open first, then those prepared, then those that are over, the newest first. */
export function inOrder(rows) {
  const rank = { open: 0, draft: 1, closed: 2 };
  return ballotsOf(rows).sort((a, b) => rank[a.state] - rank[b.state]);
}

/** The entries for tables in a vote, by table. */
export function enteredFor(rows, ballot) {
  const entries = rows.all("vote").filter(({ ballot_id: id, table_id: table }) => id === ballot.id && table);
  return new Map(entries.map((entry) => [entry.table_id, entry]));
}

/** What is on the form for a vote: a new one proposes all themes that there are. */
export function formFor(ballot, themes, question) {
  return ballot
    ? { id: ballot.id, question: ballot.question, dots: ballot.dots, stacked: ballot.stacked, theme_ids: ballot.choices.map(({ theme_id: id }) => id) }
    : { id: null, question, dots: 3, stacked: false, theme_ids: themes.map(({ id }) => id) };
}

/** What is missing before a vote can be saved: "question", "themes", "dots" or "". */
export function missingIn({ question, dots, stacked, theme_ids: chosen }) {
  if (question.trim() === "") {
    return "question";
  }
  if (chosen.length < 2) {
    return "themes";
  }
  return !stacked && dots > chosen.length ? "dots" : "";
}
