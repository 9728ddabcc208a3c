import { Listeners } from "./listeners.js";

/** When a thing is known through several rooms, the later ones in this list know it better. */
const PRECEDENCE = ["guests", "wall", "hosts", "topic", "counted", "organisers", "person", "table"];

const rank = (room) => PRECEDENCE.indexOf(room.split("/", 1)[0]);
const keyOf = ({ type, id }) => JSON.stringify([type, id]);

/**
 * All this client knows of a stream: the one reducer for a first snapshot, a catch-up and a live change.
 *
 * Rows are held by room, so that `gone` in one room leaves what another room tells; they are read merged.
 */
export class Rows {
  #rooms = new Map();
  #merged = new Map();
  #listeners = new Listeners();
  #sure = null;

  /** The highest `seq` applied. Null when nothing has come yet. */
  seen = null;
  /** The server's own name for what this client may see; handed back when joining. */
  audience = null;

  /**
   * The `seq` up to which nothing can be missing; this one is told when joining again.
   *
   * One commit may reach us as several batches (one a room). Cut off between them, `seen` would claim what never came.
   * So a live batch counts as sure only when the link has vouched for it, and costs at most being sent twice.
   */
  get sure() {
    return this.#sure;
  }

  /** Nothing up to `seq` is under way any more. */
  vouch(seq) {
    if (seq !== null && seq > (this.#sure ?? -1)) {
      this.#sure = seq;
    }
  }

  /** Whether something between what we hold and this live batch has not reached us. */
  misses(batch) {
    return this.seen === null || batch.after > this.seen;
  }

  /** Apply an answer to a join, or a live batch (it has `after`). Applying one twice changes nothing. */
  apply(batch) {
    if (batch.reset) {
      this.#forget();
    }
    for (const [room, { rows = [], gone = [] }] of Object.entries(batch.rooms ?? {})) {
      this.#applyRoom(room, rows, gone);
    }
    this.seen = Math.max(this.seen ?? -1, batch.seq);
    if (batch.after === undefined) {
      this.vouch(batch.seq);
    }
    this.audience = batch.audience ?? this.audience;
    this.#tell();
  }

  /** Forget everything, as after leaving. */
  reset() {
    this.#forget();
    this.#tell();
  }

  /** The row as the best informed rooms tell it, or undefined. Its identity changes only when it does. */
  get(type, id) {
    return this.#merged.get(type)?.get(id);
  }

  /** All rows of a type, in no order that means anything. */
  all(type) {
    return [...(this.#merged.get(type)?.values() ?? [])];
  }

  /** Be told, in a microtask, after each applied batch. Returns the function that ends it. */
  subscribe(listener) {
    return this.#listeners.add(listener);
  }

  /** What IndexedDB keeps for a reload without network. */
  dump() {
    const rooms = {};
    for (const [room, rows] of this.#rooms) {
      rooms[room] = { rows: [...rows.values()], gone: [] };
    }
    return { seq: this.sure, audience: this.audience, rooms };
  }

  /** Take up what `dump` has kept. */
  load(dump) {
    if (dump && dump.seq !== null) {
      this.apply({ ...dump, reset: true });
    }
  }

  #forget() {
    this.#rooms.clear();
    this.#merged.clear();
    this.seen = null;
    this.audience = null;
    this.#sure = null;
  }

  #applyRoom(room, rows, gone) {
    if (!this.#rooms.has(room)) {
      this.#rooms.set(room, new Map());
      // Kept in order of precedence, so that merging is a walk. Equal ranks go by name, to be the same everywhere.
      this.#rooms = new Map([...this.#rooms].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
    }
    const held = this.#rooms.get(room);
    for (const thing of gone) {
      held.delete(keyOf(thing));
      this.#merge(thing);
    }
    for (const row of rows) {
      held.set(keyOf(row), row);
      this.#merge(row);
    }
  }

  #merge({ type, id }) {
    const key = keyOf({ type, id });
    const tellings = [...this.#rooms.values()].map((held) => held.get(key)).filter(Boolean);
    if (!this.#merged.has(type)) {
      this.#merged.set(type, new Map());
    }
    if (tellings.length === 0) {
      this.#merged.get(type).delete(id);
    } else {
      this.#merged.get(type).set(id, Object.freeze(Object.assign({}, ...tellings)));
    }
  }

  #tell() {
    queueMicrotask(() => this.#listeners.notify(this));
  }
}
