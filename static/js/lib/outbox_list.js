import { Listeners } from "./listeners.js";

/**
 * The operations a page knows, in the order in which they were made, with their states.
 *
 * Each is `{id, name, data, stream, writer, state, error, written, seq?, result?}` and is replaced, never changed in place, so
 * that a page can tell by identity what to draw anew.
 */
export class OperationList {
  #all = new Map();
  /** Saved or thrown away during this visit: a copy read from the disk a moment ago must not bring them back. */
  #settled = new Map();
  #released = -1;
  #listeners = new Listeners();

  subscribe(listener) {
    return this.#listeners.add(listener);
  }

  get(id) {
    return this.#all.get(id);
  }

  state(id) {
    return this.#all.get(id)?.state ?? this.#settled.get(id);
  }

  all() {
    return [...this.#all.values()];
  }

  pending() {
    return this.all().filter(({ state }) => state !== "saved");
  }

  /** The oldest of these that may be sent: written to the disk, and not refused. */
  next(isOne) {
    return this.all().find((one) => one.state === "waiting" && one.written && isOne(one));
  }

  add(operation) {
    this.#all.set(operation.id, operation);
    this.#tell(operation.id);
  }

  /** Add what the disk has and we do not know: from an earlier visit, or from another tab. */
  takeUp(stored) {
    for (const { error = null, ...operation } of stored) {
      if (!this.#all.has(operation.id) && !this.#settled.has(operation.id)) {
        this.add({ ...operation, error, state: error ? "refused" : "waiting", written: true });
      }
    }
  }

  change(id, what) {
    if (this.#all.has(id)) {
      this.#all.set(id, { ...this.#all.get(id), ...what });
      this.#tell(id);
    }
  }

  /** The server has it. The rows may have come before this answer, or are still on their way. */
  save(id, { seq, result }) {
    this.#settled.set(id, "saved");
    this.change(id, { state: "saved", seq, result });
    if (seq <= this.#released) {
      this.release(seq);
    }
  }

  remove(id, state) {
    this.#settled.set(id, state);
    if (this.#all.delete(id)) {
      this.#tell(id);
    }
  }

  /** The rows up to this `seq` have come: take away what they show. */
  release(seq) {
    this.#released = Math.max(this.#released, seq);
    for (const operation of this.all()) {
      if (operation.state === "saved" && operation.seq <= seq) {
        this.remove(operation.id, "saved");
      }
    }
  }

  /** Take a saved one away though its rows have not been seen. */
  hide(id) {
    if (this.#all.get(id)?.state === "saved") {
      this.remove(id, "saved");
    }
  }

  clear() {
    this.all().forEach(({ id }) => this.remove(id, undefined));
  }

  #tell(id) {
    this.#listeners.notify(id);
  }
}
