import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { originOf } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";
import { beginningOf } from "./words.js";

/** Before publishing: important notes used or left out, no cited note missing, what is not approved. */
export function checkView(check, view) {
  const { unsettled, leftOut, missing, waiting } = check;
  return html`<section class="before" aria-labelledby="check-title"><h3 id="check-title">${t("Is everything important in it?")}</h3>
    ${unsettled.length === 0 ? html`<p>${t("Every note marked as important is used or left out on purpose.")}</p>` : unsettledView(unsettled, view)}
    ${missing.length > 0 ? html`<p class="harvest-notice">${n("{count} citation leads to a note that is not there:", "{count} citations lead to notes that are not there:", missing.length)}
      ${missing.map(({ text }, index) => html`${index > 0 ? ", " : " "}${nameOf(text, view)}`)}</p>` : nothing}
    ${waiting.length > 0 ? html`<details class="fold"><summary>${n("{count} text is not approved and stays out", "{count} texts are not approved and stay out", waiting.length)}</summary>
      <ul class="plain-list">${waiting.map((text) => html`<li>${nameOf(text, view)}</li>`)}</ul></details>` : nothing}
    ${leftOut.length > 0 ? html`<details class="fold"><summary>${n("{count} important note is left out on purpose", "{count} important notes are left out on purpose", leftOut.length)}</summary>
      <ul class="plain-list">${leftOut.map(({ note, reason }) => html`<li>${noteLine(note, view)} ${reason ? html`<span>${reason}</span>` : nothing}
        <button type="button" class="plain" @click=${() => view.act.leaveOut([note], false)}>${t("Take it in again")}<span class="ds-sr-only"> ${beginningOf(note.text)}</span></button></li>`)}</ul></details>` : nothing}
  </section>`;
}

function unsettledView(unsettled, view) {
  const { act, conclusions, shown } = view;
  const reason = shown.reason ?? t("Not taken up this time");
  return html`<p>${n("{count} important note is neither used nor left out.", "{count} important notes are neither used nor left out.", unsettled.length)}
      ${t("Cite it, put it under a theme that a conclusion rests on, or leave it out and say why.")}</p>
    <div class="ds-field"><label class="ds-label" for="reason">${t("Why a note is left out")}</label>
      <input class="ds-input" id="reason" maxlength="600" .value=${reason} @input=${(event) => act.reason(event.target.value)}></div>
    <ul class="plain-list unsettled">${repeat(unsettled, ({ note }) => note.id, ({ note }) => html`<li>${noteLine(note, view)}
      <div class="cluster">
        ${conclusions.length > 0 ? html`<label class="ds-sr-only" for=${`into-${note.id}`}>${t("Cite it in")}</label>
          <select class="ds-input" data-size="sm" id=${`into-${note.id}`} @change=${(event) => act.citeIn(event.target.value, note)}>
            <option value="" selected>${t("Cite it in …")}</option>${conclusions.map((row) => html`<option value=${row.id}>${row.title || t("No title yet")}</option>`)}</select>` : nothing}
        <button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${() => act.leaveOut([note], true)}>${t("Leave it out")}<span class="ds-sr-only"> ${beginningOf(note.text)}</span></button>
      </div></li>`)}</ul>
    ${unsettled.length > 1 ? html`<button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${() => act.leaveOut(unsettled.map(({ note }) => note), true)}>${n("Leave {count} out", "Leave all {count} out", unsettled.length)}</button>` : nothing}`;
}

const noteLine = (note, { act }) => html`<p><a class="said" href=${`#note-${note.id}`} @click=${(event) => act.openNote(event, note.id)}>${note.text}</a> <span class="quiet">${originOf(note)}</span></p>`;

function nameOf({ kind, id, title }, { urls }) {
  return kind === "conclusion" ? html`<a href=${`#conclusion-${id}`}>${title || t("No title yet")}</a>`
    : html`<a href=${urls.harvest}>${kind === "introduction" ? t("Introduction") : t("Summary of {topic}", { topic: title })}</a>`;
}
