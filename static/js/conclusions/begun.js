import { parted } from "./whole.js";

/** Conclusions that have been begun here and are no row yet: shown at once, and found again in the outbox after a reload. */
export class Begun {
  #rows;
  #outbox;
  #here = new Map();

  constructor({ rows, outbox }) {
    this.#rows = rows;
    this.#outbox = outbox;
  }

  add(id, topic_id) {
    this.#here.set(id, topic_id);
  }

  /** Put what was begun here under another topic; whether it was begun here and is no row yet. */
  toTopic(id, topic_id) {
    const mine = this.#all().has(id);
    mine && this.#here.set(id, topic_id);
    return mine;
  }

  topicOf(id) {
    const row = this.#rows.get("conclusion", id);
    return row ? row.topic_id : this.#all().get(id) ?? null;
  }

  /** As rows, the last begun last. */
  all(editors) {
    return [...this.#all()].map(([id, topic_id]) => ({
      id, topic_id, ...parted(editors.at(id).text), version: 0, changed_by_both: false, met: [],
      approved: false, approved_by_hosts: false, without_hosts: false, removed: false, position: Infinity,
    }));
  }

  #all() {
    const sent = this.#outbox.shown().filter(({ name, state }) => name === "write_conclusion" && state !== "refused");
    const all = new Map([...sent.map(({ data }) => [data.conclusion_id, data.topic_id ?? null]), ...this.#here]);
    return new Map([...all].filter(([id]) => !this.#rows.get("conclusion", id)));
  }
}
