/**
 * Which slips are chosen. The same slip may stand in several columns: it is chosen where it stands.
 * What filters hide stays chosen, and is counted; what has left its column is let go.
 */
export class Choosing {
  /** The ids of the chosen slips, by column. */
  #chosen = new Map();
  #anchor = null;

  get size() {
    return [...this.#chosen.values()].reduce((sum, slips) => sum + slips.size, 0);
  }

  has(column, slip) {
    return this.#chosen.get(column)?.has(slip) ?? false;
  }

  /** How many slips of a column are chosen. */
  count(column) {
    return this.#chosen.get(column)?.size ?? 0;
  }

  clear() {
    this.#chosen.clear();
    this.#anchor = null;
  }

  #in(column) {
    if (!this.#chosen.has(column)) {
      this.#chosen.set(column, new Set());
    }
    return this.#chosen.get(column);
  }

  toggle(column, slip) {
    const chosen = this.#in(column);
    chosen.delete(slip) || chosen.add(slip);
    this.#anchor = { column, slip };
  }

  /** Choose all from the last one that was chosen to this one; `order` are the slips of the column as they stand. */
  extend(column, slip, order) {
    const from = this.#anchor?.column === column ? order.indexOf(this.#anchor.slip) : -1;
    const to = order.indexOf(slip);
    const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.all(column, order.slice(first, last + 1));
    this.#anchor ??= { column, slip };
  }

  all(column, order) {
    const chosen = this.#in(column);
    order.forEach((slip) => chosen.add(slip));
  }

  /** Let go of what is no longer where it was chosen. `columns` are those of the whole board, unfiltered. */
  keepTo(columns) {
    for (const [column, chosen] of this.#chosen) {
      const slips = chosen.size > 0 ? columns.find(({ id }) => id === column)?.slips ?? [] : [];
      const kept = new Set(slips.filter((slip) => chosen.has(slip.id)).map((slip) => slip.id));
      kept.size > 0 ? this.#chosen.set(column, kept) : this.#chosen.delete(column);
    }
  }

  /** The chosen notes by the column they are chosen in: `[{column, noteIds}]`. */
  byColumn(columns) {
    return columns.filter(({ id }) => this.count(id) > 0).map(({ id, slips }) => ({
      column: id,
      noteIds: slips.filter((slip) => this.has(id, slip.id)).flatMap((slip) => slip.notes.map((note) => note.id)),
    }));
  }
}
