import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { around } from "./passages.js";
import { beginningOf } from "./words.js";

const AT_ONCE = 50;

const reasonWords = ({ kind, reason }) => ({
  participant: t("the name of somebody who takes part"), name: t("looks like a name"),
  health: reason === "event" ? t("about health: what happened, or a medicine") : t("about somebody's health"),
  person: reason === "kin" ? t("about kin or somebody close") : t("about one person"),
})[kind] ?? ({
  telephone: t("looks like a telephone number"), birth_number: t("looks like a birth number"), birthday: t("looks like a birthday"),
  e_mail: t("an e-mail address"), address: t("looks like an address"),
})[reason] ?? kind;

const whereWords = ({ what, table, round }) => ({
  note: t("Note, table {table}, round {round}", { table, round }), reason: t("Why a note is left out, table {table}, round {round}", { table, round }),
  summary: t("Summary of table {table}, round {round}", { table, round }), conclusion: t("Conclusion"), next_step: t("Next step"),
  introduction: t("Introduction"), topic: t("Summary of a topic"), theme: t("Theme"), named: t("A topic’s name and question"), vote: t("Vote"), bundle: t("Notes read as one"),
})[what] ?? what;

/** Names, third persons, health details? Passages to look at; each is ticked off once, until its sentence is another. */
export function passagesView(passages, rows, { shown, act }) {
  const { open, looked } = passages.sorted(rows);
  return html`<section class="before" aria-labelledby="passages-title">
    <h3 id="passages-title">${t("Names, third persons, health details?")}</h3>
    <p class="quiet">${t("Words that may name or point out somebody, in everything that is published, all notes included. This only shows where to look; what is not marked may still tell too much.")}</p>
    ${passages.all === null ? html`<p>${passages.failed ? t("This can be looked at when the line is back.") : t("One moment")}</p>` : list(open, looked, { shown, act })}
    ${passages.stale ? html`<p><button type="button" class="plain" @click=${act.askPassages}>${t("Texts have changed. Look again")}</button></p>` : nothing}
  </section>`;
}

function list(open, looked, { shown, act }) {
  const first = open.slice(0, shown.allPassages ? open.length : AT_ONCE);
  return html`<p role="status">${open.length === 0
      ? looked.length === 0 ? t("Nothing was found.") : n("The one passage has been looked at.", "All {count} passages have been looked at.", looked.length)
      : n("{count} passage to look at", "{count} passages to look at", open.length)}</p>
    ${open.length > 0 ? html`<ul class="plain-list passages">${repeat(first, (passage) => passage.id, (passage) => line(passage, act))}</ul>
      <div class="cluster">${first.length < open.length ? html`<button type="button" class="plain" @click=${act.allPassages}>${t("Show all")}</button>` : nothing}
        <button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${() => act.look(first.map(({ id }) => id), true)}>${n("I have looked at it", "I have looked at these {count}", first.length)}</button></div>` : nothing}
    ${looked.length > 0 ? html`<details class="fold"><summary>${n("{count} passage looked at", "{count} passages looked at", looked.length)}</summary>
      <ul class="plain-list passages">${looked.map((passage) => line(passage, act, true))}</ul></details>` : nothing}`;
}

function line(passage, act, done = false) {
  const [before, text, after] = around(passage);
  const where = whereWords(passage);
  return html`<li><p class="said">${before}<mark>${text}</mark>${after}</p>
    <p class="quiet">${reasonWords(passage)} · ${passage.what === "note" || passage.what === "reason"
      ? html`<a href=${`#note-${passage.of}`} @click=${(event) => act.openNote(event, passage.of)}>${where}</a>`
      : passage.what === "conclusion" ? html`<a href=${`#conclusion-${passage.of}`}>${where}</a>` : where}
      <button type="button" class="plain" @click=${() => act.look([passage.id], !done)}>${done ? t("Look at it again") : t("Looked at")}<span class="ds-sr-only"> ${beginningOf(text)}</span></button></p></li>`;
}
