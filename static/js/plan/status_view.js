import { html, nothing, svg } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { STATUSES } from "./plan.js";
import { stateWord, statusWord } from "./words.js";

/** Each status has a shape of its own, so that colour is never needed to tell them apart. */
const SHAPES = {
  not_started: nothing,
  in_progress: svg`<path class="status-mark__full" d="M12 4a8 8 0 0 1 0 16z"></path>`,
  paused: svg`<path class="status-mark__line" d="M9.5 8.5v7M14.5 8.5v7"></path>`,
  delayed: svg`<path class="status-mark__line" d="M12 7.5V12l3 2.5"></path>`,
  done: svg`<circle class="status-mark__full" cx="12" cy="12" r="8"></circle><path class="status-mark__tick" d="m8.3 12.2 2.6 2.6 4.9-5.4"></path>`,
  cancelled: svg`<path class="status-mark__line" d="M7.5 16.5l9-9"></path>`,
};

export const statusMark = (status) => html`<svg class="status-mark" data-status=${status} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <circle class="status-mark__rim" cx="12" cy="12" r="8"></circle>${SHAPES[status]}</svg>`;

/** The mark in front of a measure: a tap shows the six words in place. `place` tells two lines of one measure apart. */
export const statusButton = (measure, place, { shown, act }) => html`<button type="button" class="plan-measure__mark" id=${`mark-${place}-${measure.id}`}
  aria-expanded=${shown.asking === `${place}/${measure.id}`} @click=${() => act.askStatus(place, measure)}>
  ${statusMark(measure.status)}<span class="ds-sr-only">${statusWord(measure.status)}. ${t("Change the status of {title}", { title: measure.title })}</span></button>`;

/** The six words, in the line. */
export function statusChoice(measure, place, { shown, act }) {
  if (shown.asking !== `${place}/${measure.id}`) {
    return nothing;
  }
  return html`<div class="statuses" id="statuses" role="group" aria-label=${t("Where does it stand?")} @keydown=${(event) => act.leaveStatuses(event, place, measure)}>
    ${STATUSES.map((status) => html`<button type="button" class="statuses__one" data-status=${status} aria-pressed=${status === measure.status}
      @click=${() => act.setStatus(place, measure, status)}>${statusMark(status)}<span>${statusWord(status)}</span></button>`)}
  </div>`;
}

/** What became of the tap: told where it was made, and taken back there. */
export function statusTold(measure, place, { shown, act }) {
  const { told } = shown;
  if (told?.at !== `${place}/${measure.id}`) {
    return nothing;
  }
  return html`<p class="told"><span class="note-state" data-state=${measure.state === "refused" ? "here" : measure.state}>${stateWord(measure.state)}</span>
    <button type="button" class="plain" @click=${() => act.undoStatus()}>${t("Undo")}<span class="ds-sr-only"> ${measure.title}</span></button>
    <button type="button" class="plain" @click=${() => act.write(place, measure.id, "measure", "barrier")}>${t("Barrier")}</button>
    <button type="button" class="plain" @click=${() => act.write(place, measure.id, "measure", "learning")}>${t("Learning")}</button></p>`;
}

/** The six words to choose from, where there is time to choose. */
export const statusField = (key, thing, set) => html`<div class="ds-field"><label class="ds-label" for=${key}>${t("Status")}</label>
  <select class="ds-input" id=${key} name="status" @change=${({ target }) => set(target.value)}>
    ${STATUSES.map((status) => html`<option value=${status} .selected=${status === thing.status}>${statusWord(status)}</option>`)}</select></div>`;
