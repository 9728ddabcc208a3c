import { html, nothing } from "../../vendor/lit-html.js";
import { leadSentence } from "../lib/harvest_lead.js";
import { t } from "../lib/words.js";
import { composer } from "./composer_view.js";
import { bin, noteList } from "./note_view.js";
import { hostPanel, peoplePanel, talkPanel } from "./side_view.js";
import { summaryPart } from "./summary_view.js";
import { voteNotice, votePanel } from "./vote_view.js";

/** The whole desk: notes left (or all of a phone), the talk and the people right (or folded), writing at the thumb. */
export function deskView(model, does) {
  const { place } = model;
  return html`<div class="desk" data-panel=${model.panel} data-writing=${model.writingSummary ? "summary" : "note"}>
    ${head(model, does)}
    <aside class="desk__side" aria-label=${t("The talk and the people")}>
      ${model.vote?.ballot ? panel("vote", t("The vote"), votePanel(model, does)) : nothing}
      ${panel("talk", t("The question"), talkPanel(model))}
      ${panel("host", t("For the host"), html`${hostPanel(model, does)}${bin(model.notes, does)}`)}
      ${panel("people", t("People"), peoplePanel(model, does))}
    </aside>
    <div class="desk__notices">${notices(model, does)}${voteNotice(model, does)}</div>
    <section class="desk__notes" id="notes" tabindex="-1" aria-label=${t("Notes")}>
      <div class="desk__paper">
        ${noteList({ ...model, round: place.round }, does)}</div>
    </section>
    ${composer({ ...model.mark, ...model, round: place.round }, does)}
    ${summaryPart({ ...model, round: place.round, asked: model.summaryAsked }, does)}
  </div>`;
}

function panel(name, title, content) {
  return html`<section class="panel panel--${name}" id="panel-${name}" aria-label=${title}>${content}</section>`;
}

function head({ table, topic, place, places, question, people, panel: open }, does) {
  const here = people.filter((person) => person.here).length;
  const expected = people.filter((person) => !person.away).length;
  return html`<header class="desk__head">
    <div class="desk__where">
      <h1>${t("Table {number}", { number: table.number })}</h1>
      ${topic ? html`<span class="topic-mark topic--${(topic.position % 8) + 1}" title=${topic.title}><span
        class="ds-sr-only">${t("Topic")} </span>${topic.letter}</span>` : nothing}
      <label class="ds-sr-only" for="round">${t("The round you write in")}</label>
      <select id="round" @change=${(event) => does.chooseRound(Number(event.target.value))}>
        ${places.map(({ round }) => html`<option value=${round} .selected=${round === place.round}>
          ${t("Round {round}", { round })}</option>`)}
      </select>
    </div>
    <output class="countdown" id="countdown" aria-live="off"></output>
    <div class="desk__folds">
      ${foldButton("talk", open, html`<span class="one-line">${question || t("The question")}</span>`, does)}
      ${foldButton("people", open, html`<span class="ds-sr-only">${t("People")} </span>${here}/${expected}`, does)}
      ${foldButton("host", open, t("Host"), does)}
    </div>
  </header>`;
}

function foldButton(name, open, content, does) {
  return html`<button type="button" class="fold-button fold-button--${name}" aria-expanded=${open === name}
    aria-controls="panel-${name}" @click=${() => does.openPanel(name)}>${content}</button>`;
}

/** What has happened and what can be done about it, in a line each; nothing moves by itself under somebody's hands. */
function notices({ offer, refused, announcement, past, place, paused, walksTo, lead, urls }, does) {
  return html`
    ${lead ? html`<div class="notice notice--lead"><p><strong>${leadSentence(lead)}</strong></p>
      <a class="ds-button" data-size="sm" href=${urls.harvest}>${t("To the harvest")}</a></div>` : nothing}
    ${refused ? html`<div class="notice"><p>${refused.message || t("Somebody else writes at this table now.")}
      ${t("What you have written here is kept on this device.")}</p>
      <button type="button" class="plain" @click=${() => does.copy()}>
        ${refused.copied ? t("Copied") : t("Copy my texts")}</button></div>` : nothing}
    ${offer ? html`<div class="notice"><p>${offer.begun ? t("Round {round} has begun.", offer)
      : t("Round {round} is next. Finish here in your own time.", offer)}
      ${walksTo === null ? nothing : html`<strong>${t("Then go to table {table}.", { table: walksTo })}</strong>`}</p>
      <button type="button" class="plain" @click=${() => does.chooseRound(offer.round)}>
        ${t("Go to round {round}", offer)}</button></div>` : nothing}
    ${past && !offer ? html`<p class="notice">${t("Round {round} is over. You can still write here.", { round: place.round })}</p>`
      : nothing}
    ${paused ? html`<p class="notice">${t("The café is paused. Go on writing.")}</p>` : nothing}
    ${announcement ? html`<p class="notice">${announcement.text}</p>` : nothing}`;
}
