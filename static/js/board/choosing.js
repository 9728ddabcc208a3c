/**
 * Which slips are chosen. The same slip may stand in several columns: it is chosen where it stands, "column slip".
 * Keys stay chosen while filters hide them, and are said to be; what has left its column is let go.
 */
export class Choosing {
  #chosen = new Set();
  #anchor = null;

  get size() {
    return this.#chosen.size;
  }

  has = (column, slip) => this.#chosen.has(keyOf(column, slip));

  clear() {
    this.#chosen = new Set();
    this.#anchor = null;
  }

  toggle(column, slip) {
    const key = keyOf(column, slip);
    this.#chosen.has(key) ? this.#chosen.delete(key) : this.#chosen.add(key);
    this.#anchor = { column, slip };
  }

  /** Choose all from the last one that was chosen to this one; `order` are the slips of the column as they stand. */
  extend(column, slip, order) {
    const from = this.#anchor?.column === column ? order.indexOf(this.#anchor.slip) : -1;
    const to = order.indexOf(slip);
    const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    order.slice(first, last + 1).forEach((id) => this.#chosen.add(keyOf(column, id)));
    this.#anchor ??= { column, slip };
  }

  all(column, order) {
    order.forEach((id) => this.#chosen.add(keyOf(column, id)));
  }

  /** Let go of what is no longer where it was chosen. `columns` are those of the whole board, unfiltered. */
  keepTo(columns) {
    if (this.#chosen.size > 0) {
      const there = new Set(columns.flatMap(({ id, slips }) => slips.map((slip) => keyOf(id, slip.id))));
      this.#chosen = new Set([...this.#chosen].filter((key) => there.has(key)));
    }
  }

  /** The chosen notes by the column they are chosen in: `[{column, noteIds}]`. */
  byColumn(columns) {
    return columns.map(({ id, slips }) => ({
      column: id,
      noteIds: slips.filter((slip) => this.has(id, slip.id)).flatMap((slip) => slip.notes.map((note) => note.id)),
    })).filter(({ noteIds }) => noteIds.length > 0);
  }
}

const keyOf = (column, slip) => `${column} ${slip}`;
