import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

/** A wish of one's own, only offered to those who have said a background; seen by them and the organisers. */
export function companyWish({ facts: { company }, actions }) {
  if (company === null) {
    return nothing;
  }
  return html`<details class="fold">
    <summary>${t("Company at my table")}</summary>
    <p id="company-why">${t("So that you are not the only one with your background at a table. Only you and the organisers see this. It is used for the seats alone, from the next plan on.")}</p>
    <div class="ds-field">
      <input type="checkbox" class="ds-input" id="company" aria-describedby="company-why" .checked=${company}
        @change=${(event) => actions.askForCompany(event.target.checked)}>
      <label class="ds-label" data-weight="regular" for="company">${t("I would like company of someone with the same background")}</label>
    </div>
  </details>`;
}
