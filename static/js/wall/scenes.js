/** Which of the wall's pictures is up: "gather", "move", "talk", "harvest", "thanks" or "published". */
export function sceneOf({ phase }, publication = null) {
  if (phase === "published" || publication) {
    return publication ? "published" : "thanks";
  }
  return { switching: "move", running: "talk", harvest: "harvest", closed: "thanks" }[phase] ?? "gather";
}

/** How much of the table's rim is left, 0-100. Time that was added on counts as a full rim. */
export function rimLeft({ ms, minutes }) {
  if (ms === null || !minutes) {
    return undefined;
  }
  return Math.round(Math.min(100, Math.max(0, (100 * ms) / (minutes * 60_000))) * 10) / 10;
}

/** The minutes that what is on now was given. */
export function minutesOf({ phase, round, switch_minutes: change }, rounds) {
  if (phase === "switching") {
    return change;
  }
  return phase === "running" ? rounds.find(({ number }) => number === round)?.minutes ?? null : null;
}

/**
 * What is talked about: one question for all, or the topics that are on some table in this round.
 *
 * Returns `{question, topics}`; one of the two is empty.
 */
export function talkOf(session, { topics, rounds, places }) {
  const here = new Set(places.filter(({ round }) => round === session.round).map(({ topic_id: topic }) => topic));
  const shown = topics.filter(({ id }) => here.has(id)).sort((a, b) => a.position - b.position);
  const asked = rounds.find(({ number }) => number === session.round)?.question || session.question;
  if (asked || shown.length === 0) {
    return { question: asked || session.title, topics: [] };
  }
  if (shown.length === 1) {
    return { question: shown[0].question || shown[0].title, topics: [] };
  }
  return { question: "", topics: shown };
}
