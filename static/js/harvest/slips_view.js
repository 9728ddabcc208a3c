import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { earlierTexts } from "../lib/earlier_texts.js";
import { lateWords } from "../lib/late_words.js";
import { partsOf } from "./searching.js";
import { KINDS, SOURCES } from "./slips.js";

export const kindWords = (kind) => ({
  insight: t("insight"), idea: t("idea"), question: t("question"), action: t("action"), quote: t("quote"),
})[kind] ?? kind;

export const sourceWords = (source) => ({
  professional: t("professional experience"), lived_experience: t("lived experience"),
  relative: t("a relative's experience"), unspecified: t("source not given"),
})[source] ?? source;

const originWords = (origin) => ({ phone: t("from a phone"), paper: t("from paper") })[origin] ?? "";

/** Where a note comes from, in one line. */
export function originOf(note) {
  return [
    t("Table {table}, round {round}", { table: note.table, round: note.round }),
    kindWords(note.kind),
    note.source === "unspecified" ? "" : sourceWords(note.source),
    originWords(note.origin),
    lateWords(note.late),
  ].filter(Boolean).join(" · ");
}

/** The slips, round by round. */
export function slipsView(rounds, { cited, cite, filtered, past, words, marks, mark }) {
  const empty = rounds.every((one) => one.notes.length === 0 && one.summaries.length === 0 && one.silent.length === 0);
  if (empty) {
    return html`<p class="lead">${filtered ? t("No note is like that.") : t("The notes come here as soon as they are written at the tables.")}</p>`;
  }
  return rounds.map((one) => html`<section aria-labelledby=${`round-${one.round}`}>
    <h3 id=${`round-${one.round}`}>${t("Round {round}", { round: one.round })} <span class="quiet">${n("{count} note", "{count} notes", one.notes.length)}</span></h3>
    ${one.summaries.length > 0 ? html`<ul class="slips">${repeat(one.summaries, (summary) => summary.id, (summary) => summaryView(summary, words))}</ul>` : nothing}
    <ul class="slips">${repeat(one.notes, (note) => note.id, (note) => slip(note, { cited, cite, past, words, marks, mark }))}</ul>
    ${one.silent.length > 0 ? html`<p class="quiet">${n("No notes at table {tables}.", "No notes at tables {tables}.", one.silent.length, { tables: one.silent.join(", ") })}</p>` : nothing}
  </section>`);
}

/** A text with the hits marked. */
const said = (text, words) => (words.trim() === "" ? text : partsOf(text, words).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text)));

const summaryView = (summary, words) => html`<li class="slip slip--summary"><p>${said(summary.text, words)}</p>
  <p class="origin">${t("Summary of table {table}", { table: summary.table })} · ${summary.state === "approved" ? t("handed over") : t("not handed over")}</p></li>`;

function slip(note, { cited, cite, past, words, marks, mark }) {
  const { important = false, left_out: leftOut = false, reason = "" } = marks.get(note.id) ?? {};
  return html`<li class="slip" id=${`slip-${note.id}`} ?data-important=${important}><p class="said">${said(note.text, words)}</p>
    <p class="origin"><span>${originOf(note)}</span>
      ${cited.has(note.id) ? html`<span class="slip-cited">${t("cited")}</span>` : nothing}
      ${past.became ? html`<a href=${past.became(note)}>${t("What has become of it")}<span class="ds-sr-only"> ${note.text.slice(0, 60)}</span></a>` : nothing}
      <button type="button" class="ds-button" data-variant=${important ? "secondary" : "tertiary"} data-size="sm" aria-pressed=${important}
        @click=${() => mark(note, !important)}>${t("Important")}<span class="ds-sr-only"> ${note.text.slice(0, 60)}</span></button>
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => cite(note)}>${t("Cite")}<span class="ds-sr-only"> ${note.text.slice(0, 60)}</span></button></p>
    ${leftOut ? html`<p class="quiet">${t("Left out: {reason}", { reason })}</p>` : nothing}
    ${note.changed_by_both ? html`<p class="quiet">${t("Changed by two at once; both are in the text")}</p>` : nothing}
    ${note.version > 1 ? earlierTexts(past.earlier, past.address(note), {
      locale: past.locale, take: (text) => past.take(note, text),
    }) : nothing}</li>`;
}

/** What lies in the bin, aside. */
export function binView(notes, { restore }) {
  return notes.length === 0 ? nothing : html`<details class="fold"><summary>${n("{count} note in the bin", "{count} notes in the bin", notes.length)}</summary>
    <ul class="slips">${notes.map((note) => html`<li class="slip"><p class="said">${note.text}</p><p class="origin"><span>${originOf(note)}</span>
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => restore(note)}>${t("Take it out")}<span class="ds-sr-only"> ${note.text.slice(0, 60)}</span></button></p></li>`)}</ul></details>`;
}

/** What a search has come to: how many, once it is known, and whether only the letters could be searched. */
function searchedView({ how, hits }) {
  const said = how === "forms" || how === "letters" ? [n("{count} hit", "{count} hits", hits)] : [];
  if (how === "letters") {
    said.push(t("Only the letters are searched just now, not other forms of the words."));
  }
  return html`<p class="quiet harvest-hits" role="status">${said.join(" · ")}</p>`;
}

/** Search and filters; `how` and `hits` say what the search has come to. */
export function filtersView(filters, { rounds, set, how, hits }) {
  const choice = (name, label, options) => html`<div class="ds-field"><label class="ds-label" for=${`filter-${name}`}>${label}</label>
    <select class="ds-input" id=${`filter-${name}`} .value=${filters[name]} @change=${(event) => set(name, event.target.value)}>
      <option value="">${t("All")}</option>${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}</select></div>`;
  return html`<div class="harvest-filters" role="search">
    <div class="ds-field harvest-words"><label class="ds-label" for="filter-words">${t("Search the notes")}</label>
      <input class="ds-input" id="filter-words" type="search" .value=${filters.words} @input=${(event) => set("words", event.target.value)}></div>
    ${choice("round", t("Round"), Array.from({ length: rounds }, (_, index) => [String(index + 1), String(index + 1)]))}
    ${choice("kind", t("Kind"), KINDS.map((kind) => [kind, kindWords(kind)]))}
    ${choice("source", t("Source"), SOURCES.map((source) => [source, sourceWords(source)]))}
    <label class="harvest-uncited"><input type="checkbox" class="ds-input" .checked=${filters.uncited} @change=${(event) => set("uncited", event.target.checked)}> ${t("Not cited yet")}</label>
    ${searchedView({ how, hits })}
  </div>`;
}
