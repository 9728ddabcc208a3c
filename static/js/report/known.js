const PAUSE = 1_500;

/** What the server knows for each part; asked anew a little after the plan has changed, and never while nothing has. */
export class Known {
  #address;
  #changed;
  #timer = null;

  constructor({ address, first, changed }) {
    this.#address = address;
    this.#changed = changed;
    this.parts = first;
  }

  /** The plan has changed: ask, once it is quiet. What cannot be had now stays as it was. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const answer = await fetch(this.#address, { headers: { Accept: "application/json" } }).catch(() => null);
    if (answer?.ok) {
      this.parts = await answer.json();
      this.#changed();
    }
  }
}
