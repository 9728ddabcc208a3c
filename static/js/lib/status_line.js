import { html, nothing, render } from "../../vendor/lit-html.js";
import { statusWords } from "./status_words.js";
import { copyUnsent, saveUnsentAsFile } from "./unsent.js";
import { t } from "./words.js";

/** A link that comes and goes within this time is not read aloud. */
const SETTLED = 1_500;
/** On a good line a note is saved faster than this, and the line need not twitch. */
const CALM = 200;
const COPIED = 4_000;

/** The content of the status line. `spoken` is for screen readers only, and changes seldom. */
export function statusLine({ text, since, waiting, advice, canCopy }, { spoken = "", copied = false, copy, save } = {}) {
  return html`
    <span class="status-line__text">${text}</span>
    ${since ? html`<span class="status-line__since">${since}</span>` : nothing}
    ${waiting ? html`<span class="status-line__waiting">${waiting}</span>` : nothing}
    ${advice ? html`<span class="status-line__advice">${advice}</span>` : nothing}
    ${canCopy
      ? html`<button type="button" class="status-line__copy" @click=${copy}>
          ${copied ? t("Copied") : t("Copy my texts")}
        </button>
        <button type="button" class="status-line__copy" @click=${save}>${t("Save as a file")}</button>`
      : nothing}
    <span class="ds-sr-only" role="status" aria-live="polite">${spoken}</span>`;
}

/** The quiet line that says truthfully how things stand: one for all live pages. */
export class StatusLine {
  #element;
  #link;
  #outbox;
  #store;
  #clock;
  #behind = false;
  #coming = null;
  #told = null;
  #spoken = "";
  #copied = false;
  #speaking = null;
  #drawing = null;

  constructor({ element, link, outbox, store, clock = { now: () => Date.now() } }) {
    this.#element = element;
    this.#link = link;
    this.#outbox = outbox;
    this.#store = store;
    this.#clock = clock;
  }

  start() {
    this.#link.subscribe(() => this.#draw());
    this.#store.subscribe(() => this.#draw());
    this.#outbox.subscribe(() => {
      this.#drawing ??= setTimeout(() => this.#draw(), CALM);
    });
    this.#draw();
  }

  #draw() {
    clearTimeout(this.#drawing);
    this.#drawing = null;
    const words = statusWords(this.#facts());
    this.#element.dataset.state = words.state;
    const copy = () => this.#copy();
    const save = () => saveUnsentAsFile({ outbox: this.#outbox });
    render(statusLine(words, { spoken: this.#spoken, copied: this.#copied, copy, save }), this.#element);
    this.#speakLater(`${words.text}. ${words.advice}`.trim());
  }

  #facts() {
    const { status, message, heard } = this.#link;
    const pending = this.#outbox.pending();
    // What is written while the line is good is saved in a moment and needs no words of its own.
    this.#behind = pending.length > 0 && (this.#behind || status !== "connected");
    return {
      status, message, heard, pending,
      others: this.#outbox.others().length,
      behind: this.#behind,
      silent: heard === null ? 0 : this.#clock.now() - heard,
      durable: this.#store.durable,
      reason: this.#store.reason,
    };
  }

  #speakLater(text) {
    if (this.#coming !== text) {
      this.#coming = text;
      clearTimeout(this.#speaking);
      this.#speaking = setTimeout(() => this.#speak(text), SETTLED);
    }
  }

  #speak(text) {
    if (this.#told === null) {
      // How things stand when the page opens is there to be read; only changes are told.
      this.#told = text;
    } else if (this.#told !== text) {
      this.#told = text;
      this.#spoken = text;
      this.#draw();
    }
  }

  async #copy() {
    this.#copied = await copyUnsent({ outbox: this.#outbox });
    this.#draw();
    setTimeout(() => {
      this.#copied = false;
      this.#draw();
    }, COPIED);
  }
}
