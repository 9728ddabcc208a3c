import { boardOf } from "./standing.js";
import { laidOver } from "./laid_over.js";
import { isFiltered, passes, slipsOf } from "./slips.js";

/** Remember the last result of a function while its arguments are the same things. */
function remembered(work) {
  let before = null;
  let result;
  return (...given) => {
    if (before === null || given.some((one, index) => one !== before[index])) {
      result = work(...given);
      before = given;
    }
    return result;
  };
}

/** An array that stays the same one while the rows in it do. */
function steady() {
  let kept = [];
  return (rows) => {
    if (rows.length !== kept.length || rows.some((row, index) => row !== kept[index])) {
      kept = rows;
    }
    return kept;
  };
}

/**
 * All that the board shows, made of the rows and of what waits in the outbox. What has not changed is not worked out
 * again: a keystroke costs one walk through the notes.
 */
export class Whole {
  #rows;
  #outbox;
  #steady = new Map();

  constructor({ rows, outbox }) {
    this.#rows = rows;
    this.#outbox = outbox;
  }

  all(type) {
    if (!this.#steady.has(type)) {
      this.#steady.set(type, steady());
    }
    return this.#steady.get(type)(this.#rows.all(type));
  }

  #notes = remembered((notes, places, tables) => {
    const at = new Map(places.map((place) => [place.id, place]));
    const numbers = new Map(tables.map((table) => [table.id, table.number]));
    return notes.filter((note) => !note.binned).flatMap((note) => {
      const place = at.get(note.table_round_id);
      const table = place && numbers.get(place.table_id);
      return table === undefined ? [] : [{ ...note, table, round: place.round, topic_id: place.topic_id }];
    }).sort((one, other) => one.round - other.round || one.table - other.table || one.position - other.position || (one.id < other.id ? -1 : 1));
  });

  #waiting = steady();

  #board = remembered((themes, placements, waiting, notes) => boardOf({ ...laidOver({ themes, placements }, waiting), notes }));

  #said = remembered((slips, bundles) => ({
    important: new Set(slips.filter((slip) => slip.important).map((slip) => slip.id)),
    bundleOf: new Map(slips.filter((slip) => slip.bundle_id).map((slip) => [slip.id, slip.bundle_id])),
    bundles: new Map(bundles.map((bundle) => [bundle.id, bundle])),
  }));

  #full = remembered((board, said) => [
    { id: "", theme: null, title: "", merged: [], slips: slipsOf(board.unplaced, said) },
    ...board.columns.map(({ theme, merged, notes }) => ({ id: theme.id, theme, title: theme.title, merged, slips: slipsOf(notes, said) })),
  ]);

  #shown = remembered((full, board, said, filters, found) => {
    if (!isFiltered(filters)) {
      return full;
    }
    const kept = (note) => passes(note, filters, { found, important: said.important, themesOf: board.themesOf });
    return full.filter((column) => filters.show !== "unplaced" || column.id === "").map((column) => {
      // Of a bundle it is enough that one of its notes is like that.
      const slips = column.slips.filter((slip) => slip.notes.some(kept));
      return { ...column, slips, of: column.slips.length };
    });
  });

  notes() {
    return this.#notes(this.all("note"), this.all("table_round"), this.all("table"));
  }

  said() {
    return this.#said(this.all("slip"), this.all("bundle"));
  }

  board() {
    const waiting = this.#waiting(this.#outbox.shown());
    return this.#board(this.all("theme"), this.all("placement"), waiting, this.notes());
  }

  /** Every column with its slips: "Not yet placed" (its id is "") and then the themes. */
  full() {
    return this.#full(this.board(), this.said());
  }

  /** The columns with the slips that pass the filters. */
  shown(filters, found) {
    return this.#shown(this.full(), this.board(), this.said(), filters, found);
  }

  /** Themes that were taken off the board. */
  removed() {
    const waiting = this.#waiting(this.#outbox.shown());
    return laidOver({ themes: this.all("theme"), placements: [] }, waiting).themes.filter((theme) => theme.removed);
  }
}
