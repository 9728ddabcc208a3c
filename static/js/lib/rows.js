import { Listeners } from "./listeners.js";

/** When a thing is known through several rooms, the later ones in this list know it better. */
const PRECEDENCE = ["guests", "wall", "hosts", "topic", "counted", "organisers", "person", "table"];

const rank = (room) => PRECEDENCE.indexOf(room.split("/", 1)[0]);

/** The map under a key, made when there is none. */
function under(maps, key) {
  if (!maps.has(key)) {
    maps.set(key, new Map());
  }
  return maps.get(key);
}

/**
 * All this client knows of a stream: the one reducer for a first snapshot, a catch-up and a live change.
 *
 * Rows are held by room, so that `gone` in one room leaves what another room tells; they are read merged. They are
 * taken as they come and never changed: ten thousand notes are not copied.
 */
export class Rows {
  /** By room, type and id. */
  #rooms = new Map();
  /** By type and id. */
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
    this.#tell(batch);
  }

  /** Forget everything, as after leaving. */
  reset() {
    this.#forget();
    this.#tell({ reset: true, rooms: {} });
  }

  /** The row as the best informed rooms tell it, or undefined. Its identity changes only when it does. */
  get(type, id) {
    return this.#merged.get(type)?.get(id);
  }

  /** All rows of a type, in no order that means anything. */
  all(type) {
    return [...(this.#merged.get(type)?.values() ?? [])];
  }

  /** How many rows there are, all rooms together. */
  get size() {
    return [...this.#rooms.values()].flatMap((types) => [...types.values()]).reduce((sum, held) => sum + held.size, 0);
  }

  /**
   * Be told, in a microtask, after each applied batch: `(rows, batch)`. Where the batch has `reset` everything may be
   * another; else only what its rooms name has changed. Returns the function that ends it.
   */
  subscribe(listener) {
    return this.#listeners.add(listener);
  }

  /** What IndexedDB keeps for a reload without network. */
  dump() {
    const rooms = {};
    for (const [room, types] of this.#rooms) {
      rooms[room] = { rows: [...types.values()].flatMap((held) => [...held.values()]), gone: [] };
    }
    return { seq: this.sure, audience: this.audience, rooms };
  }

  /** Take up what `dump` has kept, and what has changed since: `later` lists the changes of rooms, in order. */
  load(dump) {
    if (dump && dump.seq !== null) {
      this.apply({ ...dump, reset: true });
      dump.later?.forEach((rooms) => this.apply({ rooms, seq: dump.seq }));
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
    for (const { type, id } of gone) {
      held.get(type)?.delete(id);
      this.#merge(type, id);
    }
    for (const row of rows) {
      under(held, row.type).set(row.id, Object.freeze(row));
      this.#merge(row.type, row.id);
    }
  }

  #merge(type, id) {
    const tellings = [];
    for (const types of this.#rooms.values()) {
      const row = types.get(type)?.get(id);
      if (row) {
        tellings.push(row);
      }
    }
    const merged = under(this.#merged, type);
    if (tellings.length === 0) {
      merged.delete(id);
    } else {
      merged.set(id, tellings.length === 1 ? tellings[0] : Object.freeze(Object.assign({}, ...tellings)));
    }
  }

  #tell(batch) {
    queueMicrotask(() => this.#listeners.notify(this, batch));
  }
}
