import { html } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { kindName, sourceName } from "./kinds.js";
import { marksRow } from "./marks_view.js";

/** The field for the next note, where the thumb is. Its text is the browser's own: nothing is ever drawn into it. */
export function composer({ kind, source, round, transcribed, summaryAsked, writingSummary }, does) {
  const says = [kindName(kind), sourceName(source), transcribed ? t("from paper") : ""].filter(Boolean).join(" · ");
  return html`<section class="composer" aria-label=${t("Write a note")} ?data-away=${writingSummary}>
    <div class="composer__head">
      <label for="new-note"><span>${t("Note in round {round}", { round })}</span>
        <span class="composer__says">${says}</span></label>
      <button type="button" class="plain composer__summary" ?data-asked=${summaryAsked}
        @click=${() => does.writeSummary(true)}>${t("Summary")}</button>
    </div>
    <div class="write">
      <textarea id="new-note" class="ds-input" rows="1" enterkeyhint="next" autocomplete="off"
        aria-describedby="new-note-hint" @input=${(event) => does.type(event.target)}
        @keydown=${(event) => does.key(event)} @beforeinput=${(event) => does.lineBreak(event)}></textarea>
      <button type="button" class="ds-button composer__add" @click=${() => does.add()}>${t("Note it")}</button>
    </div>
    <p id="new-note-hint" class="ds-sr-only">${
      t("Enter saves the note and begins the next one. Shift and Enter make a new line. No names or cases in notes.")
    }</p>
    ${marksRow({ name: "new", kind, source, choose: (mark) => does.chooseMark(mark) })}
  </section>`;
}
