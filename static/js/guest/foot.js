import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

const open = (id) => () => document.getElementById(id).showModal();

/** What stays where the thumb is: the scene's own buttons, one's call for help, and the two quiet words. */
export function foot(view, own = nothing) {
  return html`<div class="at-thumb at-thumb--stays">${own}${calls(view)}${alwaysThere()}</div>`;
}

/** Always within reach and never in the way. */
function alwaysThere() {
  return html`<div class="quiet-row">
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${open("help")}>${t("I need someone")}</button>
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${open("day")}>${t("My day")}</button>
  </div>`;
}

/** A call that stands: what has become of it, and the way back. Shown to this person alone. */
function calls({ facts, actions }) {
  return facts.calls.map((call) => html`<div class="call" role="status">
    <p>${callWords(call)}</p>
    <button type="button" class="ds-button" data-size="sm" data-variant="tertiary"
      @click=${() => actions.withdrawHelp(call)}>${t("I am fine now")}</button>
  </div>`);
}

function callWords({ state, reached, kind }) {
  if (!reached) {
    return t("Not sent yet: this phone has no contact. Raise your hand, or ask somebody near you.");
  }
  if (state === "taken") {
    return t("Somebody is on the way to you.");
  }
  return kind === "table" ? t("An organiser will show you the way.") : t("The organisers know. Somebody comes to you quietly.");
}
