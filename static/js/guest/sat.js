/**
 * Where the person at this phone sat, round by round: kept here alone, also when the server has erased it.
 *
 * What it leads to stands after the # of an address, which no browser sends to a server.
 */
export class Sat {
  #store;
  #key;
  #tables = {};

  constructor({ store, stream }) {
    this.#store = store;
    this.#key = `sat/${stream}`;
  }

  async start() {
    const kept = await this.#store.kept(this.#key);
    this.#tables = JSON.parse(kept ?? "{}");
    // What is kept is thrown away after a month in which nobody came back; who comes back keeps it.
    kept && this.#store.keep(this.#key, kept);
  }

  /** `{round: table}` of every round that has begun and in which they sat. */
  get tables() {
    return { ...this.#tables };
  }

  /** Learn from what the phone knows now. What is no longer told is kept. */
  follow({ session, seats, sittingOut }) {
    const known = tablesSat(this.#tables, { session, seats, sittingOut });
    if (JSON.stringify(known) !== JSON.stringify(this.#tables)) {
      this.#tables = known;
      this.#store.keep(this.#key, JSON.stringify(known));
    }
  }

  /** The address of what became of what was said at their tables. */
  address(slug) {
    const places = Object.entries(this.#tables).map(([round, table]) => `${table}-${round}`);
    return `/published/${slug}/tables${places.length > 0 ? `#sat=${places.join(".")}` : ""}`;
  }
}

/** Where somebody sat, from what was known before and what is told now: rounds that have begun, not those sat out. */
export function tablesSat(before, { session, seats, sittingOut }) {
  const now = { ...before };
  for (let round = 1; round <= (session?.round ?? 0); round += 1) {
    if (sittingOut.includes(round)) {
      delete now[round];
    } else if (seats[round]) {
      now[round] = seats[round].table;
    }
  }
  return now;
}
