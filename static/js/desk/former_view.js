import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { textOf } from "./handing_over.js";

/** The desk of somebody who no longer hosts the table: what was written here, and what becomes of it. */
export function formerView({ number, pending, connected, copied, phone }, does) {
  const texts = pending.filter(textOf);
  const refused = texts.filter(({ state }) => state === "refused");
  // One reason for all of them is said once, above.
  const several = new Set(refused.map(({ error }) => error?.message)).size > 1;
  return html`<div class="former">
    <h1>${t("Table {number}", { number })}</h1>
    <p class="lead">${t("Somebody else writes at this table now.")}</p>
    <p role="status">${standing({ texts, refused, connected })}</p>
    ${texts.length > 0 ? html`<p><button type="button" class="ds-button" data-variant=${refused.length > 0 ? nothing : "secondary"}
        id="copy-texts" @click=${() => does.copy()}>${copied ? t("Copied") : t("Copy my texts")}</button></p>
      <ul class="former__texts">${texts.map((one) => html`<li><p class="former__text">${textOf(one)}</p>
        ${one.error && several ? html`<p class="quiet">${one.error.message}</p>` : nothing}</li>`)}</ul>` : nothing}
    <p><a href=${phone}>${t("Go to your own page")}</a></p>
  </div>`;
}

function standing({ texts, refused, connected }) {
  if (texts.length === 0) {
    return t("All that you had written here is with them, marked as late.");
  }
  if (refused.length > 0) {
    return t("This could not be taken in any more. It is kept on this device: copy it and give it to the host.");
  }
  return connected ? t("What you had written is being handed over.")
    : t("What you had written is kept on this device and is handed over as soon as the network is back.");
}
