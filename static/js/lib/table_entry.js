import { Paper, put } from "./dots.js";

/** The dots of those at a table who have no phone, while one person enters them for all. */
export class TableEntry {
  #changed;
  #inHand = null;

  constructor({ changed }) {
    this.#changed = changed;
  }

  /** What is on the form: what is being entered, else what is there; `{ballot, table, people, dots}`. */
  at(ballot, table, entered) {
    const held = this.#inHand;
    const isHeld = held && held.ballot === ballot.id && held.table === table;
    return isHeld ? held : { ballot: ballot.id, table, people: entered?.people ?? 0, dots: entered?.dots ?? {} };
  }

  setPeople(form, people) {
    this.#hold({ ...form, people: Math.max(0, people) });
  }

  setDots(form, choice, number) {
    this.#hold({ ...form, dots: put(form.dots, choice, number) });
  }

  /** It has been handed over. */
  done() {
    this.#inHand = null;
    this.#changed();
  }

  #hold(form) {
    this.#inHand = form;
    this.#changed();
  }
}

/** What is wrong with what is on the form: "people", "seats", "one", "all", or "" where it can be entered. */
export function wrongWith({ people, dots }, ballot, seats) {
  const paper = new Paper(ballot, people);
  if (people > seats) {
    return "seats";
  }
  if (paper.given(dots) > 0 && people === 0) {
    return "people";
  }
  if (paper.left(dots) < 0) {
    return "all";
  }
  return paper.takes(dots) ? "" : "one";
}
