import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { n, t } from "../lib/words.js";
import { plainly, sizeOf } from "./slides.js";
import { tablesOf } from "./sheet.js";

/** One slide. `set` is its text as the server has set it; without the line it is shown plainly. */
export function slideView({ slide, set, title, at, count }, { go, close }) {
  const { topic } = slide;
  const color = topic ? `topic--${(topic.position % 8) + 1}` : "";
  const small = topic && slide.kind !== "title" ? html`<p class="topic-name ${color}"><span class="topic-mark">${topic.letter}</span> <span>${topic.title}</span></p>` : nothing;
  return html`${keyed(slide.key, html`<div class="present-slide present-slide--${slide.kind} ${color}" data-size=${slide.text ? sizeOf(slide.text) : "l"} aria-live="polite">
      ${small}${content(slide, { set, title })}</div>`)}
    <div class="present-controls">
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" aria-disabled=${at === 0} @click=${() => at > 0 && go(at - 1)}>${t("Back")}</button>
      <span class="quiet">${at + 1} / ${count}</span>
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" aria-disabled=${at === count - 1} @click=${() => at < count - 1 && go(at + 1)}>${t("Next")}</button>
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${close}>${t("Close")}</button>
    </div>`;
}

function content({ kind, topic, text, notes }, { set, title }) {
  if (kind === "title") {
    return html`${topic ? html`<p class="present-mark"><span class="topic-mark">${topic.letter}</span></p>` : nothing}
      <h2>${topic?.title ?? title}</h2>${topic?.question && topic.question !== topic.title ? html`<p class="voice">${topic.question}</p>` : nothing}`;
  }
  if (kind === "text") {
    // Sanitised by the server's one renderer (cafe/markdown.py).
    return set === null ? html`<div class="present-text present-text--plain">${plainly(text)}</div>` : html`<div class="present-text" .innerHTML=${set}></div>`;
  }
  const tables = tablesOf(notes);
  const origin = n("Table {tables}", "Tables {tables}", tables.length, { tables: tables.join(", ") });
  return html`<blockquote class="present-quote"><p><q>${inlineText(text)}</q></p>
    <footer class="quiet">${origin}${notes.length > 1 ? ` · ${n("{count} note", "{count} notes", notes.length)}` : ""}</footer></blockquote>`;
}
