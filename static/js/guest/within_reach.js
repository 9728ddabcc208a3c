import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { companyWish } from "./company.js";
import { planOf } from "./plan.js";

const open = (id) => () => document.getElementById(id).showModal();
const close = (event) => event.target.closest("dialog").close();

/** What stays where the thumb is: the scene's own buttons, one's call for help, and the two quiet words. */
export function foot(view, own = nothing) {
  return html`<div class="at-thumb at-thumb--stays">${own}${calls(view)}${alwaysThere(view)}</div>`;
}

/** Always within reach and never in the way. */
function alwaysThere({ planChanged, lookAtPlan }) {
  const openDay = () => {
    open("day")();
    lookAtPlan();
  };
  return html`<div class="quiet-row">
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${open("help")}>${t("I need someone")}</button>
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${openDay}>${t("My day")}${planChanged
      ? html`<span class="day-changed">${t("changed")}</span>` : nothing}</button>
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

/** The two dialogs, closed until asked for. */
export function dialogs(view) {
  return html`${helpDialog(view)}${dayDialog(view)}`;
}

function helpDialog({ actions }) {
  const ask = (kind) => (event) => {
    actions.askForHelp(kind);
    close(event);
  };
  return html`<dialog id="help" class="ds-dialog" closedby="any" aria-labelledby="help-title">
    <h2 id="help-title">${t("I need someone")}</h2>
    <p>${t("Only the organisers see this. Somebody comes to you quietly; you do not have to explain.")}</p>
    <div class="stack">
      <button type="button" class="ds-button" @click=${ask("someone")}>${t("Someone to talk to")}</button>
      <button type="button" class="ds-button" data-variant="secondary" @click=${ask("table")}>${t("Help to find my table")}</button>
      <button type="button" class="ds-button" data-variant="secondary" @click=${ask("technical")}>${t("Help with the phone")}</button>
      <button type="button" class="ds-button" data-variant="tertiary" @click=${close}>${t("Never mind")}</button>
    </div>
  </dialog>`;
}

function dayDialog(view) {
  const { facts, actions, urls } = view;
  const rename = (event) => {
    event.preventDefault();
    actions.rename(event.target.elements.name.value);
    close(event);
  };
  return html`<dialog id="day" class="ds-dialog" closedby="any" aria-labelledby="day-title">
    <h2 id="day-title">${t("Plan for the day")}</h2>
    ${facts.session ? planOf(facts, actions.sitOut) : nothing}
    <details class="fold">
      <summary>${t("What you are called: {name}", { name: facts.name })}</summary>
      <form class="write" @submit=${rename}>
        <div class="ds-field">
          <label class="ds-label" for="name">${t("Another name or alias")}</label>
          <input id="name" class="ds-input" name="name" required maxlength="200" autocomplete="nickname" .defaultValue=${facts.name}>
        </div>
        <button class="ds-button" data-variant="secondary">${t("Use it")}</button>
      </form>
    </details>
    ${companyWish(view)}
    <details class="fold">
      <summary>${t("What others see of you")}</summary>
      <p>${t("Your table sees the name you chose. What you said about where you are from and what describes you is for the organisers alone, to mix the tables.")}</p>
      <p>${t("A thought without your name reaches the table among others, shuffled and without a time. Nothing that is kept ties it to you; those who run the server could read it on its way.")}</p>
    </details>
    <p class="between"><a href=${urls.programme}>${t("Programme")}</a>
      <a href=${urls.commitments}>${t("What I will do")}</a></p>
    <p class="between"><a href=${urls.other_phone}>${t("Use another phone")}</a>
      ${facts.connected ? html`<a class="leave" href=${urls.leave}>${t("Leave and forget")}</a>` : nothing}</p>
    <button type="button" class="ds-button" data-variant="secondary" @click=${close}>${t("Close")}</button>
  </dialog>`;
}
