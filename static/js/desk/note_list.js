import { shownState } from "../lib/shown_state.js";
import { grownFrom } from "./basis.js";

/** How a note's operations change what its row says, until the row itself does. */
const OVERLAYS = {
  edit_note: (note, { text, base_version, based_on = [] }, id) => ({
    ...note, text, basis: { base_version, based_on: grownFrom([id, ...based_on]) },
  }),
  mark_note: (note, { kind, source }) => ({ ...note, kind, source }),
  move_note: (note, { position }) => ({ ...note, position }),
  delete_note: (note) => ({ ...note, binned: true }),
  restore_note: (note) => ({ ...note, binned: false }),
};

/**
 * The notes of a table in a round as the host sees them: the rows, and over them what only this device knows so far.
 *
 * Each is a row with `state` ("saved", "saving", "here", "refused"), `error` (of the refused operation, with its `id`
 * and `name`), and `basis`, what an edit of the shown text starts from. `connected` tells saving from kept here.
 */
export function notesOf({ rows, operations, placeId, connected }) {
  const notes = new Map();
  for (const row of rows.all("note").filter((note) => note.table_round_id === placeId)) {
    notes.set(row.id, { ...row, state: "saved", error: null, basis: { base_version: row.version, based_on: [] } });
  }
  for (const operation of operations) {
    overlay(notes, operation, placeId, connected);
  }
  return [...notes.values()].sort(inOrder);
}

function overlay(notes, operation, placeId, connected) {
  const { id, name, data, state, error, result } = operation;
  const note = notes.get(data.note_id);
  if (name === "add_note") {
    if (!note && data.table_round_id === placeId) {
      notes.set(data.note_id, written(operation, connected));
    }
    return;
  }
  const change = OVERLAYS[name];
  const rowIsNewer = name === "edit_note" && state === "saved" && note && note.version >= (result?.version ?? Infinity);
  if (!note || !change || rowIsNewer) {
    return;
  }
  const refusal = state === "refused" ? { id, name, ...error } : note.error;
  // A refused text is shown and kept; a refused move or mark is only told.
  const changed = state === "refused" && name !== "edit_note" ? note : change(note, data, id);
  const basis = state === "refused" ? note.basis : changed.basis;
  notes.set(note.id, { ...changed, basis, error: refusal, state: worse(note.state, shownState(operation, connected)) });
}

function written(operation, connected) {
  const { id, name, data, state, error } = operation;
  return {
    id: data.note_id,
    table_round_id: data.table_round_id,
    text: data.text,
    kind: data.kind,
    source: data.source,
    origin: data.transcribed ? "paper" : "table",
    position: data.position,
    version: 1,
    changed_by_both: false,
    met: [],
    late: "",
    binned: false,
    author: null,
    at: null,
    state: shownState(operation, connected),
    error: state === "refused" ? { id, name, ...error } : null,
    basis: { base_version: 1, based_on: [] },
  };
}

const WORSE = ["saved", "saving", "here", "refused"];
const worse = (one, other) => (WORSE.indexOf(one) >= WORSE.indexOf(other) ? one : other);
const inOrder = (a, b) => a.position - b.position || (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1);

/** The table's own notes of earlier rounds on the same topic, in order, each with its round. */
export function ownNotesOf(rows, places, place) {
  const earlier = places.filter(({ round, topic_id: topic }) => round < place.round && topic === place.topic_id);
  const rounds = new Map(earlier.map(({ id, round }) => [id, round]));
  return rows.all("note")
    .filter((note) => rounds.has(note.table_round_id) && !note.binned)
    .map((note) => ({ ...note, round: rounds.get(note.table_round_id) }))
    .sort((a, b) => a.round - b.round || a.position - b.position);
}
