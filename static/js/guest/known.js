/** The table rounds whose number this phone has shown: whoever has not seen theirs is told before anything else. */
export class Known {
  #store;
  #key;
  #ids = new Set();

  constructor({ store, stream }) {
    this.#store = store;
    this.#key = `known/${stream}`;
  }

  async start() {
    this.#ids = new Set(JSON.parse((await this.#store.kept(this.#key)) ?? "[]"));
  }

  get ids() {
    return [...this.#ids];
  }

  add(id) {
    if (!this.#ids.has(id)) {
      this.#ids.add(id);
      this.#store.keep(this.#key, JSON.stringify(this.ids));
    }
  }
}
