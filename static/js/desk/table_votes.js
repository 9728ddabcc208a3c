import { ballotsOf } from "../lib/ballots.js";
import { TableEntry } from "../lib/table_entry.js";

const VOTING = ["harvest", "closed"];

/** The dots that a host enters for those at the table without a phone. */
export class TableVotes {
  #desk;
  #refusal = "";

  constructor(desk) {
    this.#desk = desk;
    this.entry = new TableEntry({ changed: () => desk.draw() });
  }

  start() {
    const { outbox } = this.#desk;
    outbox.shown().forEach(({ id }) => this.#hear(id));
    outbox.subscribe((id) => this.#hear(id));
  }

  /** `{ballot, table, entered, waiting, said}` while a vote is open; else null, or only what was `said`. */
  get model() {
    const { rows, session, table } = this.#desk;
    const ballot = VOTING.includes(session.phase) ? ballotsOf(rows).find(({ state }) => state === "open") ?? null : null;
    const given = this.#desk.outbox.shown()
      .filter(({ name, data, state }) => name === "enter_dots" && data.ballot_id === ballot?.id && state !== "refused").at(-1);
    const known = rows.all("vote").find((vote) => vote.ballot_id === ballot?.id && vote.table_id === table) ?? null;
    const entered = given ? given.data : known;
    return ballot || this.#refusal ? {
      ballot, said: this.#refusal, table: rows.get("table", table), entry: this.entry, waiting: Boolean(given) && given.state !== "saved",
      entered: entered?.people > 0 ? entered : null,
    } : null;
  }

  send(given) {
    const { outbox, stream, table } = this.#desk;
    this.#refusal = "";
    outbox.add({ name: "enter_dots", data: { session_id: stream, ballot_id: this.model.ballot.id, table_id: table, ...given } });
  }

  hide() {
    this.#refusal = "";
    this.#desk.draw();
  }

  #hear(id) {
    const { outbox } = this.#desk;
    const operation = outbox.get(id);
    if (operation?.state === "refused" && operation.name === "enter_dots") {
      this.#refusal = operation.error?.message ?? "";
      outbox.discard(id);
    }
  }
}
