// Searching what was said as one types: the server knows the forms of words, the letters alone are searched at once
// and where there is no connection.

const PAUSE = 250;
const LONGEST = 200;

const wordsOf = (words) => words.toLowerCase().split(/\s+/).filter(Boolean);

/** Whether a text holds every word as it is typed. */
export function holds(text, words) {
  const lower = text.toLowerCase();
  return wordsOf(words).every((word) => lower.includes(word));
}

/**
 * A found text in parts, `[{text, hit}]`, to be marked. The page does not know the forms of words: a word is taken
 * for a hit when it has the beginning of one that is searched.
 */
export function partsOf(text, words) {
  const wanted = wordsOf(words).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).filter(Boolean);
  const isHit = (word) => wanted.some((one) => (one.length < 4 ? word === one : word.includes(beginning(one))));
  const parts = [];
  for (const part of text.split(/([\p{L}\p{N}]+)/u).filter(Boolean)) {
    const hit = isHit(part.toLowerCase());
    if (parts.at(-1)?.hit === hit) {
      parts.at(-1).text += part;
    } else {
      parts.push({ text: part, hit });
    }
  }
  return parts;
}

/** What of a word stays when it is bent: kommun(ene), bruk(er). */
const beginning = (word) => word.slice(0, Math.max(4, word.length - (word.length > 6 ? 3 : 2)));

/**
 * Asks `url` for the ids of what has the words, a moment after the last letter; only the newest answer counts.
 * `things` gives what there is to find now, `{id, text}`; `changed` is called when more has been found out.
 *
 * `how` says what the ids rest on: "" while nothing is searched, "asking" (letters, until the answer comes),
 * "forms" (the server's answer) or "letters" (there was no answer).
 */
export class Searching {
  #url;
  #things;
  #changed;
  #fetch;
  #words = "";
  #answer = null;
  #timer;
  how = "";

  constructor({ url, things, changed, fetch = globalThis.fetch.bind(globalThis) }) {
    this.#url = url;
    this.#things = things;
    this.#changed = changed;
    this.#fetch = fetch;
  }

  get words() {
    return this.#words;
  }

  /** Search for something else; nothing, to see everything again. A space at the end says that the word is whole. */
  look(words) {
    if (words !== this.#words) {
      this.#words = words;
      this.#answer = null;
      this.#ask(PAUSE);
    }
  }

  /** Ask once more, as when a connection is there again. */
  again() {
    if (this.how === "letters") {
      this.#ask(0);
    }
  }

  /** The ids that are found among the things there are now; null while nothing is searched. */
  get ids() {
    if (this.how === "") {
      return null;
    }
    const { ids, known } = this.#answer ?? { ids: new Set(), known: new Map() };
    // What has been written since the answer is searched by its letters.
    const found = ({ id, text }) => (known.get(id) === text ? ids.has(id) : holds(text, this.#words));
    return new Set(this.#things().filter(found).map((thing) => thing.id));
  }

  #ask(pause) {
    clearTimeout(this.#timer);
    this.how = this.#words.trim() ? "asking" : "";
    if (this.how) {
      this.#timer = setTimeout(() => this.#asked(this.#words), pause);
    }
  }

  async #asked(words) {
    const answer = await this.#answered(words);
    if (words === this.#words) {
      this.#answer = answer;
      this.how = answer ? "forms" : "letters";
      this.#changed();
    }
  }

  async #answered(words) {
    if (!/[\p{L}\p{N}]/u.test(words)) {
      return { ids: new Set(), known: new Map() }; // without a letter or a digit there are no forms to ask for
    }
    const known = new Map(this.#things().map(({ id, text }) => [id, text]));
    try {
      const response = await this.#fetch(`${this.#url}?words=${encodeURIComponent(words.slice(0, LONGEST))}`);
      return response.ok ? { ids: new Set((await response.json()).ids), known } : null;
    } catch {
      return null;
    }
  }
}
