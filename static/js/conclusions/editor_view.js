import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { earlierTexts, textsThatMet } from "../lib/earlier_texts.js";
import { citeView } from "./cite_view.js";
import { parted } from "./whole.js";

const STATES = { saved: "saved", saving: "saving", here: "here", refused: "here" };

/** The fields of the conclusion in hand: title, text, topic, themes, citing. */
export function editorView({ row, writing, state, unknown, reading, topics, themes, named, finding, act, earlier, history, locale }) {
  return html`<div class="conclusion__editor">
    <label class="ds-label" for="title">${t("The point in one line")}</label>
    <input class="ds-input" id="title" maxlength="200" @input=${act.type} @blur=${act.hurry}>
    <div class="between"><label class="ds-label" for="text">${t("What we came to, and why")}</label>
      <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" aria-pressed=${reading} @click=${act.read}>${t("Read")}</button></div>
    <textarea class="ds-input" id="text" ?hidden=${reading} maxlength="60000" rows="8" aria-describedby="text-hint" @input=${act.type} @blur=${act.hurry}></textarea>
    <div class="preview" id="preview" ?hidden=${!reading}></div>
    <p class="quiet" id="text-hint">${t("Markdown: # heading, - list, **bold**.")}</p>
    <p class="harvest-state"><span class="note-state" data-state=${STATES[state]}>${stateWords(state)}</span></p>
    ${writing.refused ? html`<p class="harvest-notice">${writing.refused}</p>` : nothing}
    ${writing.both ? bothView(row, act) : nothing}
    ${writing.othersWrite && !writing.both ? html`<p class="quiet">${t("Someone else is writing here. Both texts are joined when you pause.")}</p>` : nothing}
    ${unknown.length > 0 ? html`<div class="harvest-notice"><p>${n("A note cited here cannot be found. Remove or replace it before you approve.", "{count} notes cited here cannot be found. Remove or replace them before you approve.", unknown.length)}</p>
      ${unknown.map((id) => html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.uncite(id)}>${t("Remove")} <code>[#${id}]</code></button>`)}</div>` : nothing}
    ${citeView(finding, act)}
    ${topics.length > 0 ? topicChoice(row, topics, act) : nothing}
    ${themesView(themes, named, act)}
    ${(row?.version ?? 0) > 1 ? earlierTexts(earlier, history, { locale, take: act.take }) : nothing}
  </div>`;
}

const stateWords = (state) => ({
  saved: t("Saved"), saving: t("Saving"), here: t("Only on this device so far"), refused: t("Not saved"),
})[state];

function bothView(row, act) {
  const more = html`<button type="button" class="plain" @click=${act.hasRead}>${t("I have read it")}</button>`;
  return row?.met?.length > 0 ? textsThatMet(row.met, { take: act.take, more }) : html`<p class="harvest-notice">${t("Changed by both: someone else wrote here too, and both texts are kept. Read it through.")} ${more}</p>`;
}

const topicChoice = (row, topics, act) => html`<div class="ds-field"><label class="ds-label" for="topic">${t("Topic")}</label>
  <select class="ds-input" id="topic" @change=${(event) => act.toTopic(event.target.value || null)}>
    <option value="" ?selected=${(row?.topic_id ?? null) === null}>${t("Across the topics")}</option>
    ${topics.map((topic) => html`<option value=${topic.id} ?selected=${row?.topic_id === topic.id}>${topic.letter} ${topic.title}</option>`)}
  </select></div>`;

function themesView(themes, named, act) {
  if (themes.length === 0) {
    return html`<p class="quiet">${t("Themes come from the board. A conclusion can rest on them as well as on notes it cites.")}</p>`;
  }
  return html`<fieldset class="conclusion__themes"><legend class="ds-label">${t("Themes it rests on")}</legend>
    ${themes.map((theme) => html`<label class="conclusion__theme"><input type="checkbox" class="ds-input" .checked=${named.has(theme.id)}
      @change=${(event) => act.restOn(theme.id, event.target.checked)}> <span>${theme.title}</span> <span class="quiet">${n("{count} note", "{count} notes", theme.notes.length)}</span></label>`)}
  </fieldset>`;
}

/** Put title and text of what is written into the fields. */
export function placeFields(editors, id, root) {
  const title = root.querySelector("#title");
  if (title) {
    editors.place(id, title, (whole) => parted(whole).title);
    editors.place(id, root.querySelector("#text"), (whole) => parted(whole).text);
  }
}
