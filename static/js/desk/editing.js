import { LineBreaks, growToText, isEnter } from "./entry.js";

const KEEPING = 250;

/** A note being changed in place. What others do meanwhile does not touch the field; texts meet on the server. */
export class Editing {
  #desk;
  #breaks = new LineBreaks();
  #keeping = null;

  /** `{noteId, placeId, text, basis}`; `text` is what the field began with. */
  open = null;
  #typed = "";

  /** `desk` has `{store, edits, notes(), table, draw(), afterDraw(work), toComposer(), deleted}`. */
  constructor(desk) {
    this.#desk = desk;
  }

  get #key() {
    return `edit/${this.#desk.table}`;
  }

  /** Take up an edit that a reload broke off. */
  async restore() {
    const kept = await this.#desk.store.kept(this.#key);
    if (kept) {
      this.open = JSON.parse(kept);
      this.#typed = this.open.text;
    }
  }

  begin(note) {
    this.save({ focus: false });
    this.#desk.deleted = null;
    this.open = { noteId: note.id, placeId: note.table_round_id, text: note.text, basis: note.basis };
    this.#typed = note.text;
    this.#desk.draw();
    const field = document.getElementById("edit");
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    growToText(field);
  }

  type(field) {
    this.#typed = field.value;
    growToText(field);
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), KEEPING);
  }

  key(event) {
    this.#breaks.key(event);
    if (isEnter(event)) {
      event.preventDefault();
      this.save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.cancel();
    }
  }

  lineBreak(event) {
    if (this.#breaks.isEnter(event)) {
      event.preventDefault();
      this.save();
    }
  }

  /** Hand what is in the field to the outbox. Emptied, the note goes to the bin, where it keeps its text. */
  async save({ focus = true } = {}) {
    const { open } = this;
    const note = open && this.#desk.notes().find(({ id }) => id === open.noteId);
    const text = this.#typed.trim();
    this.#close(focus);
    if (!note) {
      return;
    }
    if (text === "") {
      await this.#desk.edits.remove(note);
    } else if (text !== open.text.trim() || note.error) {
      await this.#desk.edits.edit(note, text, open.basis);
    }
    await this.#desk.store.forget(this.#key);
  }

  async cancel() {
    this.#close(true);
    await this.#desk.store.forget(this.#key);
  }

  #keep() {
    if (this.open) {
      this.#desk.store.keep(this.#key, JSON.stringify({ ...this.open, text: this.#typed }));
    }
  }

  #close(focus) {
    clearTimeout(this.#keeping);
    const wasOpen = this.open !== null;
    this.open = null;
    this.#desk.draw();
    if (wasOpen && focus) {
      this.#desk.toComposer();
    }
  }
}
