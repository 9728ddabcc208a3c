import { html, nothing } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { earlierTexts, textsThatMet } from "../lib/earlier_texts.js";
import { t } from "../lib/words.js";
import { keyOf } from "./texts.js";
import { stateWord, textWords } from "./words.js";

/**
 * One text, read and written in the same place. `about` is `{id, kind, named}`: what it belongs to, which kind of thing
 * that is, and its title for readers of the button alone. `more` stands under the field while it is written.
 */
export function textView(about, field, place, view, { headed = true, more = nothing } = {}) {
  const key = keyOf(about.id, field);
  const words = textWords(`${about.kind}/${field}`);
  const writing = view.editors.at(key);
  const at = `${place}/${key}`;
  const begin = () => view.act.write(place, about.id, about.kind, field);
  if (view.shown.text === at) {
    return html`<div class="plan-text plan-text--open">${fieldView({ key, words, headed, view, more })}</div>`;
  }
  const text = writing.text.trim();
  const state = view.editors.state(key);
  return html`<div class="plan-text">${headed ? html`<h4>${words.name}</h4>` : nothing}
    ${text === "" ? html`<button type="button" class="plan-text__ask" data-text=${at} @click=${begin}>${words.asks}<span class="ds-sr-only"> ${t("Write")}: ${words.name} ${about.named}</span></button>`
      : html`${text.split(/\n{2,}/).map((part) => html`<p class="said">${inlineText(part)}</p>`)}
        <p class="plan-text__ways"><button type="button" class="plain" data-text=${at} @click=${begin}>${t("Change")}<span class="ds-sr-only"> ${words.name} ${about.named}</span></button>
        ${state === "saved" ? nothing : stateView(state)}</p>`}
    ${writing.both ? bothView(key, view) : nothing}</div>`;
}

const stateView = (state) => html`<span class="note-state" data-state=${state === "refused" ? "here" : state}>${stateWord(state)}</span>`;

function fieldView({ key, words, headed, view, more }) {
  const { editors, act, texts, earlier, urls, locale } = view;
  const writing = editors.at(key);
  const row = texts.get(key);
  const [about_id, field] = [key.slice(0, key.lastIndexOf("/")), key.slice(key.lastIndexOf("/") + 1)];
  return html`<label class=${headed ? "ds-label" : "ds-sr-only"} for="text">${words.name}</label>
    <p class="quiet" id="text-asks">${words.asks}</p>
    <textarea class="ds-input" id="text" maxlength="60000" rows="3" aria-describedby="text-asks" @input=${(event) => act.typeText(key, event.target.value)}
      @blur=${() => act.hurryText(key)} @keydown=${(event) => act.leaveText(event)}></textarea>
    <p class="plan-text__ways"><button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${act.doneWriting}>${t("Done writing")}</button>
      ${writing.text === "" && editors.state(key) === "saved" ? nothing : stateView(editors.state(key))}</p>
    ${writing.refused ? html`<p class="notice">${writing.refused}</p>` : nothing}
    ${writing.both ? bothView(key, view) : nothing}
    ${writing.othersWrite && !writing.both ? html`<p class="quiet">${t("Someone else is writing here. Both texts are joined when you pause.")}</p>` : nothing}
    ${more}
    ${(row?.version ?? 0) > 1 ? earlierTexts(earlier, urls.earlier.replace("ABOUT", about_id).replace("FIELD", field), { locale, take: (text) => act.takeText(key, text) }) : nothing}`;
}

function bothView(key, { texts, act }) {
  const more = html`<button type="button" class="plain" @click=${() => act.hasRead(key)}>${t("I have read it")}</button>`;
  const met = texts.get(key)?.met ?? [];
  return met.length > 0 ? textsThatMet(met, { take: (text) => act.takeText(key, text), more })
    : html`<p class="notice">${t("Changed by both: someone else wrote here too, and both texts are kept. Read it through.")} ${more}</p>`;
}
