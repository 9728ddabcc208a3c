// The notes as the harvest sorts them: by topic, round and table. Pure.

import { holds } from "./searching.js";

export const KINDS = ["insight", "idea", "question", "action", "quote"];
export const SOURCES = ["professional", "lived_experience", "relative", "unspecified"];
export const ALL = { round: "", kind: "", source: "", words: "", uncited: false };

/** Every note with its place: `{…note, table, round, topic_id}`, by table and order at the table. */
export function placedNotes(rows) {
  const places = new Map(rows.all("table_round").map((place) => [place.id, place]));
  return rows.all("note")
    .flatMap((note) => {
      const place = places.get(note.table_round_id);
      const table = place && rows.get("table", place.table_id)?.number;
      return table === undefined || !place ? [] : [{ ...note, table, round: place.round, topic_id: place.topic_id }];
    })
    .sort((one, other) => one.round - other.round || one.table - other.table || one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** Whether a note passes the filters. `cited` holds the ids that some text cites, `found` those with the words. */
export function passes(note, filters, cited, found = null) {
  return (filters.round === "" || note.round === Number(filters.round))
    && (filters.kind === "" || note.kind === filters.kind)
    && (filters.source === "" || note.source === filters.source)
    && !(filters.uncited && cited.has(note.id))
    && (found ? found.has(note.id) : holds(note.text, filters.words));
}

/**
 * The slips of a topic (of all topics, without one), a group for each round:
 * `{round, notes, summaries, silent}`, `silent` being the numbers of the tables without any note. `found` holds the
 * ids of what has the words that are searched.
 */
export function roundsOf(rows, { topic_id: topic = null, filters = ALL, cited = new Set(), found = null }) {
  const ofTopic = (thing) => topic === null || thing.topic_id === topic;
  const notes = placedNotes(rows).filter((note) => !note.binned && ofTopic(note));
  const shown = notes.filter((note) => passes(note, filters, cited, found));
  const written = new Set(notes.map((note) => note.table_round_id));
  const narrowed = (...free) => Object.entries(filters).some(([name, value]) => value !== ALL[name] && !free.includes(name));
  const filtered = narrowed("round");
  const places = rows.all("table_round").filter(ofTopic);
  const begun = rows.all("session")[0]?.round ?? 0;
  const rounds = [...new Set(places.map((place) => place.round))]
    .filter((round) => (filters.round === "" || round === Number(filters.round)) && round <= begun)
    .sort((one, other) => one - other);
  return rounds.map((round) => ({
    round,
    notes: shown.filter((note) => note.round === round),
    summaries: narrowed("round", "words") ? [] : summariesIn(rows, round, ofTopic)
      .filter((summary) => (found ? found.has(summary.id) : holds(summary.text, filters.words))),
    silent: filtered ? [] : places
      .filter((place) => place.round === round && !written.has(place.id))
      .map((place) => rows.get("table", place.table_id)?.number)
      .sort((one, other) => one - other),
  }));
}

function summariesIn(rows, round, ofTopic) {
  return rows.all("summary")
    .filter((summary) => summary.round === round && ofTopic(summary) && summary.text.trim() !== "")
    .sort((one, other) => one.table - other.table);
}
