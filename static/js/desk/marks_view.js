import { html } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { KINDS, KIND_SIGNS, SOURCES, kindName, sourceName } from "./kinds.js";

/**
 * Kind and source as one row: two radio groups. A chosen source is let go of by choosing it again.
 *
 * `name` keeps the groups of several rows apart; `choose({kind})` or `choose({source})` is called with what is chosen.
 */
export function marksRow({ name, kind, source, choose }) {
  return html`<div class="marks">
    <div class="marks__group" role="radiogroup" aria-label=${t("Kind of thought")}>
      ${KINDS.map((value) => radio({
        name: `${name}-kind`, value, checked: value === kind, sign: KIND_SIGNS[value], label: kindName(value),
        pick: () => choose({ kind: value }),
      }))}
    </div>
    <div class="marks__group marks__group--source" role="radiogroup" aria-label=${t("Where it comes from")}>
      ${SOURCES.map((value) => radio({
        name: `${name}-source`, value, checked: value === source, sign: [...sourceName(value)][0],
        label: sourceName(value), pick: () => choose({ source: value }),
        again: () => choose({ source: "unspecified" }),
      }))}
    </div>
  </div>`;
}

function radio({ name, value, checked, sign, label, pick, again }) {
  const leave = () => checked && again?.();
  const key = (event) => event.key === "Delete" && leave();
  return html`<label class="mark-choice" title=${label}>
    <input type="radio" name=${name} value=${value} .checked=${checked} aria-label=${label}
      @change=${pick} @click=${leave} @keydown=${key}>
    <span class="mark-choice__sign" aria-hidden="true">${sign}</span>
    <span class="mark-choice__word" aria-hidden="true">${label}</span>
  </label>`;
}
