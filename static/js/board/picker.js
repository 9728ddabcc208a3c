import { html, nothing, render } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { pickable } from "./picking.js";

/** The list in which a theme is picked by typing, by tapping, or by the arrow keys. */
export class Picker {
  #dialog;
  #asked = null;
  #typed = "";
  #at = 0;

  constructor(document = globalThis.document) {
    this.#dialog = document.body.appendChild(document.createElement("dialog"));
    this.#dialog.className = "board-picker";
    this.#dialog.addEventListener("close", () => {
      const { closed } = this.#asked ?? {};
      this.#asked = null;
      closed?.();
    });
  }

  /** Ask for a theme. `picked` gets `{id, title, isNew}`; `closed` is called in any case, last. */
  open({ heading, themes, make = true, picked, closed }) {
    this.#asked = { heading, themes, make, picked, closed };
    this.#typed = "";
    this.#at = 0;
    this.#draw();
    this.#dialog.showModal();
    this.#dialog.querySelector("input").focus();
  }

  #options() {
    const { themes, make } = this.#asked;
    return pickable(themes, this.#typed, { make });
  }

  #pick(option) {
    const { picked } = this.#asked;
    this.#dialog.close();
    picked(option);
  }

  #key = (event) => {
    const options = this.#options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      this.#at = (this.#at + step + options.length) % options.length;
      this.#draw();
      this.#dialog.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      options[this.#at] && this.#pick(options[this.#at]);
    }
  };

  #type = (event) => {
    this.#typed = event.target.value;
    this.#at = 0;
    this.#draw();
  };

  #draw() {
    const { heading, make } = this.#asked;
    const options = this.#options();
    const current = options[this.#at];
    const hint = make ? t("Type to find a theme, or the name of a new one") : t("Type to find a theme");
    this.#dialog.setAttribute("aria-labelledby", "picker-heading");
    render(html`<h2 id="picker-heading">${heading}</h2>
      <label class="ds-label" for="picker">${hint}</label>
      <input class="ds-input" id="picker" role="combobox" autocomplete="off" maxlength="200" aria-expanded=${options.length > 0} aria-controls="picker-list"
        aria-autocomplete="list" aria-activedescendant=${current ? `pick-${this.#at}` : nothing} .value=${this.#typed} @input=${this.#type} @keydown=${this.#key}>
      ${options.length === 0 ? html`<p class="quiet" id="picker-list">${make ? t("There is no theme yet. Type the name of the first one.") : t("No theme is called that.")}</p>`
        : html`<div id="picker-list" role="listbox" aria-label=${t("Themes")} class="board-options">${options.map((option, index) => html`<div role="option" id=${`pick-${index}`}
          aria-selected=${index === this.#at} @click=${() => this.#pick(option)}>${option.isNew
            ? html`<strong>${t("New theme: “{theme}”", { theme: option.title })}</strong>`
            : html`<span>${option.title}</span>${option.count === undefined ? nothing : html`<span class="quiet">${n("{count} note", "{count} notes", option.count)}</span>`}`}</div>`)}</div>`}
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => this.#dialog.close()}>${t("Cancel")}</button>`, this.#dialog);
  }
}
