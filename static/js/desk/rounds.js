import { harvestLead } from "../lib/harvest_lead.js";
import { questionIn } from "../lib/questions.js";

/** The desk's places in each round, in order: the table itself all day, or those its question walks to. */
export function placesOf(rows, deskId) {
  return rows.all("table_round")
    .filter((place) => (place.desk_id ?? place.table_id) === deskId).sort((a, b) => a.round - b.round);
}

/** The number of the table where a desk stands in a round. */
export const numberAt = (rows, place) => place.table ?? rows.get("table", place.table_id)?.number;

/** The round a host writes in by itself: while people change tables still the one that has just ended. */
export function presentRound({ phase, round, rounds }) {
  const at = phase === "switching" && round > 1 ? round - 1 : round;
  return Math.min(Math.max(1, at), Math.max(1, rounds));
}

/**
 * Which round the page shows. It goes on by itself, but never under the hands of somebody who writes: then it stays and
 * offers to go on, also when the hands have become free. One chosen by hand stays until another is chosen, or until
 * the session comes to it.
 */
export class RoundChoice {
  shown = null;
  #stays = false;

  /** Tell how the session stands. Returns whether the round shown has changed. */
  update(session, { busy }) {
    const present = presentRound(session);
    if (present === this.shown) {
      this.#stays = false;
      return false;
    }
    this.#stays ||= busy && this.shown !== null;
    if (this.#stays) {
      return false;
    }
    this.shown = present;
    return true;
  }

  choose(round) {
    this.shown = round;
    this.#stays = true;
  }

  /** What to offer: `{round, begun}` for a later round than the one shown, or null. */
  offer({ phase, round, rounds }) {
    const going = phase === "running" || phase === "switching";
    if (!going || this.shown === null || this.shown >= Math.min(round, rounds)) {
      return null;
    }
    return { round, begun: phase === "running" };
  }
}

/** The number of the table where the question goes after a round; null where it stays. */
export function walksTo(rows, places, place) {
  const next = places.find(({ round }) => round === place.round + 1);
  return next && next.table_id !== place.table_id ? numberAt(rows, next) : null;
}

/** The question of a table in a round: its own, its topic's, the round's or the session's, the nearest first. */
export function questionOf(rows, place) {
  const topic = place?.topic_id ? rows.get("topic", place.topic_id) : null;
  const round = rows.all("round").find(({ number }) => number === place?.round);
  const session = rows.all("session")[0];
  return { topic: topic ?? null, question: questionIn(session, { place, round, topic }) || topic?.title || "" };
}

/** What earlier groups said: the summaries handed over at this topic, wherever it stood, before this round. */
export function handedOver(rows, place) {
  const number = numberAt(rows, place);
  return rows.all("summary")
    .filter((summary) => summary.state === "approved" && summary.round < place.round)
    .filter(({ topic_id: topic, table }) => (place.topic_id ? topic === place.topic_id : !topic && table === number))
    .sort((a, b) => a.round - b.round || a.table - b.table);
}

/** With whom a desk's hosts harvest; organisers have pages of their own for it. */
export function leadAt({ page, rows, session, table }) {
  const places = page.organiser ? [] : placesOf(rows, table).map((place) => ({ ...place, table: numberAt(rows, place) }));
  return harvestLead({ session, places, topicOf: (id) => rows.get("topic", id) });
}
