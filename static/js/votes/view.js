import { html, nothing } from "../../vendor/lit-html.js";
import { resultOf } from "../lib/ballots.js";
import { bars, rule, turnout } from "../lib/bars_view.js";
import { tableEntryView } from "../lib/table_entry_view.js";
import { n, t } from "../lib/words.js";
import { formView } from "./form_view.js";

/** The whole page: the votes one below the other, and the form for the next. */
export function votesView(model) {
  const { ballots, themes, form, act } = model;
  return html`
    ${ballots.map((ballot) => html`<section class="vote" aria-labelledby="vote-${ballot.id}">
      <h2 id="vote-${ballot.id}" tabindex="-1">${ballot.question} <span class="vote__state">${stateName(ballot)}</span></h2>
      ${{ open, draft, closed }[ballot.state](ballot, model)}
      <p class="vote__said" role="status">${model.said(ballot.id)}</p>
    </section>`)}
    ${form ? formView(model) : themes.length < 2 ? tooFew(model)
      : html`<p><button type="button" class="ds-button" data-variant="secondary" @click=${act.begin}>${t("Prepare another vote")}</button></p>`}
    <p class="quiet">${t("Nobody sees what single people gave their dots to, not even here. When the café is closed it is erased, and only the counts are kept.")}</p>`;
}

const stateName = ({ state }) => ({ open: t("open now"), draft: t("not opened yet"), closed: t("closed") })[state];

function tooFew({ urls }) {
  return html`<div class="empty"><p>${t("There is nothing to vote on yet: put at least two themes on the board.")}</p>
    ${urls.board ? html`<a class="ds-button" data-variant="secondary" href=${urls.board}>${t("To the board")}</a>` : nothing}</div>`;
}

function button(label, press, { hindrance }, { variant = nothing } = {}) {
  return html`<button type="button" class="ds-button" data-variant=${variant} aria-disabled=${hindrance ? "true" : nothing}
    @click=${() => (hindrance ? undefined : press())}>${label}</button>`;
}

function open(ballot, model) {
  const { here, act } = model;
  const voted = ballot.voted ?? 0;
  return html`
    <p class="vote__turnout"><b>${voted}</b> ${here >= voted && here > 0
      ? n("of {count} person here has voted", "of {count} people here have voted", here) : t("have voted")}</p>
    <p>${rule(ballot)}</p>
    <div class="cluster">${button(t("Close the vote"), () => act.close(ballot), model)}
      ${button(ballot.on_wall ? t("Take it off the wall") : t("Show it on the wall"), () => act.wall(ballot), model, { variant: "secondary" })}</div>
    ${entries(ballot, model)}`;
}

function entries(ballot, model) {
  const { tables, entered, table, entry, act } = model;
  const done = tables.filter(({ id }) => entered.has(id));
  return html`<details class="fold"><summary>${t("Enter dots for a table")}</summary>
    <div class="table-dots">
      <div class="ds-field"><label class="ds-label" for="table">${t("Table")}</label>
        <select class="ds-input" id="table" data-width="auto" @change=${(event) => act.toTable(event.target.value)}>${tables.map(({ id, number }) => html`
          <option value=${id} .selected=${id === table?.id}>${t("Table {number}", { number })}</option>`)}</select></div>
      ${table ? tableEntryView({ ballot, table, entered: entered.get(table.id) ?? null, entry, send: (given) => act.enter(ballot, table, given) }) : nothing}
      ${done.length > 0 ? html`<p class="quiet">${t("Entered so far: {tables}", { tables: done.map(({ number, id }) =>
        n("table {number} for {count} person", "table {number} for {count} people", entered.get(id).people, { number })).join(", ") })}</p>` : nothing}
    </div></details>`;
}

function draft(ballot, model) {
  const { act, mayOpen } = model;
  return html`
    <p>${rule(ballot)}</p>
    <ul class="vote__themes">${ballot.choices.map(({ title }) => html`<li>${title}</li>`)}</ul>
    ${mayOpen ? nothing : html`<p class="quiet">${t("It can be opened when the rounds are over and no other vote is open.")}</p>`}
    <div class="cluster">${button(t("Open the vote"), () => act.open(ballot), mayOpen ? model : { hindrance: true })}
      ${button(t("Change"), () => act.edit(ballot), model, { variant: "secondary" })}
      ${button(t("Remove"), () => act.remove(ballot), model, { variant: "tertiary" })}</div>`;
}

function closed(ballot, model) {
  const { act, mayReopen } = model;
  return html`
    ${ballot.tally ? html`${bars(resultOf(ballot))}<p class="quiet">${turnout(ballot.tally)}</p>` : nothing}
    <div class="cluster">${button(ballot.on_wall ? t("Take the result off the wall") : t("Show the result on the wall"), () => act.wall(ballot), model)}
      ${mayReopen ? button(t("Let the vote go on"), () => act.open(ballot), model, { variant: "tertiary" }) : nothing}</div>`;
}
