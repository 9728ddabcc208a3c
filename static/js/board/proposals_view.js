import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { slipText } from "./column_view.js";

const FIRST = 8;
const KINDS = ["theme", "duplicates", "different"];

const headings = {
  theme: () => [t("Proposed themes"), t("Groups of notes that use the same words. Change the name, leave notes out, and make a theme of it, or dismiss it.")],
  duplicates: () => [t("Said nearly the same"), t("They can be read as one. Each note is kept as it was written.")],
  different: () => [t("Notes that say something else"), t("They resemble no others. One voice alone may be the important one.")],
};

/** Asking for proposals, and what has come of it. Nothing here changes the board by itself. */
export function proposalsView({ run, suggestions, topics, asked, board, drafts, act }) {
  const isWorking = run?.state === "working";
  return html`<p class="text">${t("The server looks for notes that use the same words. It only ever proposes: what becomes a theme, you decide.")}</p>
    <form class="cluster board-ask" @submit=${act.ask}>
      ${topics.length > 1 ? html`<div class="ds-field"><label class="ds-label" for="ask-topic">${t("Topic")}</label><select class="ds-input" id="ask-topic" name="topic">
        <option value="">${t("All")}</option>${topics.map((topic) => html`<option value=${topic.id}>${topic.letter} ${topic.title}</option>`)}</select></div>` : nothing}
      <label class="harvest-uncited"><input type="checkbox" class="ds-input" name="unplaced" checked> ${t("Only notes that are not placed yet")}</label>
      <button type="submit" class="ds-button" data-size="sm" aria-disabled=${isWorking}>${t("Look for proposals")}</button></form>
    ${runView(run, act)}
    <p class="harvest-said" role="status">${asked}</p>
    ${KINDS.map((kind) => kindView(kind, suggestions.filter((one) => one.kind === kind), { board, drafts, act }))}
    ${run?.state === "ready" && suggestions.length === 0 ? html`<p class="quiet">${t("No proposal waits for an answer.")}</p>` : nothing}`;
}

function runView(run, act) {
  switch (run?.state) {
    case "working":
      return html`<p class="cluster"><label for="ask-progress">${n("Looking at {count} note", "Looking at {count} notes", run.notes)}</label> <progress id="ask-progress" max="100" .value=${run.progress}></progress>
        <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${() => act.cancel(run)}>${t("Stop")}</button></p>`;
    case "failed":
      return html`<p class="quiet">${t("It did not work out this time. Nothing was changed; you can try again.")}</p>`;
    case "cancelled":
      return html`<p class="quiet">${t("Stopped.")}</p>`;
    default:
      return nothing;
  }
}

function kindView(kind, suggestions, { board, drafts, act }) {
  if (suggestions.length === 0) {
    return nothing;
  }
  const [heading, words] = headings[kind]();
  return html`<section class="board-proposals" aria-labelledby=${`proposals-${kind}`}><h2 id=${`proposals-${kind}`}>${heading} <span class="quiet">${suggestions.length}</span></h2>
    <p class="quiet">${words}</p>
    ${suggestions.map((one) => proposal(one, { board, draft: drafts.of(one), act }))}</section>`;
}

function proposal(one, { board, draft, act }) {
  const notes = one.note_ids.map((id) => board.note(id)).filter(Boolean);
  const shown = draft.open ? notes : notes.slice(0, FIRST);
  const left = notes.filter((note) => !draft.without.has(note.id));
  return html`<article class="board-proposal" aria-labelledby=${`proposal-${one.id}`}>
    ${one.kind === "theme" ? html`<label class="ds-sr-only" id=${`proposal-${one.id}`} for=${`title-${one.id}`}>${t("Name of the proposed theme")}</label>
      <input class="ds-input" id=${`title-${one.id}`} maxlength="200" .value=${draft.title} @input=${(event) => act.title(one, event.target.value)}>`
      : html`<h3 id=${`proposal-${one.id}`} class="ds-sr-only">${n("{count} note", "{count} notes", notes.length)}</h3>`}
    ${one.words.length > 0 ? html`<p class="quiet">${t("Words that made the group: {words}", { words: one.words.join(", ") })}</p>` : nothing}
    <ul class="slips">${shown.map((note) => html`<li class="slip"><label class="board-tick"><input type="checkbox" class="ds-input" .checked=${!draft.without.has(note.id)} @change=${() => act.tick(one, note.id)}>
      <span>${slipText({ notes: [note], text: note.text, bundle: null }, board, "")}</span></label></li>`)}</ul>
    ${notes.length > shown.length ? html`<button type="button" class="plain" @click=${() => act.unfold(one)}>${n("Show {count} more", "Show {count} more", notes.length - shown.length)}</button>` : nothing}
    <div class="cluster">
      ${one.kind === "theme" ? html`<button type="button" class="ds-button" data-size="sm" aria-disabled=${left.length === 0 || draft.title.trim() === ""} @click=${() => act.accept(one, left)}>
        ${n("Make a theme of {count} note", "Make a theme of {count} notes", left.length)}</button>` : nothing}
      ${one.kind === "duplicates" && act.canBundle(left) ? html`<button type="button" class="ds-button" data-size="sm" @click=${() => act.bundle(one, left)}>${t("Read them as one")}</button>` : nothing}
      ${one.kind === "theme" ? nothing : html`<button type="button" class="ds-button" data-size="sm" data-variant="secondary" aria-disabled=${left.length === 0} @click=${() => act.under(one, left)}>${t("Put under a theme …")}</button>`}
      <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${() => act.dismiss(one)}>${t("Dismiss")}<span class="ds-sr-only"> ${draft.title}</span></button></div>
  </article>`;
}
