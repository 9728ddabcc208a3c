import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

const amount = (value, locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(value);

/** Where the team sees itself. What the organisers think is told once the team has said it. */
export function scoreView({ scale, own, locale, act }) {
  return html`<section class="report-part" aria-labelledby="score-title">
    <h2 id="score-title">${t("Where are you?")}</h2>
    <label class="report-asks" for="score">${t("Where do you see yourselves on the way?")}</label>
    <select class="ds-input" id="score" @change=${(event) => act.score(event.target.value)}>
      <option value="" ?selected=${own === null}>${t("We leave this out")}</option>
      ${scale.map(({ value, words }) => html`<option value=${value} ?selected=${own === value}>${amount(value, locale)} – ${words}</option>`)}
    </select>
    <p class="quiet">${t("Only your team and the organisers see this, never the other teams. Nothing is worked out from it; going back is part of the way.")}</p>
    ${own === null ? nothing : html`<p class="quiet">${t("If the organisers have one for you, you see it beside your own when the report is handed in.")}</p>`}
  </section>`;
}
