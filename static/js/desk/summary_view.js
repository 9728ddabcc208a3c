import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { earlierTexts, textsThatMet } from "../lib/earlier_texts.js";
import { SUMMARY_LENGTH } from "./summary.js";

/** The round's summary: written, shown to the people at the table, handed over. */
export function summaryPart({ writer, told, round, asked, connected, place, earlier, urls, locale }, does) {
  const length = [...writer.text].length;
  const over = length - SUMMARY_LENGTH;
  return html`<section class="summary" aria-labelledby="summary-label" ?data-asked=${asked} data-phase=${told.phase}>
    <div class="composer__head">
      <label id="summary-label" for="summary">${t("Summary of round {round}", { round })}</label>
      <button type="button" class="plain summary__back" @click=${() => does.writeSummary(false)}>${t("Notes")}</button>
    </div>
    ${asked && length === 0
      ? html`<p class="summary__cue">${t("What will the next group need to know? Read it aloud to the table.")}</p>`
      : nothing}
    <textarea id="summary" class="ds-input" rows="4" aria-describedby="summary-count"
      @input=${(event) => does.typeSummary(event.target)} @blur=${() => does.leaveSummary()}></textarea>
    <p class="summary__line"><span id="summary-count" class="quiet" ?data-over=${over > 0}>${over > 0
      ? n("{count} character too many. It is kept; shorten it.", "{count} characters too many. It is kept; shorten it.",
        over)
      : `${length} / ${SUMMARY_LENGTH}`}</span>
      <span class="quiet">${standing(writer, told, connected)}</span></p>
    ${told.error ? html`<p class="note__matter">${told.error.message}
      <button type="button" class="plain" @click=${() => does.dismissSummary(told.error.id)}>${t("I have read it")}
      </button></p>` : nothing}
    ${writer.othersWrote ? html`<p class="note__matter">${t("Somebody else has written here too.")}
      <button type="button" class="plain" @click=${() => does.takeNewest()}>${t("Show the newest text")}</button></p>`
      : nothing}
    ${told.met.length === 2 && !writer.unsent ? textsThatMet(told.met, { take: (text) => does.takeSummary(text) }) : nothing}
    ${told.changes.length > 0 ? html`<ul class="summary__changes" aria-label=${t("What people want to change")}>
      ${told.changes.map((comment) => html`<li>${comment}</li>`)}</ul>` : nothing}
    ${length > 0 && over <= 0 ? actions(writer, told, does) : nothing}
    ${told.version > 1 ? earlierTexts(earlier, urls.summary_texts.replace("ID", place.id), {
      locale, take: (text) => does.takeSummary(text),
    }) : nothing}
  </section>`;
}

function actions(writer, told, does) {
  if (told.phase === "approved" && !writer.unsent) {
    return nothing;
  }
  const shown = told.phase === "shown" && !writer.unsent;
  return html`<div class="summary__actions">
    ${shown ? nothing : html`<button type="button" class="ds-button" data-size="sm"
      @click=${() => does.wantSummary("show")}>
      ${t("Show it to the table")}</button>`}
    <button type="button" class="ds-button" data-size="sm" data-variant=${shown ? nothing : "tertiary"}
      @click=${() => does.wantSummary("approve")}>${t("Hand it over")}</button>
  </div>`;
}

function standing(writer, told, connected) {
  if (writer.wanted) {
    const shows = t("It is shown to the table as soon as the network is back");
    const hands = t("It is handed over as soon as the network is back");
    return connected ? t("Saving") : writer.wanted === "show" ? shows : hands;
  }
  if (writer.unsent || told.state === "here" || told.state === "saving") {
    return writer.text === "" && told.text === "" ? "" : connected ? t("Saving") : t("Only on this device");
  }
  if (told.phase === "approved") {
    return t("Handed over: later groups read it");
  }
  if (told.phase === "shown") {
    return nods(told);
  }
  return told.text ? t("Saved") : "";
}

function nods({ yes, change }) {
  const answers = [
    yes ? n("{count} says yes", "{count} say yes", yes) : "",
    change ? n("{count} wants a change", "{count} want a change", change) : "",
  ].filter(Boolean);
  return answers.join(" · ") || t("Shown to the table; nobody has answered yet");
}
