import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { kindWords, originOf, sourceWords } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";
import { CHUNK } from "./chunks.js";

/** Columns that are surely seen when the page opens. */
const AT_ONCE = 5;

export const titleOf = (column) => (column.id === "" ? t("Not yet placed") : column.title);

/** One column: its theme, and the slips under it. */
export function columnView(column, place, { board, act, hands, press }) {
  const chosen = board.chosenIn(column.id);
  const target = board.choosing.size > chosen;
  return html`<section class="board-column" data-column=${column.id} aria-labelledby=${`column-${column.id}`}>
    <header class="board-head">
      ${board.renaming === column.id ? renaming(column, act) : html`<h2 id=${`column-${column.id}`}>${titleOf(column)}</h2>`}
      <p class="quiet">${countWords(column)}</p>
      ${column.id === "" ? nothing : themeMenu(column, act, board)}
      ${column.merged.map((part) => html`<p class="board-merged quiet">${t("With “{theme}”", { theme: part.title })}
        <button type="button" class="plain" @click=${() => act.apart(part)}>${t("Take apart")}<span class="ds-sr-only"> ${part.title}</span></button></p>`)}
      ${target ? html`<button type="button" class="ds-button board-here" data-variant="secondary" data-size="sm" @click=${() => act.moveTo(column.id)}>
        ${t("Move here")}<span class="ds-sr-only"> ${titleOf(column)}</span></button>` : nothing}
    </header>
    ${column.slips.length === 0 ? html`<p class="quiet board-empty">${emptyWords(column, board)}</p>` : slipList(column, place, { board, hands, press })}
  </section>`;
}

function countWords({ slips, of }) {
  const count = slips.reduce((sum, slip) => sum + slip.notes.length, 0);
  return of === undefined || of === slips.length ? n("{count} note", "{count} notes", count)
    : t("{some} of {all}", { some: slips.length, all: of });
}

const emptyWords = (column, board) => {
  if (board.filtered) {
    return t("No note here is like that.");
  }
  if (board.silent) {
    return t("The notes come here as soon as they are written at the tables.");
  }
  return column.id === "" ? t("Every note has a place.") : t("No notes here yet.");
};

function renaming(column, act) {
  return html`<form class="board-rename" @submit=${(event) => act.renamed(event, column)} @keydown=${(event) => event.key === "Escape" && act.rename(null)}>
    <label class="ds-sr-only" for="rename">${t("Name of the theme")}</label>
    <input class="ds-input" id="rename" maxlength="200" required .value=${column.title}>
    <button type="submit" class="ds-button" data-size="sm">${t("Save")}</button></form>`;
}

function themeMenu(column, act, board) {
  const item = (words, does) => html`<button type="button" @click=${(event) => {
    event.currentTarget.closest("details").open = false;
    does();
  }}>${words}</button>`;
  return html`<details class="board-menu" @keydown=${closesByEscape}>
    <summary>${t("Change")}<span class="ds-sr-only"> ${column.title}</span></summary>
    <div>
      ${item(t("Rename"), () => act.rename(column.id))}
      ${item(t("Put together with …"), () => act.together(column))}
      ${board.chosenIn(column.id) > 0 ? item(t("New theme of what is chosen"), () => act.split(column)) : nothing}
      ${item(t("Move to the front"), () => act.reorder(column, -1))}
      ${item(t("Move back by one"), () => act.reorder(column, 1))}
      ${item(t("Take off the board"), () => act.remove(column))}
    </div></details>`;
}

function closesByEscape(event) {
  if (event.key === "Escape" && event.currentTarget.open) {
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary").focus();
    event.stopPropagation();
  }
}

function slipList(column, place, { board, hands, press }) {
  const { slips } = column;
  const stop = board.stopOf(column);
  const parts = Array.from({ length: Math.ceil(slips.length / CHUNK) }, (_, index) => index);
  return html`<div class="board-slips" role="listbox" aria-multiselectable="true" aria-label=${titleOf(column)}
    @keydown=${(event) => hands.key(event, column)} @click=${(event) => hands.click(event, column)} @pointerdown=${press} @focusin=${(event) => hands.focused(event, column)}>
    ${parts.map((index) => {
      const some = slips.slice(index * CHUNK, (index + 1) * CHUNK);
      const key = `${column.id}/${index}`;
      const isDrawn = board.chunks.isNear(key, { isFirst: index === 0 && place < AT_ONCE });
      return html`<div role="presentation" data-chunk=${key} data-count=${some.length} data-drawn=${isDrawn}>${isDrawn
        ? repeat(some, (slip) => slip.id, (slip, at) => slipView(slip, { column, board, stop, position: index * CHUNK + at + 1, of: slips.length }))
        : nothing}</div>`;
    })}</div>`;
}

function slipView(slip, { column, board, stop, position, of }) {
  return html`<div class="slip board-slip" role="option" data-slip=${slip.id} aria-selected=${board.choosing.has(column.id, slip.id)}
    aria-setsize=${of} aria-posinset=${position} tabindex=${slip.id === stop ? 0 : -1}>${slipText(slip, board, column.id)}</div>`;
}

/** What a slip says: the text first, then in one small line where it comes from. */
export function slipText(slip, board, here = null) {
  const [first] = slip.notes;
  const elsewhere = [...new Set(slip.notes.flatMap((note) => board.themesOf(note.id)))].filter((id) => id !== here);
  const topic = board.topic(first.topic_id);
  const isImportant = slip.notes.some((note) => board.important.has(note.id));
  return html`<p class="said">${slip.text}</p>
    ${slip.bundle ? html`<ul class="board-bundle">${slip.notes.map((note) => html`<li>${note.text} <span>${originOf(note)}</span></li>`)}</ul>` : nothing}
    <p class="origin board-origin">${topic ? html`<span class=${`topic-mark topic--${(topic.position % 8) + 1}`}><span class="ds-sr-only">${t("Topic")} </span>${topic.letter}</span>` : nothing}
      ${isImportant ? html`<strong>${t("important")}</strong>` : nothing}
      <span>${slip.bundle ? n("{count} note read as one", "{count} notes read as one", slip.notes.length) : shortOrigin(first)}</span>
      ${elsewhere.length > 0 && here !== null ? html`<span>${t("also under {themes}", { themes: elsewhere.map((id) => t("“{theme}”", { theme: board.titleOf(id) })).join(", ") })}</span>` : nothing}</p>`;
}

/** A thought that is no plain insight says so; a source that was not given is not mentioned. */
function shortOrigin(note) {
  return [
    t("Table {table}, round {round}", { table: note.table, round: note.round }),
    note.kind === "insight" ? "" : kindWords(note.kind),
    note.source === "unspecified" ? "" : sourceWords(note.source),
  ].filter(Boolean).join(" · ");
}
