import { newId } from "../lib/identifiers.js";

const WISHES = new Set(["choose_table", "wait_for_chair", "stop_waiting"]);

/** What a guest can do, each of it through the outbox: done here at once, sent when the network allows. */
export class Actions {
  #outbox;
  #stream;
  #known;
  #redraw;
  /** Whether the guest is saying what to change in the summary. */
  changing = false;
  /** What the server said to the last wish for a table, and for which: `{table_round_id, message}` or null. */
  refusal = null;

  constructor({ outbox, stream, known, redraw }) {
    this.#outbox = outbox;
    this.#stream = stream;
    this.#known = known;
    this.#redraw = redraw;
    outbox.shown().forEach(({ id }) => this.#hear(id));
    outbox.subscribe((id) => this.#hear(id) && redraw());
  }

  takeSeat = ({ table_round_id: id }) => {
    this.#known.add(id);
    this.#do("take_seat", { table_round_id: id });
  };

  sitOut = (round, out) => this.#do("sit_out", { round, out });

  /** Sit down at a table that can be chosen. */
  choose = ({ id }) => this.#wish("choose_table", { table_round_id: id });

  waitFor = ({ id }) => this.#wish("wait_for_chair", { table_round_id: id });

  stopWaiting = () => this.#wish("stop_waiting", {});

  #wish(name, data) {
    this.refusal = null;
    this.#do(name, data);
  }

  /** A wish that was refused holds no text to be kept: what was said to it is, until there is another wish. */
  #hear(id) {
    const operation = this.#outbox.get(id);
    if (operation?.state === "refused" && WISHES.has(operation.name)) {
      this.refusal = { table_round_id: operation.data.table_round_id ?? null, message: operation.error?.message ?? "" };
      this.#outbox.discard(id);
      return true;
    }
    return false;
  }

  rename = (name) => {
    if (name.trim() !== "") {
      this.#do("rename", { display_name: name.trim() });
    }
  };

  askForCompany = (wanted) => this.#do("ask_for_company", { wanted });

  askForHelp = (kind) => this.#do("ask_for_help", { help_id: newId(), kind });

  /** A call that is still only here leaves with its withdrawal right behind it: nobody is sent out for nothing. */
  withdrawHelp = ({ id }) => this.#do("withdraw_help", { help_id: id });

  nod = (summary, answer, comment = "") => {
    this.changing = false;
    this.#do("nod", { table_round_id: summary.id, answer, comment });
  };

  change = () => {
    this.changing = true;
    this.#redraw();
  };

  #do(name, data) {
    this.#outbox.add({ name, data: { session_id: this.#stream, ...data } });
    this.#redraw();
  }
}
