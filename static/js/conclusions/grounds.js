// What conclusions rest on, from the rows. As in cafe/harvest/report/rests_on.py. Pure.
import { citedIn } from "../harvest/citations.js";
import { placedNotes } from "../harvest/slips.js";

export const SOURCES = ["professional", "lived_experience", "relative", "unspecified"];

/** Conclusions in their order; with `removed`, those that were taken out. */
export const conclusionsIn = (rows, { removed = false } = {}) =>
  rows.all("conclusion")
    .filter((row) => row.removed === removed)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));

/** Everything about notes and themes that the page asks for, worked out once for the rows as they are. */
export class Grounds {
  #rows;
  #notesOf = new Map();

  constructor(rows) {
    this.#rows = rows;
    /** Every note by its id, those in the bin as well. */
    this.notes = new Map(placedNotes(rows).map((note) => [note.id, note]));
    /** Themes on the board, in its order. */
    this.themes = rows.all("theme")
      .filter((theme) => theme.merged_into === null && !theme.removed)
      .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
    for (const { theme_id, note_id } of rows.all("placement")) {
      const root = this.#rootOf(theme_id);
      this.#notesOf.has(root) || this.#notesOf.set(root, new Set());
      this.#notesOf.get(root).add(note_id);
    }
  }

  /** A note that can be shown, or undefined. */
  note(id) {
    const note = this.notes.get(id);
    return note && !note.binned ? note : undefined;
  }

  /** The notes under a theme, those of themes merged into it included, as far as they can be shown. */
  under(theme_id) {
    return this.idsUnder(theme_id).map((id) => this.note(id)).filter(Boolean).sort(byPlace);
  }

  /** The ids of the notes under a theme, also of those that cannot be shown here. */
  idsUnder(theme_id) {
    return [...(this.#notesOf.get(theme_id) ?? [])];
  }

  /** The ids of the themes a conclusion names, also of those that have left the board; of a merged one that which it is part of. */
  named(conclusion_id) {
    return [...new Set(this.#bases(conclusion_id).map((id) => this.#rootOf(id)))];
  }

  /** The ids to rest a conclusion on once it names a theme or no longer does; a merged one stays named by itself. */
  namedWith(conclusion_id, theme_id, on) {
    const others = this.#bases(conclusion_id).filter((id) => on ? id !== theme_id : this.#rootOf(id) !== theme_id);
    return on ? [...others, theme_id] : others;
  }

  themesOf(conclusion_id) {
    const named = new Set(this.named(conclusion_id));
    return this.themes.filter((theme) => named.has(theme.id));
  }

  /** What a conclusion rests on: `{cited, themes, notes, tables, rounds, sources}`. */
  of(conclusion) {
    const cited = citedIn(conclusion.text).map((id) => this.note(id)).filter(Boolean);
    const themes = this.themesOf(conclusion.id);
    const notes = [...new Set([...cited, ...themes.flatMap((theme) => this.under(theme.id))])];
    return { cited, themes, notes, ...spreadOf(notes) };
  }

  #bases(conclusion_id) {
    return this.#rows.all("basis").filter((basis) => basis.conclusion_id === conclusion_id).map(({ theme_id }) => theme_id);
  }

  #rootOf(theme_id) {
    const seen = new Set();
    let id = theme_id;
    for (let theme = this.#rows.get("theme", id); theme?.merged_into && !seen.has(id); theme = this.#rows.get("theme", id)) {
      seen.add(id);
      id = theme.merged_into;
    }
    return id;
  }
}

/** How widely notes were said: `{tables, rounds, sources}`, the sources with their counts in an order that ranks none. */
export function spreadOf(notes) {
  const numbers = (values) => [...new Set(values)].sort((one, other) => one - other);
  return {
    tables: numbers(notes.map((note) => note.table)),
    rounds: numbers(notes.map((note) => note.round)),
    sources: SOURCES.map((source) => [source, notes.filter((note) => note.source === source).length]).filter(([, count]) => count > 0),
  };
}

const byPlace = (one, other) => one.table - other.table || one.round - other.round || one.position - other.position || (one.id < other.id ? -1 : 1);
