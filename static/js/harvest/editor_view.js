import { html, nothing } from "../../vendor/lit-html.js";
import { earlierTexts } from "../lib/earlier_texts.js";
import { n, t } from "../lib/words.js";
import { originOf } from "./slips_view.js";

const STATES = { saved: "saved", saving: "saving", here: "here", refused: "here" };

/** What organisers say of a text; hosts say something else of the same. */
const forPublishing = (row) => ({ done: row?.approved === true, said: t("Approved"), ask: t("Approve for publishing") });

/** The text of one topic, or the introduction. */
export function editorView({ name, writing, state, row, cited, reading, said, hindrance, act, earlier, history, locale, byHosts = false, approval = forPublishing(row) }) {
  const approved = approval.done && writing.clean;
  return html`<section class="harvest-editor" aria-labelledby="editor-title">
    <div class="between"><h2 id="editor-title">${name}</h2>
      <span class="one-row" role="group" aria-label=${t("Show")}>
        <button type="button" class="ds-button" data-size="sm" data-variant=${reading ? "tertiary" : "secondary"} aria-pressed=${!reading} @click=${() => act.read(false)}>${t("Write")}</button>
        <button type="button" class="ds-button" data-size="sm" data-variant=${reading ? "secondary" : "tertiary"} aria-pressed=${reading} @click=${() => act.read(true)}>${t("Read")}</button></span></div>
    <div ?hidden=${reading}>
      <label class="ds-sr-only" for="text">${name}</label>
      <textarea class="ds-input" id="text" aria-describedby="text-hint" maxlength="60000" @input=${(event) => act.type(event.target.value)} @blur=${act.hurry}></textarea>
      <p class="quiet" id="text-hint">${t("Markdown: # heading, - list, **bold**. The button on a slip puts a citation where the cursor is.")}</p>
    </div>
    <div class="preview" id="preview" ?hidden=${!reading} @click=${act.openCited}></div>
    <p class="harvest-state">${writing.text === "" && state === "saved" ? nothing : html`<span class="note-state" data-state=${STATES[state]}>${stateWords(state)}</span>`}
      ${approved ? html`<strong>${approval.said}</strong>` : nothing}</p>
    ${writing.refused ? html`<p class="harvest-notice">${writing.refused}</p>` : nothing}
    ${writing.both ? html`<p class="harvest-notice">${t("Changed by both: someone else wrote here too, and both texts are kept. Read it through.")}
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${act.hasRead}>${t("I have read it")}</button></p>` : nothing}
    ${writing.othersWrite && !writing.both ? html`<p class="quiet">${t("Someone else is writing here. Both texts are joined when you pause.")}</p>` : nothing}
    ${citedView(cited, act)}
    <div class="cluster">
      ${approved ? nothing : html`<button type="button" class="ds-button" data-variant="secondary" @click=${act.approve}
        aria-disabled=${hindrance !== "" || !writing.clean || writing.text.trim() === "" || cited.unknown.length > 0}>${approval.ask}</button>`}
      ${byHosts && row && !approved ? html`<span class="quiet">${row.approved_by_hosts && writing.clean ? t("The hosts have approved it.") : t("The hosts have not approved it yet.")}</span>` : nothing}
    </div>
    ${(row?.version ?? 0) > 1 ? earlierTexts(earlier, history, { locale, take: act.take }) : nothing}
    <p class="harvest-said" role="status">${hindrance || said}</p>
  </section>`;
}

const stateWords = (state) => ({
  saved: t("Saved"), saving: t("Saving"), here: t("Only on this device so far"), refused: t("Not saved"),
})[state];

function citedView({ known, unknown }, act) {
  return html`
    ${unknown.length > 0 ? html`<div class="harvest-notice"><p>${n("A note cited here cannot be found. Remove or replace it before you approve.", "{count} notes cited here cannot be found. Remove or replace them before you approve.", unknown.length)}</p>
      <ul class="plain-list">${unknown.map((id) => html`<li><code>[#${id}]</code> <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.uncite(id)}>${t("Remove")}<span class="ds-sr-only"> ${id}</span></button></li>`)}</ul></div>` : nothing}
    ${known.length > 0 ? html`<details class="fold"><summary>${n("{count} note cited", "{count} notes cited", known.length)}</summary>
      <ol class="harvest-cited">${known.map((note) => html`<li><span class="said">${note.text}</span> <span class="quiet">${originOf(note)}</span></li>`)}</ol></details>` : nothing}`;
}

/** A cited note, opened from its mark. */
export function citedNote(note, number, close) {
  return html`<p class="quiet">${t("Note {number}", { number })}</p><p class="voice said">${note.text}</p><p class="quiet">${originOf(note)}</p>
    <button type="button" class="ds-button" data-variant="secondary" @click=${close}>${t("Close")}</button>`;
}
