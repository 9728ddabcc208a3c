const PAUSE = 600;
/** Fewer letters say too little to look for anything like them. */
const ENOUGH = 8;
const NOTHING = { key: null, said: "", measures: [] };

/** Measures of others that are like what is being typed, asked for at a pause. It helps, and offline nobody misses it. */
export class Alike {
  #url;
  #changed;
  #fetch;
  #pause;
  #timer = null;
  #asked = null;

  /** `{key, said, measures}`: in which field the words stand, what to say of the others, and their measures. */
  found = NOTHING;

  constructor({ url, changed, fetch = globalThis.fetch?.bind(globalThis), pause = PAUSE }) {
    this.#url = url;
    this.#changed = changed;
    this.#fetch = fetch;
    this.#pause = pause;
  }

  /** Somebody types in a field with which a measure is begun. */
  type(key, text) {
    clearTimeout(this.#timer);
    const words = text.trim();
    this.#asked = words;
    if (this.#url && words.length >= ENOUGH) {
      this.#timer = setTimeout(() => this.#ask(key, words), this.#pause);
    } else {
      this.#show(NOTHING);
    }
  }

  async #ask(key, words) {
    let found = NOTHING;
    try {
      const answer = await this.#fetch(`${this.#url}?words=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } });
      found = answer.ok ? { key, ...(await answer.json()) } : NOTHING;
    } catch {
      // Without network there is nothing to show, and the measure is written all the same.
    }
    // What was typed on meanwhile is asked for by itself.
    this.#asked === words && this.#show(found);
  }

  #show(found) {
    if (found !== this.found) {
      this.found = found;
      this.#changed();
    }
  }
}
