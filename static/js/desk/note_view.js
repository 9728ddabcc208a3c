import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { inlineText } from "./inline_view.js";
import { KIND_SIGNS, kindName, sourceName } from "./kinds.js";
import { earlierTexts, textsThatMet } from "../lib/earlier_texts.js";
import { lateWords } from "../lib/late_words.js";
import { marksRow } from "./marks_view.js";

/** The notes of the round, the newest nearest to the field. `does` is what can be done with them. */
export function noteList({ notes, editing, deleted, round, ...model }, does) {
  const shown = notes.filter((note) => !note.binned || note.id === deleted || note.id === editing?.noteId);
  if (shown.length === 0) {
    return html`<p class="notes__none quiet">${t("What is said comes here, one thought in each note.")}</p>`;
  }
  return html`<ol class="notes" aria-label=${t("Notes of round {round}", { round })}>
    ${repeat(shown, ({ id }) => id, (note, place) => {
      if (editing?.noteId === note.id) {
        const last = place === shown.length - 1;
        return editedNote(note, editing, does, { first: place === 0, last, ...model });
      }
      return note.binned ? binnedNote(note, does) : restingNote(note, does);
    })}
  </ol>`;
}

function restingNote(note, does) {
  return html`<li class="note" data-state=${note.state} data-note=${note.id}>
    <button type="button" class="note__text" data-edit=${note.id} @click=${() => does.edit(note)}>
      <span class="note__sign" aria-hidden="true">${KIND_SIGNS[note.kind]}</span>
      <span class="note__words">${inlineText(note.text)}<span class="ds-sr-only">. ${t("Edit")}</span></span>
    </button>
    <span class="note-state" data-state=${note.state}><span class=${note.state === "saved" ? "ds-sr-only" : ""}
      >${stateWords(note.state)}</span></span>
    ${origin(note)}
    ${note.error ? refusedNote(note, does) : nothing}
    ${note.changed_by_both && note.met?.length === 2 && !note.error ? metNote(note, does) : nothing}
  </li>`;
}

function origin(note) {
  const words = [
    note.kind === "insight" ? "" : kindName(note.kind),
    sourceName(note.source),
    note.origin === "phone" ? (note.author ? t("from {name}", { name: note.author }) : t("from a phone")) : "",
    note.origin === "paper" ? t("from paper") : "",
    lateWords(note.late),
  ].filter(Boolean);
  return words.length > 0 ? html`<p class="note__origin" ?data-late=${Boolean(note.late)}>${words.join(" · ")}</p>` : nothing;
}

function stateWords(state) {
  return {
    saved: t("Saved"), saving: t("Saving"), here: t("Only on this device"), refused: t("Not saved"),
  }[state];
}

function refusedNote(note, does) {
  return html`<div class="note__matter">
    <p>${note.error.message} ${t("The text is kept here.")}</p>
    <button type="button" class="plain" @click=${() => does.edit(note)}>${t("Change it and save again")}</button>
    <button type="button" class="plain" @click=${() => does.dismiss(note)}>
      ${note.error.name === "add_note" ? t("Throw it away") : t("Leave it as it was")}
    </button>
  </div>`;
}

function metNote(note, does) {
  return textsThatMet(note.met, {
    take: (text) => does.keepOnly(note, text),
    more: html`<button type="button" class="plain" @click=${() => does.edit(note)}>${t("Put it right by hand")}</button>`,
  });
}

function binnedNote(note, does) {
  return html`<li class="note note--binned" data-note=${note.id}>
    <p><span class="note__gone">${note.text}</span> <span>${t("is in the bin")}</span></p>
    <button type="button" class="plain" id="undo" @click=${() => does.restore(note)}>${t("Undo")}</button>
  </li>`;
}

function editedNote(note, editing, does, { first, last, earlier, urls, locale }) {
  return html`<li class="note note--edited" data-note=${note.id} @keydown=${(event) => does.leaveEdit(event)}>
    <label class="ds-sr-only" for="edit">${t("The note’s text")}</label>
    <textarea id="edit" class="ds-input" rows="1" enterkeyhint="done" .value=${editing.typed}
      aria-describedby=${editing.restored ? "edit-restored" : nothing}
      @input=${(event) => does.typeEdit(event.target)} @keydown=${(event) => does.editKey(event)}
      @beforeinput=${(event) => does.editBreak(event)}></textarea>
    ${editing.restored ? html`<p id="edit-restored" class="note__unsaved">${
      t("You had begun to change this. It is not saved yet.")}</p>` : nothing}
    ${marksRow({ name: "edit", kind: note.kind, source: note.source, choose: (mark) => does.mark(note, mark) })}
    <div class="note__tools">
      <button type="button" class="ds-button" data-size="sm" @click=${() => does.saveEdit()}>${t("Save")}</button>
      <button type="button" class="tool" @click=${() => does.cancelEdit()}>${t("Cancel")}</button>
      <button type="button" class="tool" id="move-up" ?disabled=${first} aria-label=${t("Move up")}
        @click=${() => does.move(note, true)}>↑</button>
      <button type="button" class="tool" id="move-down" ?disabled=${last} aria-label=${t("Move down")}
        @click=${() => does.move(note, false)}>↓</button>
      <button type="button" class="tool" id="delete" @click=${() => does.remove(note)}>${t("Delete")}</button>
    </div>
    ${note.version > 1 ? earlierTexts(earlier, urls.note_texts.replace("ID", note.id), {
      locale, take: (text) => does.takeEarlier(note, text),
    }) : nothing}
  </li>`;
}

/** Notes that can be taken out of the bin again. */
export function bin(notes, does) {
  const binned = notes.filter((note) => note.binned);
  if (binned.length === 0) {
    return nothing;
  }
  return html`<details class="fold"><summary>${t("The bin")} (${binned.length})</summary>
    <ul class="note-list">${binned.map((note) => html`<li><span>${inlineText(note.text)}</span>
      <button type="button" class="plain" @click=${() => does.restore(note)}>${t("Take it out")}</button></li>`)}</ul>
  </details>`;
}
