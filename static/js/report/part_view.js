import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

const STATES = { saved: "saved", saving: "saving", here: "here", refused: "here" };

const stateWords = (state) => ({
  saved: t("Saved"), saving: t("Saving"), here: t("Only on this device so far"), refused: t("Not saved"),
})[state];

/** One part of a report: what it asks, what is known already, and the team's own words. */
export function partView({ part, writing, state, offers, folded, act }, more = nothing) {
  const id = `part-${part.field}`;
  return html`<section class="report-part" aria-labelledby=${`${id}-title`}>
    <h2 id=${`${id}-title`} tabindex="-1">${part.title}</h2>
    <label class="report-asks" for=${id}>${part.asks}</label>
    ${offersView(part, offers, folded, act)}
    <textarea class="ds-input" id=${id} data-field=${part.field} rows="3" maxlength="60000"
      @input=${(event) => act.type(part.field, event.target.value)} @blur=${() => act.hurry(part.field)}></textarea>
    ${writing.text === "" && state === "saved" ? nothing : html`<p class="note-state" data-state=${STATES[state]}>${stateWords(state)}</p>`}
    ${writing.refused ? html`<p class="report-notice">${writing.refused}</p>` : nothing}
    ${writing.both ? html`<p class="report-notice">${t("Changed by both: someone else wrote here too, and both texts are kept. Read it through.")}
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => writing.read()}>${t("I have read it")}</button></p>` : nothing}
    ${writing.othersWrite && !writing.both ? html`<p class="quiet">${t("Someone else is writing here. Both texts are joined when you pause.")}</p>` : nothing}
    ${more}
  </section>`;
}

/** What the plan knows for a part; behind a fold where the part was written before, so that one reads on. */
function offersView(part, offers, folded, act) {
  if (offers.length === 0) {
    return nothing;
  }
  const says = n("The plan knows {count} thing", "The plan knows {count} things", offers.length);
  const all = offers.length === 1 ? nothing : html`<button type="button" class="plain" @click=${() => act.take(part.field, offers)}>${t("Take all")}<span class="ds-sr-only">: ${part.title}</span></button>`;
  const list = html`<ul class="plain-list">${offers.map((offer) => html`<li><span>${offer}</span>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${() => act.take(part.field, [offer])}>${t("Take")}<span class="ds-sr-only">: ${offer}</span></button></li>`)}</ul>`;
  return folded
    ? html`<details class="report-known"><summary class="quiet">${says}<span class="ds-sr-only">: ${part.title}</span></summary>${list}<p>${all}</p></details>`
    : html`<div class="report-known"><p class="quiet">${says} ${all}</p>${list}</div>`;
}
