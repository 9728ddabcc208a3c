import { keepDraft } from "../lib/forms.js";
import { LineBreaks, growToText, isEnter } from "./entry.js";

const FRESH = { kind: "insight", source: "unspecified" };

/** The field for the next note. Its text belongs to the round it was begun in and is kept there. */
export class Composing {
  #desk;
  #draft = null;
  #breaks = new LineBreaks();
  #placeId = null;

  mark = FRESH;

  /** `desk` has `{store, edits, notes(), place(), transcribed, draw(), editLast()}`. */
  constructor(desk) {
    this.#desk = desk;
  }

  get field() {
    return document.getElementById("new-note");
  }

  get text() {
    return this.field?.value ?? "";
  }

  /** Begin, or go on, in a round: what was typed for another one stays with that one. */
  goTo(placeId) {
    if (this.#placeId === placeId || !this.field) {
      return;
    }
    this.#draft?.stop();
    this.#placeId = placeId;
    this.field.value = "";
    this.#draft = keepDraft(this.field, `note/${placeId}`, { store: this.#desk.store });
    this.#draft.restored.then(() => growToText(this.field));
  }

  /** Let go of the field: `{placeId, text}`, what was in it for which round. */
  leave() {
    const left = { placeId: this.#placeId, text: this.text };
    this.#draft?.stop();
    this.#draft = null;
    this.#placeId = null;
    return left;
  }

  type(field) {
    growToText(field);
  }

  key(event) {
    this.#breaks.key(event);
    if (isEnter(event)) {
      event.preventDefault();
      this.add();
    } else if (event.key === "ArrowUp" && this.text === "") {
      event.preventDefault();
      this.#desk.editLast();
    }
  }

  lineBreak(event) {
    if (this.#breaks.isEnter(event)) {
      event.preventDefault();
      this.add();
    }
  }

  choose(mark) {
    this.mark = { ...this.mark, ...mark };
    this.#desk.draw();
  }

  add() {
    const text = this.text.trim();
    if (text !== "") {
      const { edits, transcribed } = this.#desk;
      const written = edits.add({
        placeId: this.#placeId, text, ...this.mark, notes: this.#desk.notes(), transcribed,
      });
      this.field.value = "";
      this.mark = FRESH;
      growToText(this.field);
      // The draft goes only when the disk has the note itself.
      written.then(() => this.text === "" && this.#draft?.forget());
      this.#desk.draw();
    }
    this.field.focus();
  }
}
