import { t } from "../lib/words.js";
import { Picker } from "./picker.js";
import { nextRedo, nextUndo, stepsOf } from "./steps.js";

const PAUSE = 50;
const LONGEST = 5_000;

/** What the buttons, the keys and the drag of the board do. `focusOn` puts the focus on a column's slip. */
export class Acts {
  #picker = new Picker();

  constructor({ page, whole, choosing, moves, asking, state, say, draw, focusOn }) {
    Object.assign(this, { page, whole, choosing, moves, asking, state, say, draw, focusOn });
  }

  #themes() {
    return this.whole.full().slice(1).map((column) => ({ ...column.theme, count: column.slips.length }));
  }

  /** The chosen notes, by column. */
  chosen = () => this.choosing.byColumn(this.whole.full());

  get steps() {
    return stepsOf(this.whole.all("board_step"));
  }

  get undoable() {
    return nextUndo(this.steps, this.page.author);
  }

  get redoable() {
    return nextRedo(this.steps, this.page.author);
  }

  moveTo = (id) => {
    const from = this.chosen();
    if (from.some(({ column }) => column !== id)) {
      this.moves.move(from, id, this.whole.titleOf(id));
      this.letGo();
    }
  };

  letGo = () => {
    this.choosing.clear();
    this.draw();
  };

  /** Ask for a theme, and go back to where one was. */
  pick({ heading, among = this.#themes(), make = true, picked, column }) {
    this.#picker.open({ heading, themes: among, make, picked, closed: () => {
      column !== undefined && this.focusOn(column);
      this.draw();
    } });
  }

  move = (column) => {
    const from = this.chosen();
    this.pick({ heading: t("Move to …"), column, picked: ({ id, title }) => {
      id === null ? this.moves.make(from, title) : this.moves.move(from, id, title);
      this.letGo();
    } });
  };

  also = (column) => {
    const from = this.chosen();
    this.pick({ heading: t("Also under …"), column, picked: ({ id, title }) => {
      id === null ? this.moves.make(from, title, { stay: true }) : this.moves.also(from, id, title);
      this.letGo();
    } });
  };

  out = (column) => {
    this.focusOn(column);
    this.moveTo("");
  };

  create = () => this.pick({ heading: t("New theme"), among: [], picked: ({ title }) => this.moves.make([], title) });

  split = (column) => {
    const own = this.chosen().filter((one) => one.column === column.id);
    this.pick({ heading: t("New theme of what is chosen"), among: [], picked: ({ title }) => {
      this.moves.make(own, title);
      this.letGo();
    } });
  };

  together = (column) => this.pick({
    heading: t("Put “{theme}” together with …", { theme: column.title }), make: false,
    among: this.#themes().filter((theme) => theme.id !== column.id), picked: (into) => this.moves.together(column.theme, into),
  });

  apart = (theme) => this.moves.apart(theme);

  reorder = (column, step) => this.moves.reorder(column.theme, step, this.#themes());

  remove = (column) => this.moves.remove(column.theme);

  restore = (theme) => this.moves.restore(theme);

  rename = (id) => {
    this.state.renaming = id;
    this.draw();
    document.getElementById("rename")?.select();
  };

  renamed = (event, column) => {
    event.preventDefault();
    const title = event.target.elements.rename.value.trim();
    title && title !== column.title && this.moves.rename(column.id, title);
    this.rename(null);
    document.querySelector(`[data-column="${CSS.escape(column.id)}"] summary`)?.focus();
  };

  /** Put notes of a proposal under a theme, old or new. */
  putUnder(noteIds, done) {
    this.pick({ heading: t("Put under a theme …"), picked: ({ id, title }) => {
      const some = [{ column: "", noteIds }];
      id === null ? this.moves.make(some, title) : this.moves.also(some, id, title);
      done();
    } });
  }

  /** Taking back asks for an answer at once: it is done exactly, or not at all. */
  takeBack = async (step) => {
    if (this.asking.hindrance) {
      this.say(this.asking.hindrance);
    } else if (step) {
      await this.asking.ask("undo_step", { session_id: this.page.stream, step_id: step.id }, () => t("Taken back."));
      this.say(this.asking.said.text);
    }
  };

  /** What was done a moment ago has to have come through, or the step before it would be taken back. */
  async #settled() {
    for (let wait = 0; this.whole.waits && wait < LONGEST; wait += PAUSE) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return !this.whole.waits;
  }

  undo = async () => (await this.#settled()) && this.takeBack(this.undoable);

  redo = async () => (await this.#settled()) && this.takeBack(this.redoable);
}
