const ROOMS = ["guests", "wall", "organisers", "person/p1", "table/t1", "table/t2"];
const TYPES = ["note", "round", "seat"];

export const inRoom = (room, rows = [], gone = []) => ({ [room]: { rows, gone } });

/** All that a client holds, in an order that means nothing. */
export function everything(rows) {
  const sorted = (list) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(TYPES.map((type) => [type, sorted(rows.all(type))]));
}

/** A server in miniature: rooms of rows stamped with the seq of their last change, and tombstones. */
export class Stream {
  seq = 0;
  rooms = new Map(ROOMS.map((room) => [room, { rows: new Map(), left: new Map(), last: 0 }]));

  /** Change some rows at random; returns the batches, one a room. */
  changes(random) {
    this.seq += 1;
    const pick = (list) => list[Math.floor(random() * list.length)];
    const rooms = new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(ROOMS)));
    return [...rooms].map((room) => this.changeRoom(room, { type: pick(TYPES), id: `i${Math.floor(random() * 6)}` }, random));
  }

  changeRoom(room, thing, random) {
    const held = this.rooms.get(room);
    const key = `${thing.type} ${thing.id}`;
    const leaves = random() < 0.3;
    const row = { ...thing, [`known_in_${room}`]: this.seq, text: `${room} ${this.seq}` };
    held[leaves ? "left" : "rows"].set(key, [this.seq, leaves ? thing : row]);
    held[leaves ? "rows" : "left"].delete(key);
    const batch = { after: held.last, seq: this.seq, rooms: inRoom(room, leaves ? [] : [row], leaves ? [thing] : []) };
    held.last = this.seq;
    return batch;
  }

  answer(seen = null) {
    const above = (map) => [...map.values()].filter(([seq]) => seen === null || seq > seen).map(([, value]) => value);
    const rooms = {};
    for (const [room, { rows, left }] of this.rooms) {
      rooms[room] = { rows: above(rows), gone: seen === null ? [] : above(left) };
    }
    return { reset: seen === null, audience: "a", seq: this.seq, rooms };
  }
}
