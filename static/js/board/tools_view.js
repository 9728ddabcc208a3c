import { html, nothing } from "../../vendor/lit-html.js";
import { KINDS, SOURCES } from "../harvest/slips.js";
import { kindWords, sourceWords } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";
import { isFiltered } from "./slips.js";
import { stepWords } from "./steps.js";

/** Which side of the board is looked at. */
export function viewsView(views, current, choose) {
  return html`<div class="harvest-tabs board-views" role="group" aria-label=${t("Show")}>
    ${views.map(([id, words]) => html`<button type="button" aria-pressed=${current === id} @click=${() => choose(id)}>${words}</button>`)}</div>`;
}

/** Taking back and doing again, each with what it will take back. */
export function undoView({ undo, redo, waits, act }) {
  return html`<div class="board-undo">
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" aria-disabled=${undo === null || waits} @click=${act.undo}>
      ${waits ? t("One moment") : undo ? t("Undo: {step}", { step: stepWords(undo) }) : t("Nothing to undo")}</button>
    ${redo && !waits ? html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${act.redo}>
      ${t("Do again: {step}", { step: stepWords(redo) })}</button>` : nothing}</div>`;
}

/** What can be done with what is chosen; it stays in sight while something is. */
export function chosenView(choosing, { notes, act, isUnder }) {
  return html`<div class="board-chosen" role="group" aria-label=${t("What is chosen")} ?hidden=${choosing.size === 0}>
    <strong>${n("{count} note chosen", "{count} notes chosen", notes)}</strong>
    <button type="button" class="ds-button" data-size="sm" @click=${() => act.move()}>${t("Move to …")}</button>
    ${isUnder ? html`<button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${() => act.also()}>${t("Also under …")}</button>
    <button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${() => act.moveTo("")}>${t("Take out of the theme")}</button>` : nothing}
    <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${act.letGo}>${t("Let go")}</button></div>`;
}

/** Search and filters, folded while they rest. */
export function filtersView(filters, { topics, rounds, tables, how, set, clear }) {
  const choice = (name, label, options) => html`<div class="ds-field"><label class="ds-label" for=${`filter-${name}`}>${label}</label>
    <select class="ds-input" id=${`filter-${name}`} .value=${filters[name]} @change=${(event) => set(name, event.target.value)}>
      <option value="">${t("All")}</option>${options.map(([value, words]) => html`<option value=${value} ?selected=${filters[name] === value}>${words}</option>`)}</select></div>`;
  const numbers = (count) => count.map((number) => [String(number), String(number)]);
  return html`<div class="harvest-filters" role="search">
    <div class="ds-field harvest-words"><label class="ds-label" for="filter-words">${t("Search the notes")}</label>
      <input class="ds-input" id="filter-words" type="search" placeholder=${t("Search the notes")} .value=${filters.words} @input=${(event) => set("words", event.target.value)}></div>
    <details class="board-more"><summary>${t("Filters")}</summary><div class="harvest-filters">
    ${topics.length > 0 ? choice("topic", t("Topic"), topics.map((topic) => [topic.id, `${topic.letter} ${topic.title}`])) : nothing}
    ${choice("round", t("Round"), numbers(rounds))}
    ${choice("table", t("Table"), numbers(tables))}
    ${choice("kind", t("Kind"), KINDS.map((kind) => [kind, kindWords(kind)]))}
    ${choice("source", t("Source"), SOURCES.map((source) => [source, sourceWords(source)]))}
    ${choice("show", t("Only"), [["unplaced", t("Not yet placed")], ["important", t("important")], ["several", t("under several themes")]])}
    </div></details>
    ${isFiltered(filters) ? html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${clear}>${t("Show all")}</button>` : nothing}
    ${how === "letters" ? html`<p class="quiet">${t("Searched by its letters; forms of the words are found when the network is back.")}</p>` : nothing}
  </div>`;
}

/** How to do all of it from the keyboard. */
export function keysView() {
  const keys = [
    [t("Space"), t("choose a note, or let it go")],
    [t("Arrow keys"), t("to the next note, to the next theme")],
    [t("Shift and an arrow key"), t("choose several")],
    ["Ctrl A", t("choose all in this theme")],
    ["M", t("move what is chosen: type the name of a theme, old or new, and press Enter")],
    ["L", t("let it stand under one more theme")],
    [t("Delete"), t("take it out of this theme")],
    ["Ctrl Z", t("undo")],
    ["Esc", t("let go")],
  ];
  return html`<details class="board-keys fold"><summary>${t("By keyboard")}</summary>
    <dl>${keys.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`)}</dl></details>`;
}
