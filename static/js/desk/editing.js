import { LineBreaks, growToText, isEnter } from "./entry.js";

/** A note being changed in place. What others do meanwhile does not touch the field; texts meet on the server. */
export class Editing {
  #desk;
  #breaks = new LineBreaks();

  /**
   * `{noteId, placeId, text, typed, basis, restored}`: `text` is what the note said when the editing began, `typed` what
   * the field began with; they differ in an edit that a reload broke off.
   */
  open = null;
  #typed = "";
  #unseen = false;

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
      const { typed, ...open } = JSON.parse(kept);
      this.#typed = typed ?? open.text;
      this.open = { ...open, typed: this.#typed, restored: this.#typed !== open.text };
      this.#unseen = true;
    }
  }

  /** Show an edit that a reload broke off, as soon as it is on the page: it may stand far from the newest note. */
  bringIntoView() {
    const field = this.#unseen && document.getElementById("edit");
    if (field) {
      this.#unseen = false;
      growToText(field);
      field.closest(".note").scrollIntoView({ block: "nearest" });
    }
  }

  /** Let go of an edit that is not saved: `{noteId, text, typed, basis}`, or null. */
  take() {
    const { open } = this;
    this.open = null;
    return open && { ...open, typed: this.#typed };
  }

  begin(note) {
    this.save({ focus: false });
    this.#desk.deleted = null;
    this.open = {
      noteId: note.id, placeId: note.table_round_id, text: note.text, typed: note.text, basis: note.basis,
    };
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
    // At each input: a tab may be killed at the next moment, and a write that has begun is not dropped.
    this.#keep();
  }

  key(event) {
    this.#breaks.key(event);
    if (isEnter(event)) {
      event.preventDefault();
      this.save();
    }
  }

  /** Escape lets go of the edit from wherever in the note the focus is. */
  escape(event) {
    if (event.key === "Escape") {
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
    if (!open) {
      return;
    }
    // A note of another round, or one that has left this table meanwhile, is changed all the same.
    const note = this.#desk.notes().find(({ id }) => id === open.noteId) ?? { id: open.noteId, error: null };
    const text = this.#typed.trim();
    this.#close(focus);
    if (text === "") {
      await this.#desk.edits.remove(note);
    } else if (text !== open.text.trim() || note.error) {
      if (note.binned) {
        // Somebody has deleted it meanwhile: the text goes into the bin with it, in view and to be taken out again.
        this.#desk.deleted = note.id;
      }
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
      this.#desk.store.keep(this.#key, JSON.stringify({ ...this.open, typed: this.#typed }));
    }
  }

  #close(focus) {
    const wasOpen = this.open !== null;
    this.open = null;
    this.#desk.draw();
    if (wasOpen && focus) {
      this.#desk.toComposer();
    }
  }
}
