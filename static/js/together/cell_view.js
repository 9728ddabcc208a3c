import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { kindWords, sourceWords } from "../harvest/slips_view.js";
import { lateWords } from "../lib/late_words.js";
import { t } from "../lib/words.js";

/** A table in a round: its summary first, then its notes as they were written. */
export function cellView(cell, model, act) {
  const { key, table, round, host, notes, summary } = cell;
  const id = `cell-${key}`;
  return html`<section class="together-cell" id=${id} aria-labelledby=${`${id}-title`} ?data-shown=${model.shown}>
    <h4 id=${`${id}-title`}>${t("Table {number}", { number: table })}<span class="ds-sr-only">, ${t("Round {round}", { round })}</span>${host
      ? html` <span class="quiet">${host}</span>` : nothing}</h4>
    ${summary ? html`<blockquote class="together-summary"><p>${inlineText(summary.text)}</p>
      <footer class="quiet">${summary.state === "approved" ? t("the table's summary") : t("the table's summary, not handed over")}</footer></blockquote>` : nothing}
    ${notes.length === 0 ? html`<p class="quiet">${t("No notes")}</p>` : html`<ul class="slips">${repeat(notes, (note) => note.id, (note) => slip(note, model, act))}</ul>`}
  </section>`;
}

/** What kind of thought it is and where it comes from, without table and round: the page says those. */
export function marksOf({ kind, source, origin, late }) {
  return [kindWords(kind), source === "unspecified" ? "" : sourceWords(source), origin === "phone" ? t("from a phone") : "", lateWords(late)]
    .filter(Boolean).join(" · ");
}

const start = ({ text }) => html`<span class="ds-sr-only"> ${text.slice(0, 60)}</span>`;

function slip(note, model, act) {
  const { hands } = model;
  const free = note.bundle === null;
  return html`<li class="slip" id=${`note-${note.id}`} ?data-important=${note.important} ?data-left-out=${note.leftOut} ?data-chosen=${free && hands.chosen.has(note.id)}>
    <p class="said">${inlineText(note.text)}</p>
    <p class="origin">${marksOf(note)}</p>
    ${free ? nothing : html`<p class="quiet">${t("Merged with others")}</p>`}
    ${note.leftOut ? html`<p class="quiet">${t("Left out: {reason}", { reason: note.reason })}
      <button type="button" class="plain" id=${`in-${note.id}`} @click=${() => act.takeBackIn(note)}>${t("Take it in again")}${start(note)}</button></p>` : nothing}
    ${hands.leaving === note.id ? whyView(note, act) : acts(note, { free, hands }, act)}
  </li>`;
}

function acts(note, { free, hands }, act) {
  return html`<div class="slip-acts">
    ${free ? html`<label class="slip-choose"><input type="checkbox" class="ds-input" .checked=${hands.chosen.has(note.id)}
      @change=${(event) => act.choose(note, event.target.checked)}> ${t("Choose")}${start(note)}</label>` : nothing}
    ${importantButton([note], note.important, start(note), act)}
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.cite([note])}>${t("Cite")}${start(note)}</button>
    ${note.leftOut ? nothing : html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" id=${`leave-${note.id}`} @click=${() => act.leaveOut(note)}>${t("Leave out")}${start(note)}</button>`}
  </div>`;
}

/** One tap marks what matters most, another takes the mark away. */
export function importantButton(notes, important, more, act) {
  return html`<button type="button" class="ds-button slip-important" data-variant=${important ? "secondary" : "tertiary"} data-size="sm" aria-pressed=${important}
    @click=${() => act.mark(notes, !important)}>${t("Important")}${more}</button>`;
}

function whyView(note, act) {
  return html`<form class="slip-why" @submit=${(event) => act.sayWhy(event, note)}>
    <label class="ds-label" for="reason">${t("Why is it left out?")}</label>
    <input class="ds-input" id="reason" name="reason" maxlength="600" required autocomplete="off">
    <div class="cluster"><button type="submit" class="ds-button" data-size="sm">${t("Leave out")}</button>
      <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${() => act.stay(note)}>${t("Cancel")}</button></div></form>`;
}
