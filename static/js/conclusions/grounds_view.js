import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { originOf } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";
import { groundWords } from "./words.js";

/** What a conclusion rests on: one line, and on opening every note, under the theme it comes by. */
export function groundView(ground, { opened }) {
  const { notes, cited, themes } = ground;
  if (notes.length === 0) {
    return html`<p class="quiet">${groundWords(ground)} ${t("Cite a note, or choose a theme it rests on.")}</p>`;
  }
  return html`<details class="ground"><summary>${groundWords(ground)}</summary>
    ${cited.length > 0 ? part(n("Cited: {count} note", "Cited: {count} notes", cited.length), cited, opened) : nothing}
    ${themes.map(({ title, notes: under }) => part(t("{theme}: {count}", { theme: title, count: under.length }), under, opened))}
  </details>`;
}

const part = (heading, notes, opened) => html`<section><h4>${heading}</h4>
  <ul class="plain-list ground__notes">${repeat(notes, (note) => note.id, (note) => html`<li>
    <a class="said" href=${`#note-${note.id}`} @click=${(event) => opened(event, note.id)}>${note.text}</a>
    <span class="quiet">${originOf(note)}</span></li>`)}</ul></section>`;
