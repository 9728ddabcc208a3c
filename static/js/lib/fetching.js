/** A whole day of notes over a bad network. That the network is dead the line notices much sooner. */
const PATIENCE = 60_000;

/** Fetches what is too much for the line: what the answer to joining as `{stream, as, table}` would hold. */
export class Fetching {
  #joinAs;
  #at;
  #fetch;
  #coming = null;

  constructor(joinAs, { at = `/cafe/${joinAs.stream}/rows`, fetch = (...asked) => globalThis.fetch(...asked) } = {}) {
    this.#joinAs = joinAs;
    this.#at = at;
    this.#fetch = fetch;
  }

  /** Begin before anybody asks, where it is known that somebody will. */
  begin(asked = {}) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    const answer = this.#ask(asked, stop.signal).finally(() => clearTimeout(timer));
    answer.catch(() => {});
    this.#coming = { answer, stop };
  }

  /** What has been begun, or is asked for now: `{seen, audience}` as when joining. Rejects when it does not come. */
  async take(asked) {
    if (this.#coming === null) {
      this.begin(asked);
    }
    const coming = this.#coming;
    try {
      return await coming.answer;
    } finally {
      this.#coming = this.#coming === coming ? null : this.#coming;
    }
  }

  stop() {
    this.#coming?.stop.abort();
    this.#coming = null;
  }

  async #ask({ seen = null, audience = null }, signal) {
    const { as, table } = this.#joinAs;
    const known = Object.entries({ as, table, seen, audience }).filter(([, value]) => value !== null);
    const response = await this.#fetch(`${this.#at}?${new URLSearchParams(known)}`, { signal });
    if (!response.ok || response.redirected) {
      throw new Error(`rows: ${response.status}`);
    }
    return response.json();
  }
}
