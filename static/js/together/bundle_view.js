import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { n, t } from "../lib/words.js";
import { importantButton, marksOf } from "./cell_view.js";
import { shownStop } from "./stops.js";

const start = ({ text }) => html`<span class="ds-sr-only"> ${text.slice(0, 60)}</span>`;

/** Notes that are read as one, each with its text; the notes stay below it. */
export function bundlesView(model, act) {
  const { sheet, hands } = model;
  const { bundles, apart } = sheet;
  if (bundles.length + apart.length === 0) {
    return nothing;
  }
  return html`<section class="together-bundles" aria-labelledby="bundles-title" ?data-shown=${shownStop(sheet, hands) === "bundles"}>
    <h3 id="bundles-title">${t("Merged")}</h3>
    <ul class="slips">${repeat(bundles, (bundle) => bundle.id, (bundle) => bundleView(bundle, model, act))}</ul>
    ${hands.apart && !bundles.some(({ id }) => id === hands.apart.id) ? html`<p>${t("Taken apart. Its notes stand for themselves again.")}
      <button type="button" class="plain" id="together-again" @click=${() => act.together(hands.apart)}>${t("Undo")}</button></p>` : nothing}
    ${apart.length > 0 ? html`<details class="fold"><summary>${n("{count} text without notes", "{count} texts without notes", apart.length)}</summary>
      <ul class="slips">${apart.map((bundle) => html`<li class="slip"><p class="said">${inlineText(bundle.text)}</p>${addButton(bundle, hands, act)}</li>`)}</ul></details>` : nothing}
  </section>`;
}

function bundleView(bundle, model, act) {
  const { hands } = model;
  const writes = hands.writing === bundle.id;
  const { writing, state } = model.writing(bundle.id);
  const text = writing.text || bundle.text;
  return html`<li class="slip slip--bundle" id=${`bundle-${bundle.id}`} ?data-important=${bundle.important}>
    ${writes ? field(writing, state, act) : html`<p class="said">${inlineText(text)}</p>`}
    ${writing.both ? html`<p class="harvest-notice">${t("Changed by both: someone else wrote here too, and both texts are kept. Read it through.")}
      <button type="button" class="plain" @click=${() => act.hasReadBundle(bundle)}>${t("I have read it")}</button></p>` : nothing}
    <div class="slip-acts">
      ${importantButton(bundle.notes, bundle.important, start({ text }), act)}
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.cite(bundle.notes)}>${t("Cite")}${start({ text })}</button>
      ${writes ? nothing : html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" id=${`write-${bundle.id}`} @click=${() => act.write(bundle)}>${t("Change the text")}${start({ text })}</button>`}
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.takeApart(bundle)}>${t("Take apart")}${start({ text })}</button>
      ${addButton(bundle, hands, act)}
    </div>
    <ul class="slip-notes">${repeat(bundle.notes, (note) => note.id, (note) => html`<li><p class="said">${inlineText(note.text)}</p>
      <p class="origin"><span>${[t("Table {table}, round {round}", note), marksOf(note)].join(" · ")}</span>
        <button type="button" class="plain" @click=${() => act.takeOut(note)}>${t("Let it stand for itself")}${start(note)}</button></p></li>`)}</ul>
  </li>`;
}

/** The text of a bundle, in the hands of one or several; it is saved while one writes. */
function field(writing, state, act) {
  return html`<div class="slip-write"><label class="ds-label" for="bundle-text">${t("One text for all of them")}</label>
    <textarea class="ds-input" id="bundle-text" maxlength="4000" rows="3" @input=${(event) => act.typeBundle(event.target.value)} @blur=${act.hurryBundle}></textarea>
    ${writing.refused ? html`<p class="harvest-notice">${writing.refused}</p>` : nothing}
    <p class="between"><span class="note-state" data-state=${state === "refused" ? "here" : state}>${stateWords(state)}</span>
      <button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${act.written}>${t("Done")}</button></p></div>`;
}

const stateWords = (state) => ({
  saved: t("Saved"), saving: t("Saving"), here: t("Only on this device so far"), refused: t("Not saved"),
})[state];

function addButton(bundle, { chosen }, act) {
  return chosen.size === 0 ? nothing : html`<button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${() => act.addChosen(bundle)}>${n("Add the chosen note", "Add the {count} chosen notes", chosen.size)}</button>`;
}
