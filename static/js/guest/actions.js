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

  constructor({ outbox, stream, known, redraw }) {
    this.#outbox = outbox;
    this.#stream = stream;
    this.#known = known;
    this.#redraw = redraw;
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

  /** A new wish takes the place of one that was refused: there is no text in it to be kept. */
  #wish(name, data) {
    this.#outbox.pending()
      .filter(({ name: of, state }) => state === "refused" && WISHES.has(of))
      .forEach(({ id }) => this.#outbox.discard(id));
    this.#do(name, data);
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
