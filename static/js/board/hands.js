import { CHUNK } from "./chunks.js";

/**
 * Choosing and going about on the board by keyboard, mouse and touch. One slip of a column is in the order of tabbing;
 * the arrow keys go from slip to slip and from column to column.
 */
export class Hands {
  #stops = new Map();
  #wanted = null;
  #board;
  /** What the keys do with what is chosen: `{move, also, out, letGo, undo, redo}`. */
  does;

  /** `board` gives `{columns(), choosing, chunks, draw, show}`. */
  constructor(board) {
    this.#board = board;
  }

  /** The slip of a column that Tab leads to. */
  stopOf(column) {
    const kept = this.#stops.get(column.id);
    const at = kept ? column.slips.findIndex((slip) => slip.id === kept.slip) : -1;
    // What has gone leaves the place to the one that came after it.
    const slip = column.slips[at === -1 ? Math.min(kept?.at ?? 0, column.slips.length - 1) : at];
    return slip?.id;
  }

  focused = (event, column) => {
    const slip = event.target.closest("[data-slip]")?.dataset.slip;
    if (slip) {
      this.#stops.set(column.id, { slip, at: column.slips.findIndex((one) => one.id === slip) });
    }
  };

  /** Put the focus on a slip of a column after the next drawing: the one Tab would lead to. */
  want(column) {
    this.#wanted = column;
  }

  /** After a drawing: put the focus where it was asked to be. */
  settle(root) {
    if (this.#wanted === null) {
      return;
    }
    const column = this.#board.columns().find((one) => one.id === this.#wanted);
    this.#wanted = null;
    const stop = column && this.stopOf(column);
    const element = stop && find(root, column.id, stop);
    (element ?? root.querySelector("[data-slip][tabindex='0']") ?? root).focus({ preventScroll: element === null });
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  click = (event, column) => {
    const slip = event.target.closest("[data-slip]")?.dataset.slip;
    if (!slip || String(globalThis.getSelection?.() ?? "") !== "") {
      return; // a passage was marked, to be copied
    }
    const { choosing, draw } = this.#board;
    event.shiftKey ? choosing.extend(column.id, slip, order(column)) : choosing.toggle(column.id, slip);
    this.#stops.set(column.id, { slip, at: order(column).indexOf(slip) });
    draw();
  };

  key = (event, column) => {
    const slip = event.target.closest("[data-slip]")?.dataset.slip;
    if (!slip || event.altKey) {
      return;
    }
    const does = event.ctrlKey || event.metaKey ? this.#withControl(event, column) : this.#plainly(event, column, slip);
    if (does) {
      event.preventDefault();
      does();
    }
  };

  #withControl({ key, shiftKey }, column) {
    const { choosing, draw } = this.#board;
    return {
      a: () => (choosing.all(column.id, order(column)), draw()),
      z: () => (shiftKey ? this.does.redo() : this.does.undo()),
      y: () => this.does.redo(),
    }[key.toLowerCase()];
  }

  #plainly({ key, shiftKey }, column, slip) {
    const { choosing, draw } = this.#board;
    const own = (work) => () => {
      // What a key does to "what is chosen" it does to the slip at hand, where nothing is.
      choosing.size === 0 && choosing.toggle(column.id, slip);
      work();
    };
    return {
      " ": () => (shiftKey ? choosing.extend(column.id, slip, order(column)) : choosing.toggle(column.id, slip), draw()),
      ArrowDown: () => this.#go(column, slip, 1, shiftKey),
      ArrowUp: () => this.#go(column, slip, -1, shiftKey),
      Home: () => this.#go(column, slip, -Infinity, shiftKey),
      End: () => this.#go(column, slip, Infinity, shiftKey),
      ArrowRight: () => this.#beside(column, 1),
      ArrowLeft: () => this.#beside(column, -1),
      m: own(() => this.does.move(column.id)),
      l: own(() => this.does.also(column.id)),
      Delete: column.id === "" ? undefined : own(() => this.does.out(column.id)),
      Escape: choosing.size > 0 ? () => this.does.letGo() : undefined,
    }[key.length === 1 ? key.toLowerCase() : key];
  }

  #go(column, slip, step, choosing) {
    const ids = order(column);
    const from = ids.indexOf(slip);
    const at = Math.max(0, Math.min(ids.length - 1, from + step));
    if (choosing) {
      this.#board.choosing.has(column.id, slip) || this.#board.choosing.toggle(column.id, slip);
      this.#board.choosing.extend(column.id, ids[at], ids);
    }
    this.#stops.set(column.id, { slip: ids[at], at });
    this.#board.chunks.bringNear(`${column.id}/${Math.floor(at / CHUNK)}`);
    this.want(column.id);
    this.#board.draw();
  }

  #beside(column, step) {
    const columns = this.#board.columns();
    const from = columns.findIndex((one) => one.id === column.id);
    const rest = step > 0 ? columns.slice(from + 1) : columns.slice(0, from).reverse();
    const next = rest.find((one) => one.slips.length > 0);
    if (next) {
      this.#board.show(next.id);
      this.want(next.id);
      this.#board.draw();
    }
  }
}

const order = (column) => column.slips.map((slip) => slip.id);

function find(root, column, slip) {
  const list = root.querySelector(`[data-column="${CSS.escape(column)}"]`);
  return list?.querySelector(`[data-slip="${CSS.escape(slip)}"]`) ?? null;
}
