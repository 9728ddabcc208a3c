import { html, nothing } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { t } from "./words.js";

/** The texts something has had, asked for when somebody opens them. One list is open at a time. */
export class EarlierTexts {
  #fetch;
  #changed;

  /** What is open: its address, or null. */
  open = null;
  /** `[{text, at}]`, null while they are on their way. */
  texts = null;
  failed = false;

  constructor({ changed, fetch = globalThis.fetch?.bind(globalThis) }) {
    this.#changed = changed;
    this.#fetch = fetch;
  }

  close() {
    this.open = null;
    this.#changed();
  }

  /** Open the list at an address, or close it. */
  async toggle(url) {
    if (this.open === url) {
      this.close();
      return;
    }
    Object.assign(this, { open: url, texts: null, failed: false });
    this.#changed();
    try {
      const answer = await this.#fetch(url, { headers: { Accept: "application/json" } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const { texts } = await answer.json();
      this.open === url && (this.texts = texts);
    } catch {
      this.open === url && (this.failed = true);
    }
    this.#changed();
  }
}

/** A button that opens the list, and the list: each text can be read, and taken again with one tap. */
export function earlierTexts(earlier, url, { take, locale }) {
  const open = earlier.open === url;
  const leave = (event) => {
    if (open && event.key === "Escape") {
      // It closes this list and nothing around it.
      event.stopPropagation();
      event.currentTarget.querySelector("[data-earlier]").focus();
      earlier.close();
    }
  };
  return html`<div class="earlier" @keydown=${leave}>
    <button type="button" class="plain" data-earlier aria-expanded=${open} @click=${() => earlier.toggle(url)}>
      ${t("Earlier texts")}</button>
    ${open ? content(earlier, take, locale) : nothing}</div>`;
}

function content({ texts, failed }, take, locale) {
  if (failed) {
    return html`<p class="quiet" role="status">${t("Earlier texts can be read when the network is back. Nothing is lost.")}</p>`;
  }
  if (texts === null) {
    return html`<p class="quiet" role="status">${t("One moment")}</p>`;
  }
  if (texts.length === 0) {
    return html`<p class="quiet" role="status">${t("There is no earlier text.")}</p>`;
  }
  return html`<ol class="earlier__list">${texts.map((one) => html`<li>
    <p class="earlier__text">${inlineText(one.text)}</p>
    <p class="quiet">${one.at === null ? nothing : t("about {time}", { time: moment(one.at, locale) })}
      <button type="button" class="plain" @click=${() => take(one.text)}>${t("Use this text")}</button></p></li>`)}</ol>`;
}

const moment = (at, locale) => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(at);

/** The two texts that were merged, the earlier first, and a tap that lets one of them stand alone. */
export function textsThatMet(met, { take, more = nothing }) {
  return html`<details class="met">
    <summary>${t("Changed by two at once; both are in the text")}</summary>
    ${met.map((text) => html`<p class="met__text">${inlineText(text)}</p>
      <button type="button" class="plain" @click=${() => take(text)}>${t("Keep only this one")}</button>`)}
    ${more}
  </details>`;
}
