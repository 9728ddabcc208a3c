import { changedSeats } from "../lib/changed_seats.js";
import { t } from "../lib/words.js";

/** The instructions that name a table to go to: there a change is said with the table, large. */
const NAMING = ["waiting", "go"];

/** What is said beside the instruction of somebody whose table has changed; "" for everybody else. */
export function changeSentence({ kind, seat }) {
  return NAMING.includes(kind) && (seat?.was_table ?? null) !== null
    ? t("Your table has changed: table {table} instead of {was}.", { table: seat.table, was: seat.was_table })
    : "";
}

/** The seats that have changed and are not on the screen with the instruction: those of rounds to come. */
export function changesToCome(facts, instruction) {
  const seats = Object.values(facts.seats);
  const said = changeSentence(instruction) ? instruction.seat : null;
  const isTaken = (seat) => seat === said || seat.round === instruction.round || facts.visits.includes(seat.table_round_id);
  return facts.session ? changedSeats(seats, { session: facts.session, isTaken }) : [];
}

const keyOf = ({ round, table, was_table: was }) => `${round}:${was}:${table}`;
const sentenceFor = ({ round, table, was_table: was }) =>
  t("Your plan has changed: in round {round} table {table} instead of {was}.", { round, table, was });

/** Which changes of rounds to come this phone has told, and which somebody has looked at in the plan for the day. */
export class Changes {
  #store;
  #key;
  #seen = new Set();
  #told = null;
  #now = [];

  constructor({ store, stream }) {
    this.#store = store;
    this.#key = `changes/${stream}`;
  }

  async start() {
    this.#seen = new Set(JSON.parse((await this.#store.kept(this.#key)) ?? "[]"));
  }

  /** Whether the plan for the day holds a change that nobody has looked at. */
  get unseen() {
    return this.#now.some((seat) => !this.#seen.has(keyOf(seat)));
  }

  /** Take in how it stands; returns what is to be read aloud, each change once. What was there at first is not news. */
  follow(seats) {
    this.#now = seats;
    const news = this.#told === null ? [] : seats.filter((seat) => !this.#told.has(keyOf(seat)));
    this.#told = new Set([...(this.#told ?? []), ...seats.map(keyOf)]);
    return news.map(sentenceFor).join(" ");
  }

  /** The plan for the day was opened. */
  look() {
    if (this.unseen) {
      this.#seen = new Set(this.#now.map(keyOf));
      this.#store.keep(this.#key, JSON.stringify([...this.#seen]));
    }
  }
}
