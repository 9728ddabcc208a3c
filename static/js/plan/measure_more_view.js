import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { agendaOf } from "./agenda.js";
import { lineView, titleView } from "./line_view.js";
import { measuredBy } from "./measured_by_view.js";
import { originView } from "./origin_view.js";
import { textView } from "./text_view.js";
import { measureKindWord } from "./words.js";

const KINDS = ["training", "employment", "peer_support", "practice", "cooperation", "information", "other"];

/** All that can be said of a measure, under its line. `siblings` are those it stands among, in order. */
export function measureMore(measure, place, view, siblings) {
  const { act } = view;
  const about = { id: measure.id, kind: "measure", named: measure.title };
  const at = siblings.findIndex(({ id }) => id === measure.id);
  const field = (name) => `measure/${measure.id}/${name}`;
  return html`<div class="plan-measure__more">
    ${titleView({ key: field("title"), label: t("The measure"), value: measure.title }, view)}
    <div class="fields">${responsibleView(measure, field, view)}${dueView(measure, view)}
      <div class="ds-field"><label class="ds-label" for=${field("kind")}>${t("Kind")}</label>
        <select class="ds-input" id=${field("kind")} @change=${(event) => act.change(measure, { kind: event.target.value })}>
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === measure.kind}>${measureKindWord(kind)}</option>`)}</select></div>
      ${view.plan.goals.length > 0 ? goalView(measure, field, view) : nothing}</div>
    ${agendaView(measure, view)}
    ${usersView(measure, place, act)}
    ${["about", "barrier", "learning"].map((name) => textView(about, name, place, view))}
    ${originView(measure, view)}
    ${measuredBy("measure_id", measure, view)}
    ${turnsView(measure, view)}
    <div class="cluster">
      ${place === "mine" ? nothing : html`${step(t("Move up"), measure, at <= 0, () => act.move("measure", siblings, measure.id, true))}
        ${step(t("Move down"), measure, at === siblings.length - 1, () => act.move("measure", siblings, measure.id, false))}`}
      ${step(t("Take out"), measure, false, () => act.remove("measure", measure))}</div>
  </div>`;
}

export const step = (words, { id, title }, disabled, click) => html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" data-step=${`${words}/${id}`} ?disabled=${disabled} @click=${click}>${words}<span class="ds-sr-only"> ${title}</span></button>`;

function responsibleView(measure, field, view) {
  const { act, people, lines, shown } = view;
  const key = field("responsible");
  const known = people.some(({ id }) => id === measure.responsible_id);
  const other = !known && (measure.responsible !== "" || lines.at(key) !== undefined || shown.other === measure.id);
  const choose = ({ target }) => act.chooseResponsible(measure, target.value);
  return html`<div class="ds-field"><label class="ds-label" for=${field("who")}>${t("Responsible")}</label>
    <select class="ds-input" id=${field("who")} @change=${choose}>
      <option value="" ?selected=${!known && !other}>${t("Nobody yet")}</option>
      ${people.map((person) => html`<option value=${person.id} ?selected=${person.id === measure.responsible_id}>${person.name}</option>`)}
      <option value="other" ?selected=${other}>${t("Somebody else")}</option></select>
    ${other ? lineView({ key, label: t("Who is it?"), value: measure.responsible, most: 200 }, view) : nothing}</div>`;
}

function dueView(measure, { act, gatherings, today }) {
  const [at, on] = [`measure/${measure.id}/due_at`, `measure/${measure.id}/due_on`];
  const coming = gatherings.filter(({ id, starts_on: day }) => id === measure.due_gathering_id || day === null || day >= today);
  return html`<fieldset class="due"><legend class="ds-label">${t("Deadline")}</legend>
    <label for=${on}>${t("On a day")}</label>
    <input class="ds-input" id=${on} type="date" .value=${measure.due_on ?? ""} @change=${({ target }) => act.change(measure, { due_on: target.value || null })}>
    ${coming.length === 0 ? nothing : html`<label for=${at}>${t("or by a gathering")}</label>
      <select class="ds-input" id=${at} @change=${({ target }) => act.change(measure, { due_gathering_id: target.value || null })}>
        <option value="" ?selected=${measure.due_gathering_id === null}>${t("No gathering")}</option>
        ${coming.map(({ id, title }) => html`<option value=${id} ?selected=${id === measure.due_gathering_id}>${title}</option>`)}</select>`}
  </fieldset>`;
}

/** Where an unfinished measure returns by itself. */
function agendaView(measure, { gatherings, today, urls }) {
  const at = agendaOf(measure, gatherings, today);
  return at
    ? html`<p class="quiet">${t("Unfinished, it returns on an agenda:")} <a href=${urls.agenda.replace("GATHERING", at.id)}>${at.title}</a></p>`
    : nothing;
}

const goalView = (measure, field, { act, plan }) => html`<div class="ds-field"><label class="ds-label" for=${field("goal")}>${t("Goal")}</label>
  <select class="ds-input" id=${field("goal")} @change=${({ target }) => act.change(measure, { goal_id: target.value || null })}>
    <option value="" ?selected=${!plan.goals.some(({ id }) => id === measure.goal_id)}>${t("Without a goal")}</option>
    ${plan.goals.map(({ id, title }) => html`<option value=${id} ?selected=${id === measure.goal_id}>${title}</option>`)}</select></div>`;

function usersView(measure, place, act) {
  const answers = [[true, t("Yes")], [false, t("No")], [null, t("Not said")]];
  return html`<fieldset class="users"><legend class="ds-label">${t("Have service users taken part?")}</legend><div class="one-row">
    ${answers.map(([value, words]) => html`<label class="ds-chip"><input type="radio" class="ds-input" name=${`users-${place}-${measure.id}`} .checked=${measure.users_took_part === value}
      @change=${() => act.change(measure, { users_took_part: value })}>${words}</label>`)}</div></fieldset>`;
}

/** Turns of trying have a page of their own. */
function turnsView(measure, { urls, rows }) {
  const turns = rows.all("pdsa_cycle").filter((one) => !one.removed && one.measure_id === measure.id);
  return html`<p><a href=${`${urls.more}#cycles`}>${turns.length === 0 ? t("Try it in small turns") : n("Tried in {count} small turn", "Tried in {count} small turns", turns.length)}</a></p>`;
}
