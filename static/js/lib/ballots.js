// Votes as pages show them, from rows. Pure.

/** All votes known, with their choices in order and the count, if it may be seen; the newest first. */
export function ballotsOf(rows) {
  const choices = rows.all("choice").sort((a, b) => a.position - b.position);
  return rows.all("ballot")
    .map((ballot) => ({
      ...ballot,
      choices: choices.filter(({ ballot_id: id }) => id === ballot.id),
      tally: rows.get("tally", ballot.id) ?? null,
      voted: rows.get("turnout", ballot.id)?.people ?? null,
    }))
    .sort((a, b) => (b.opened_at ?? Infinity) - (a.opened_at ?? Infinity) || (a.id < b.id ? -1 : 1));
}

/** What came of a vote: `[{id, title, dots, share, own}]`, most dots first; `share` of the longest bar, 0-100. */
export function resultOf({ choices, tally }, own = {}) {
  const dotsOf = (id) => tally.dots[id] ?? 0;
  const longest = Math.max(1, ...choices.map(({ id }) => dotsOf(id)));
  return choices
    .map(({ id, title, position }) => ({
      id, title, position, dots: dotsOf(id), share: Math.round((1000 * dotsOf(id)) / longest) / 10, own: own[id] ?? 0,
    }))
    .sort((a, b) => b.dots - a.dots || a.position - b.position);
}

/** Whether dots may be shown: while few have voted they would tell who gave what. */
export const hasDots = ({ tally, state }) => tally !== null && (state === "closed" || Object.keys(tally.dots).length > 0);

/** The choices that others have more dots than, when only so many find room: `{shown, more}`. */
export function firstOf(result, most) {
  return result.length <= most ? { shown: result, more: 0 } : { shown: result.slice(0, most - 1), more: result.length - most + 1 };
}
