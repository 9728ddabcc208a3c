import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { measureMore } from "./measure_more_view.js";
import { isFinished } from "./plan.js";
import { statusButton, statusChoice, statusTold } from "./status_view.js";
import { textView } from "./text_view.js";
import { dueWords, stateWord, statusWord } from "./words.js";

/** A measure in one line: its mark, title, who and when. `place` ("mine" or "plan") tells its two lines apart. */
export function measureView(measure, place, view, siblings = []) {
  const { shown, act } = view;
  const at = `${place}/${measure.id}`;
  const open = shown.measures.has(at);
  const due = dueWords(measure, view);
  const facts = [place === "mine" ? "" : view.nameOf(measure), due.words].filter(Boolean);
  return html`<li class="plan-measure" data-status=${measure.status} data-measure=${measure.id}>
    ${statusButton(measure, place, view)}
    <div class="plan-measure__line">
      <button type="button" class="plan-measure__title" id=${`open-${place}-${measure.id}`} aria-expanded=${open} @click=${() => act.openMeasure(at)}>${measure.title}</button>
      <span class="plan-measure__facts"><span class="plan-measure__status">${statusWord(measure.status)}</span>${facts.map((fact) => html`<span>${fact}</span>`)}${due.late ? html`<strong>${t("the deadline has passed")}</strong>` : nothing}
        ${measure.state === "saved" || shown.told?.at === at ? nothing : html`<span class="note-state" data-state=${measure.state === "refused" ? "here" : measure.state}>${stateWord(measure.state)}</span>`}</span>
    </div>
    ${statusChoice(measure, place, view)}
    ${statusTold(measure, place, view)}
    ${refusal(measure, view)}
    ${open ? measureMore(measure, place, view, siblings) : writingHere(measure, place, view)}
  </li>`;
}

/** A barrier or a learning that is being written from the line, without unfolding all of it. */
function writingHere(measure, place, view) {
  const field = ["barrier", "learning"].find((name) => view.shown.text === `${place}/${measure.id}/${name}`);
  return field ? textView({ id: measure.id, kind: "measure", named: measure.title }, field, place, view) : nothing;
}

/** What the server would not take: told where it was done, and let go by hand. */
export function refusal({ error, title }, { act }) {
  return error ? html`<p class="notice">${error.message} <button type="button" class="plain" @click=${() => act.letGo(error.id)}>${t("Dismiss")}<span class="ds-sr-only"> ${title}</span></button></p>` : nothing;
}

/** Measures, those that are finished behind a fold unless they were touched just now. */
export function measureList(measures, place, view) {
  return measures.length === 0 ? nothing : html`<ul class="measures">${repeat(measures, ({ id }) => id, (measure) => measureView(measure, place, view, measures))}</ul>`;
}

export const isSettled = (measure, { touched }) => isFinished(measure) && !touched.has(measure.id);
