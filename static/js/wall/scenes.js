import { questionIn } from "../lib/questions.js";
import { standsSince } from "../lib/standing.js";

/** While connected the server goes on by itself; only when it has had ample time does the wall go by the plan. */
const SERVER_TURNS = 10_000;

/**
 * The session as it should stand by the plan: a change of tables that is over has become its round, also where nobody
 * could tell us so. `since` is when it stopped, if the server is there and nobody has gone on for long.
 */
export function byPlan(session, { rounds, now, connected }) {
  const since = connected ? standsSince(session, now) : null;
  const { phase, deadline, paused_left: paused } = session;
  const late = now - (connected ? SERVER_TURNS : 0);
  if (since !== null || phase !== "switching" || paused !== null || deadline === null || late < deadline) {
    return { ...session, since };
  }
  const minutes = rounds.find(({ number }) => number === session.round)?.minutes ?? 0;
  return { ...session, phase: "running", deadline: deadline + minutes * 60_000, since };
}

/** Which of the wall's pictures is up where no vote is: "gather", "move", "talk", "rest", "harvest", "thanks" or "published". */
export function sceneOf({ phase, since = null }, publication = null) {
  if (phase === "published" || publication) {
    return publication ? "published" : "thanks";
  }
  if (since !== null) {
    return "rest";
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

/** With more topics than this the wall names them; their questions stand on the phones. */
const ASKED = 4;
/** More than this is set smaller, so that nothing stands below the wall. */
const MUCH_TEXT = 160;

/** What stands beside each topic's letter, and whether it is so much that it is set smaller: `{texts, crowded}`. */
export function wordsOf(topics) {
  const texts = topics.map(({ question, title }) => (topics.length <= ASKED && question) || title);
  return { texts, crowded: topics.length > ASKED || texts.join("").length > MUCH_TEXT };
}

/**
 * What is talked about: one question for all, or the topics that are on some table in this round.
 *
 * Returns `{question, topics}`; one of the two is empty.
 */
export function talkOf(session, { topics, rounds, places }) {
  const here = new Set(places.filter(({ round }) => round === session.round).map(({ topic_id: topic }) => topic));
  const shown = topics.filter(({ id }) => here.has(id)).sort((a, b) => a.position - b.position);
  const round = rounds.find(({ number }) => number === session.round);
  const asked = questionIn(session, { round, topic: shown.length > 0 ? { question: "" } : null });
  if (asked || shown.length === 0) {
    return { question: asked || session.title, topics: [] };
  }
  if (shown.length === 1) {
    return { question: shown[0].question || shown[0].title, topics: [] };
  }
  return { question: "", topics: shown };
}
