// A topic's notes side by side: columns by table, rows by round, and the bundles over them. Pure.
import { placedNotes } from "../harvest/slips.js";
import { withPending } from "./pending.js";

/** The topics there are tables for, in order; null is no topic. `own`: only those of the reader's own tables. */
export function topicsOf(rows, { own }) {
  const places = rows.all("table_round").filter((place) => !own || place.table !== undefined);
  const position = (id) => rows.get("topic", id)?.position ?? Infinity;
  return [...new Set(places.map((place) => place.topic_id))].sort((one, other) => position(one) - position(other));
}

/**
 * `{lanes, rounds, cells, bundles, apart, notes}` of a topic.
 *
 * Each cell is a table in a round: `{key, round, lane, table, host, notes, summary}`. Every note outside the bin is in its cell,
 * with what is said of it; `bundle` is the one it is read in, if that stands. `apart` are bundles without notes: their texts stay.
 */
export function sheetOf(rows, { topic_id: topic, operations = [] }) {
  const session = rows.all("session")[0];
  const { slips, bundles } = withPending({ slips: rows.all("slip"), bundles: rows.all("bundle") }, operations);
  const stands = (id) => {
    const bundle = bundles.get(id);
    return bundle && !bundle.taken_apart && (bundle.topic_id ?? null) === topic ? id : null;
  };
  const notes = placedNotes(rows)
    .filter((note) => note.topic_id === topic && !note.binned)
    .map((note) => {
      const { important = false, left_out: leftOut = false, reason = "", bundle_id: bundle = null } = slips.get(note.id) ?? {};
      return { ...note, important, leftOut, reason, bundle: stands(bundle) };
    });
  const cells = cellsOf(rows, { topic, session, notes });
  const all = [...bundles.values()].filter((bundle) => (bundle.topic_id ?? null) === topic).map((bundle) => withNotes(bundle, notes));
  return {
    lanes: lanesOf(cells), rounds: [...new Set(cells.map(({ round }) => round))], cells, notes,
    bundles: all.filter((bundle) => bundle.notes.length > 0).sort((one, other) => notes.indexOf(one.notes[0]) - notes.indexOf(other.notes[0])),
    apart: all.filter((bundle) => bundle.notes.length === 0 && bundle.text.trim() !== ""),
  };
}

function withNotes(bundle, notes) {
  const own = notes.filter((note) => note.bundle === bundle.id);
  return { ...bundle, notes: own, important: own.some(({ important }) => important) };
}

function cellsOf(rows, { topic, session, notes }) {
  const walks = session?.mode === "hosts_rotate";
  const places = rows.all("table_round")
    .filter((place) => place.topic_id === topic && place.round <= (session?.round ?? 0))
    .map((place) => ({ ...place, number: rows.get("table", place.table_id)?.number }))
    .filter(({ number }) => number !== undefined)
    .sort((one, other) => one.round - other.round || one.number - other.number);
  const met = new Map();
  return places.map((place) => {
    // Where questions walk a topic stands elsewhere in each round: a lane is then not a table.
    const lane = walks ? met.get(place.round) ?? 0 : place.number;
    met.set(place.round, lane + 1);
    const summary = rows.get("summary", place.id);
    return {
      key: place.id, round: place.round, lane, table: place.number, host: place.host ?? null,
      notes: notes.filter((note) => note.table_round_id === place.id),
      summary: summary?.text.trim() ? summary : null,
    };
  });
}

const lanesOf = (cells) => [...new Set(cells.map(({ lane }) => lane))].sort((one, other) => one - other);

/** The tables of some notes, each once, by number. */
export const tablesOf = (notes) => [...new Set(notes.map(({ table }) => table))].sort((one, other) => one - other);
