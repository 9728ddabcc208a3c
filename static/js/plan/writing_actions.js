import { keyOf } from "./texts.js";

/** What can be done with the texts. One is in hand at a time. */
export class WritingActions {
  #parts;

  /** `parts` has `{shown, editors, earlier, draw()}`. */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Begin to write a text where it stands. */
  write(place, about_id, kind, field) {
    const { shown, draw } = this.#parts;
    this.#leave();
    shown.text = `${place}/${keyOf(about_id, field)}`;
    draw();
    const area = document.getElementById("text");
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }

  typeText(key, text) {
    this.#parts.editors.type(key, text);
  }

  hurryText(key) {
    this.#parts.editors.at(key).hurry();
  }

  leaveText(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.doneWriting();
    }
  }

  doneWriting() {
    const { shown, draw } = this.#parts;
    const at = shown.text;
    this.#leave();
    shown.text = null;
    draw();
    const [place, about_id] = at.split("/");
    // A barrier written from the line of a folded measure stands nowhere now; its mark does.
    const back = document.querySelector(`[data-text="${CSS.escape(at)}"]`) ?? document.getElementById(`mark-${place}-${about_id}`);
    back?.focus({ preventScroll: true });
  }

  takeText(key, text) {
    const { editors, earlier } = this.#parts;
    earlier.close();
    editors.type(key, text);
    editors.at(key).hurry();
  }

  hasRead(key) {
    this.#parts.editors.at(key).read();
  }

  #leave() {
    const { shown, editors } = this.#parts;
    if (shown.text) {
      editors.at(shown.text.slice(shown.text.indexOf("/") + 1)).hurry();
    }
  }
}
