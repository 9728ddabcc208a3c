import { t } from "../lib/words.js";

const PAUSE = 400;

/** The text as it will be published, rendered by the server: one renderer, so that nobody is surprised. */
export class Preview {
  #url;
  #csrf;
  #fetch;
  #shown = null;
  #wanted = null;
  #timer = null;

  constructor({ url, csrf, fetch = globalThis.fetch.bind(globalThis) }) {
    this.#url = typeof url === "function" ? url : () => url;
    this.#csrf = csrf;
    this.#fetch = fetch;
  }

  /** Show `text` in `element`, soon. Only the last text asked for is shown. */
  show(text, element) {
    if (text === this.#wanted) {
      return;
    }
    this.#wanted = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(text, element), this.#shown === null ? 0 : PAUSE);
  }

  async #load(text, element) {
    try {
      const body = new URLSearchParams({ text });
      const answer = await this.#fetch(this.#url(), { method: "POST", body, headers: { "X-CSRFToken": this.#csrf } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const { html } = await answer.json();
      if (text === this.#wanted) {
        this.#shown = text;
        // Sanitised by the server's one renderer (cafe/markdown.py); nothing else is ever put in here.
        element.innerHTML = html;
      }
    } catch {
      if (text === this.#wanted) {
        this.#wanted = null;
        element.textContent = t("This cannot be shown just now. The text is kept; try again when the line is back.");
      }
    }
  }
}
