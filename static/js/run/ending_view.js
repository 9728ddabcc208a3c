import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

const BEFORE_HARVEST = new Set(["check_in", "switching", "running"]);

/** Ending before the last round, folded away: seldom wanted, and never to be pressed by mistake. */
export function endEarly({ phase }, { unsummed, disabled, act, open }) {
  if (!BEFORE_HARVEST.has(phase)) {
    return nothing;
  }
  const button = (to, words) => html`<button type="button" class="ds-button" data-variant="secondary"
    aria-disabled=${disabled} @click=${() => act.step({ name: "finish", data: { phase: to } })}>${words}</button>`;
  return html`<details class="fold run-ending" ?open=${open}>
    <summary>${t("End the café early")}</summary>
    <p class="quiet">${t("Rounds that have not begun are left out. Everything written is kept.")}</p>
    ${unsummedView(unsummed)}
    <div class="cluster">${button("harvest", t("Begin the harvest now"))} ${button("closed", t("Close the café"))}</div>
  </details>`;
}

/** The tables that wrote and did not sum up, by their numbers. */
export function unsummedView(unsummed) {
  return unsummed.length === 0 ? nothing : html`<ul class="plain-list run-unsummed">${unsummed.map(({ round, tables }) => html`<li>
    ${n("Round {round}: table {tables} has notes and no summary.", "Round {round}: tables {tables} have notes and no summary.",
      tables.length, { round, tables: tables.join(", ") })}</li>`)}</ul>`;
}
