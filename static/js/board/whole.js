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
  /** What has been read since something last changed, by type. */
  #read = new Map();

  constructor({ rows, outbox }) {
    this.#rows = rows;
    this.#outbox = outbox;
    rows.subscribe(() => this.#read.clear());
    outbox.subscribe(() => this.#read.clear());
  }

  all(type) {
    return this.#once(type, () => this.#rows.all(type));
  }

  #once(name, read) {
    if (!this.#read.has(name)) {
      if (!this.#steady.has(name)) {
        this.#steady.set(name, steady());
      }
      this.#read.set(name, this.#steady.get(name)(read()));
    }
    return this.#read.get(name);
  }

  /** What waits and was not refused. That it is being sent, and then saved, changes nothing of what is shown. */
  #waiting() {
    return this.#once("what waits", () => {
      const before = new Map(this.#operations.map((operation) => [operation.id, operation]));
      this.#operations = this.#outbox.shown().filter(({ state }) => state !== "refused").map((one) => before.get(one.id) ?? one);
      return this.#operations;
    });
  }

  #operations = [];

  /** Whether something done here has not come back as rows yet. */
  get waits() {
    return this.#waiting().length > 0;
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
    return this.#board(this.all("theme"), this.all("placement"), this.#waiting(), this.notes());
  }

  /** Every column with its slips: "Not yet placed" (its id is "") and then the themes. */
  full() {
    return this.#full(this.board(), this.said());
  }

  #titles = remembered((full) => new Map(full.map((column) => [column.id, column.title])));

  titleOf(theme) {
    return this.#titles(this.full()).get(theme) ?? "";
  }

  /** The columns with the slips that pass the filters. */
  shown(filters, found) {
    return this.#shown(this.full(), this.board(), this.said(), filters, found);
  }

  /** Themes that were taken off the board. */
  removed() {
    return laidOver({ themes: this.all("theme"), placements: [] }, this.#waiting()).themes.filter((theme) => theme.removed);
  }
}
