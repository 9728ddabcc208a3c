/** So long a wall greets somebody: enough to read it from the door and find the way. */
export const GREETED = 60_000;
/** More at once would push the question aside; the first of them have read theirs by then. */
const MOST = 4;

/** Who is given a table, or another one, while a round runs; who sat when it began, or when the wall was opened, is not. */
export class Newcomers {
  #round = null;
  #tables = new Map();
  #greeted = [];

  /** Those to greet at a time, as `[{name, table}]`; `round` is the running round, or null while none runs. */
  at(now, round, seats) {
    const here = seats.filter((seat) => seat.round === round && seat.arrival !== "away");
    if (round !== this.#round) {
      this.#round = round;
      this.#greeted = [];
    } else {
      const come = here.filter(({ id, table }) => this.#tables.get(id) !== table);
      const again = new Set(come.map(({ id }) => id));
      const others = this.#greeted.filter(({ id }) => !again.has(id));
      this.#greeted = [...others, ...come.map(({ id }) => ({ id, since: now }))];
    }
    this.#tables = new Map(here.map(({ id, table }) => [id, table]));
    this.#greeted = this.#greeted.filter(({ id, since }) => this.#tables.has(id) && now - since < GREETED).slice(-MOST);
    const known = new Map(here.map((seat) => [seat.id, seat]));
    return this.#greeted.map(({ id }) => ({ name: known.get(id).name, table: known.get(id).table }));
  }
}
