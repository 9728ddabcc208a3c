import { html, nothing } from "../../vendor/lit-html.js";
import { clockTime, n, t } from "../lib/words.js";
import { slipText, titleOf } from "./column_view.js";
import { sidesOf } from "./slips.js";
import { stepWords } from "./steps.js";

const MOST = 200;

/** Topics × themes, with how many notes each cell holds; a cell opens them on the board. */
export function gridView(grid, { topics, open }) {
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t("Topics and themes")}><table class="row-table board-grid">
    <caption>${t("How many notes of each topic stand under each theme. A number opens them.")}</caption>
    <thead><tr><th scope="col">${t("Theme")}</th>
      ${topics.map((topic) => html`<th scope="col" class="n"><span class=${`topic-mark topic--${(topic.position % 8) + 1}`} aria-hidden="true">${topic.letter}</span><span class="ds-sr-only">${topic.title}</span></th>`)}
      <th scope="col" class="n">${t("Together")}</th></tr></thead>
    <tbody>${grid.map((row) => html`<tr><th scope="row">${titleOf(row)}</th>
      ${row.cells.map(({ topic, count }) => html`<td class="n">${count === 0 ? html`<span class="quiet">0</span>`
        : html`<button type="button" class="plain" @click=${() => open(row.id, topic)}>${count}<span class="ds-sr-only"> ${titleOf(row)}</span></button>`}</td>`)}
      <td class="n">${row.total}</td></tr>`)}</tbody></table></div>`;
}

/** One theme's notes by knowledge source, side by side; neither is ranked. */
export function sidesView(columns, current, { board, choose }) {
  const column = columns.find((one) => one.id === current) ?? columns[0];
  const { professional, lived, unspecified } = sidesOf(column.slips);
  return html`<div class="ds-field board-which"><label class="ds-label" for="side">${t("Theme")}</label>
      <select class="ds-input" id="side" @change=${(event) => choose(event.target.value)}>
        ${columns.map((one) => html`<option value=${one.id} ?selected=${one.id === column.id}>${titleOf(one)} (${one.slips.length})</option>`)}</select></div>
    <div class="board-sides">
      ${side("professional", t("From professional practice"), professional, board)}
      ${side("lived", t("From own life: lived experience and relatives"), lived, board)}
    </div>
    ${unspecified.length > 0 ? html`<details class="fold"><summary>${n("{count} note where the source is not given", "{count} notes where the source is not given", unspecified.length)}</summary>
      ${slipList(unspecified, board)}</details>` : nothing}`;
}

const side = (id, words, slips, board) => html`<section aria-labelledby=${`side-${id}`}><h2 id=${`side-${id}`}>${words}</h2>
  ${slips.length === 0 ? html`<p class="quiet">${t("Nobody has said anything here from this side yet.")}</p>` : slipList(slips, board)}</section>`;

function slipList(slips, board) {
  return html`<ul class="slips board-side">${slips.slice(0, MOST).map((slip) => html`<li class="slip">${slipText(slip, board)}</li>`)}</ul>
    ${slips.length > MOST ? html`<p class="quiet">${t("The first {some} of {all}. The filters show the others.", { some: MOST, all: slips.length })}</p>` : nothing}`;
}

/** What was done on the board, the last first, each to be taken back; and the themes that were taken off it. */
export function historyView(steps, removed, { act }) {
  return html`${removed.length > 0 ? html`<section><h2>${t("Taken off the board")}</h2>
      <ul class="note-list">${removed.map((theme) => html`<li><span>${theme.title}</span>
        <button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${() => act.restore(theme)}>${t("Put back")}<span class="ds-sr-only"> ${theme.title}</span></button></li>`)}</ul></section>` : nothing}
    <section><h2>${t("What was done")}</h2>
    ${steps.length === 0 ? html`<p class="quiet">${t("Each step on the board is listed here and can be taken back.")}</p>` : html`<ol class="note-list board-history">
      ${steps.slice(0, MOST).map((step) => html`<li ?data-undone=${step.undone}><span>${historyWords(step)} <span class="quiet">${[clockTime(step.at), step.author].filter(Boolean).join(" · ")}</span></span>
        ${step.undone || ["undo", "redo"].includes(step.kind) ? nothing : html`<button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${() => act.takeBack(step)}>${t("Undo")}<span class="ds-sr-only"> ${stepWords(step)}</span></button>`}</li>`)}</ol>`}</section>`;
}

function historyWords(step) {
  const words = stepWords(step);
  if (step.kind === "undo") {
    return t("Taken back: {step}", { step: words });
  }
  if (step.kind === "redo") {
    return t("Done again: {step}", { step: words });
  }
  return step.undone ? t("{step} (taken back)", { step: words }) : words;
}
