const PAUSE = 900;

/**
 * What is typed into fields of one line: kept on this device at each letter, sent at a pause or when the field is left.
 *
 * `send(key, text)` hands a line to the outbox and resolves when it is kept there, or gives null when it cannot be sent as
 * it stands: then it stays in its field. Lines whose keys begin with "new/" are somebody's to send.
 */
export class Lines {
  #store;
  #at;
  #send;
  #changed;
  #pause;
  #typed = new Map();
  #timers = new Map();

  constructor({ store, stream, send, changed = () => {}, pause = PAUSE }) {
    this.#store = store;
    this.#at = `plan/${stream}/lines`;
    this.#send = send;
    this.#changed = changed;
    this.#pause = pause;
  }

  /** Take up what an earlier visit has left, and send what is to be sent. */
  async takeUp() {
    const kept = await this.#store.kept(this.#at);
    Object.entries(kept ? JSON.parse(kept) : {}).forEach(([key, text]) => !this.#typed.has(key) && this.#typed.set(key, text));
    [...this.#typed.keys()].forEach((key) => this.#later(key));
    this.#changed();
  }

  /** What stands in a field and has not been handed over; undefined for none. */
  at(key) {
    return this.#typed.get(key);
  }

  type(key, text) {
    this.#typed.set(key, text);
    this.#keep();
    this.#later(key);
  }

  /** Hand a line over without waiting for the pause. */
  async hurry(key) {
    clearTimeout(this.#timers.get(key));
    const text = this.#typed.get(key);
    const handed = text === undefined || isNew(key) ? null : this.#send(key, text);
    if (handed) {
      await handed;
      // What was typed on meanwhile is a line of its own.
      this.#typed.get(key) === text && this.forget(key);
    }
  }

  /** Let go of what stands in a field. */
  forget(key) {
    clearTimeout(this.#timers.get(key));
    if (this.#typed.delete(key)) {
      this.#keep();
      this.#changed();
    }
  }

  #later(key) {
    clearTimeout(this.#timers.get(key));
    if (!isNew(key)) {
      this.#timers.set(key, setTimeout(() => this.hurry(key), this.#pause));
    }
  }

  #keep() {
    if (this.#typed.size === 0) {
      this.#store.forget(this.#at);
    } else {
      this.#store.keep(this.#at, JSON.stringify(Object.fromEntries(this.#typed)));
    }
  }
}

const isNew = (key) => key.startsWith("new/");
