import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

/** The ways to the indicators of a goal or a measure, which have pages of their own. `key` is where they name it. */
export function measuredBy(key, { id }, { urls, rows }) {
  const indicators = rows.all("indicator").filter((one) => !one.removed && one[key] === id);
  return indicators.length === 0 ? nothing
    : html`<p class="quiet">${t("Measured by")}: ${indicators.map((one, n) => html`${n > 0 ? ", " : nothing}<a href=${urls.indicator.replace("ID", one.id)}>${one.title}</a>`)}</p>`;
}
