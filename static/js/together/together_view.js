import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { bundlesView } from "./bundle_view.js";
import { cellView } from "./cell_view.js";
import { tablesOf } from "./sheet.js";
import { shownStop, stopsOf } from "./stops.js";

const color = (topic) => (topic ? `topic--${(topic.position % 8) + 1}` : "");
const mark = (topic) => (topic ? html`<span class="topic-mark ${color(topic)}"><span class="ds-sr-only">${t("Topic")} </span>${topic.letter}</span>` : nothing);

function head({ title, topic, topics, urls, organiser, hands }, act) {
  return html`<header class="together-head">
      <h1>${mark(topic)} <span>${topic?.title ?? title}</span></h1>
      <nav class="cluster" aria-label=${t("Harvest")}>
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" id="present" @click=${act.present}>${t("Show to everyone")}</button>
        <a class="ds-button" data-variant="tertiary" data-size="sm" href=${urls.back}>${organiser ? t("Notes and texts") : t("My table")}</a>
      </nav>
    </header>
    ${topics.length > 1 ? html`<div class="harvest-tabs together-topics" role="group" aria-label=${t("Topic")}>${topics.map((one) => html`<button type="button"
      aria-pressed=${one.id === hands.topic} @click=${() => act.chooseTopic(one.id)}><span class="topic-name ${color(one.topic)}">${mark(one.topic)}
        <span>${one.topic?.title ?? t("Without a topic")}</span></span></button>`)}</div>` : nothing}`;
}

/** Everything: on a laptop the sheet beside the text; on a phone one of them, and of the sheet one table and round. */
export function togetherView(model, act) {
  const { hands, sheet, text } = model;
  return html`${head(model, act)}
  <div class="together" data-part=${hands.part}>
    <div class="together-parts one-row" role="group" aria-label=${t("Show")}>
      ${part("notes", t("Notes"), hands, act)}${part("text", t("Summary"), hands, act)}</div>
    <section class="together-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">${t("What was said")} <span class="quiet">${counted(sheet)}</span></h2>
      ${sheet.notes.length === 0 ? html`<p class="lead">${t("No notes were written about this topic.")}</p>` : nothing}
      ${pager(model, act)}
      ${bundlesView(model, act)}
      ${grid(model, act)}
      ${chosenBar(model, act)}
    </section>
    <aside class="together-text" aria-label=${t("Summary")}>${text}${model.conclusions ?? nothing}</aside>
  </div>`;
}

function part(name, words, hands, act) {
  return html`<button type="button" class="ds-button" data-size="sm" data-variant=${hands.part === name ? "secondary" : "tertiary"}
    aria-pressed=${hands.part === name} @click=${() => act.show(name)}>${words}</button>`;
}

function counted({ notes }) {
  const important = notes.filter((note) => note.important).length;
  const count = n("{count} note", "{count} notes", notes.length);
  return important === 0 ? count : `${count}, ${n("{count} important", "{count} important", important)}`;
}

/** On a phone: which table and round is shown, with the next one a tap away. */
function pager({ sheet, hands }, act) {
  const stops = stopsOf(sheet);
  if (stops.length < 2) {
    return nothing;
  }
  const at = Math.max(0, stops.findIndex(({ key }) => key === shownStop(sheet, hands)));
  const step = (to, words) => html`<button type="button" class="ds-button" data-variant="secondary" aria-disabled=${stops[to] === undefined}
    @click=${() => stops[to] && act.goTo(stops[to].key)}><span aria-hidden="true">${to < at ? "‹" : "›"}</span><span class="ds-sr-only">${words}</span></button>`;
  return html`<div class="together-pager">
    ${step(at - 1, t("The one before"))}
    <label class="ds-sr-only" for="stop">${t("Table and round")}</label>
    <select class="ds-input" id="stop" @change=${(event) => act.goTo(event.target.value)}>
      ${stops.map(({ key, words }) => html`<option value=${key} .selected=${key === stops[at].key}>${words}</option>`)}</select>
    ${step(at + 1, t("The next one"))}
  </div>`;
}

function grid(model, act) {
  const { sheet, hands } = model;
  const stop = shownStop(sheet, hands);
  return html`<div class="together-sheet" data-lanes=${Math.min(sheet.lanes.length, 12)} ?data-aside=${stop === "bundles"}>
    ${repeat(sheet.rounds, (round) => round, (round) => html`<section class="together-round" aria-labelledby=${`round-${round}`}>
      <h3 id=${`round-${round}`}>${t("Round {round}", { round })}</h3>
      <div class="together-cells">${sheet.lanes.map((lane) => {
        const cell = sheet.cells.find((one) => one.round === round && one.lane === lane);
        return cell ? cellView(cell, { ...model, shown: cell.key === stop }, act) : html`<div class="together-cell" aria-hidden="true"></div>`;
      })}</div></section>`)}
  </div>`;
}

/** What to do with the notes that were chosen; it stays in reach and covers nothing. */
function chosenBar({ hands, sheet }, act) {
  const notes = sheet.notes.filter(({ id, bundle }) => hands.chosen.has(id) && bundle === null);
  if (notes.length === 0) {
    return nothing;
  }
  return html`<div class="together-chosen" role="group" aria-label=${t("Chosen notes")}>
    <span>${n("{count} chosen", "{count} chosen", notes.length)} <span class="quiet">${tablesWords(notes)}</span></span>
    <button type="button" class="ds-button" data-size="sm" aria-disabled=${notes.length < 2} @click=${() => notes.length > 1 && act.merge()}>${t("Merge")}</button>
    <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${act.unchoose}>${t("Choose none")}</button>
  </div>`;
}

const tablesWords = (notes) => n("table {tables}", "tables {tables}", tablesOf(notes).length, { tables: tablesOf(notes).join(", ") });
