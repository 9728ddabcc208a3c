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

  /** The slip of a column that Tab leads to. What has gone leaves its place to the one that came after it. */
  stopOf(column) {
    const kept = this.#stops.get(column.id);
    if (!kept) {
      return column.slips[0]?.id;
    }
    const there = new Set(column.slips.map((slip) => slip.id));
    const at = kept.order.indexOf(kept.slip);
    const next = kept.order.slice(at).find((id) => there.has(id)) ?? kept.order.slice(0, at).findLast((id) => there.has(id));
    return next ?? column.slips[0]?.id;
  }

  focused = (event, column) => {
    const slip = event.target.closest("[data-slip]")?.dataset.slip;
    slip && this.#stop(column, slip);
  };

  #stop(column, slip) {
    this.#stops.set(column.id, { slip, order: order(column) });
  }

  /** Put the focus on a slip of a column after the next drawing: the one Tab would lead to. */
  want(column) {
    this.#wanted = column;
  }

  /** Before a drawing: what the focus is to go to is drawn, however far it is from what is seen. */
  prepare() {
    const column = this.#board.columns().find((one) => one.id === this.#wanted);
    const at = column?.slips.findIndex((slip) => slip.id === this.stopOf(column)) ?? -1;
    at >= 0 && this.#board.chunks.bringNear(`${column.id}/${Math.floor(at / CHUNK)}`);
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
    this.#stop(column, slip);
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
    this.#stop(column, ids[at]);
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
