import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { conclusionView } from "./conclusion_view.js";
import { stepsView } from "./steps_view.js";
import { beginningOf } from "./words.js";

/** The conclusions by topic, then those across topics, each group with a way to begin one. */
export function conclusionsView(view) {
  const { topics, conclusions, removed, act } = view;
  const groups = [...topics.map((topic) => ({ topic, id: topic.id })), { topic: null, id: null }];
  return html`${conclusions.length === 0 ? html`<p class="lead">${t("Nothing is concluded yet. Begin with what most tables said; cite the notes it rests on.")}</p>` : nothing}
    ${groups.map(({ topic, id }) => {
      const list = conclusions.filter((row) => (row.topic_id ?? null) === id);
      return html`<section class="conclusions__group" aria-labelledby=${`group-${id ?? "across"}`}>
        <h2 id=${`group-${id ?? "across"}`}>${topic ? topicName(topic) : topics.length > 0 ? t("Across the topics") : t("Conclusions")}</h2>
        ${repeat(list, (row) => row.id, (row) => conclusionView(row, { ...view, list }))}
        <p><button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.begin({ topic_id: id })}>${t("New conclusion")}<span class="ds-sr-only"> ${topic?.title ?? ""}</span></button></p>
      </section>`;
    })}
    ${stepsView(view.steps.filter((step) => step.conclusion_id === null), view, null)}
    ${fromThemes(view)}
    ${removed.length > 0 ? html`<details class="fold"><summary>${n("{count} conclusion taken out", "{count} conclusions taken out", removed.length)}</summary>
      <ul class="plain-list">${removed.map((row) => html`<li>${row.title || beginningOf(row.text)}
        <button type="button" class="plain" @click=${() => act.restore(row)}>${t("Put it back")}<span class="ds-sr-only"> ${row.title}</span></button></li>`)}</ul></details>` : nothing}`;
}

const topicName = (topic) => html`<span class="topic-name topic--${(topic.position % 8) + 1}"><span class="topic-mark">${topic.letter}</span> <span>${topic.title}</span></span>`;

/** Themes that no conclusion rests on yet: each can begin one. */
function fromThemes({ grounds, conclusions, act }) {
  const named = new Set(conclusions.flatMap((row) => grounds.named(row.id)));
  const waiting = grounds.themes.filter((theme) => !named.has(theme.id) && grounds.under(theme.id).length > 0);
  return waiting.length === 0 ? nothing : html`<details class="fold"><summary>${n("{count} theme leads to no conclusion yet", "{count} themes lead to no conclusion yet", waiting.length)}</summary>
    <ul class="plain-list conclusions__themes">${waiting.map((theme) => html`<li><span>${theme.title} <span class="quiet">${n("{count} note", "{count} notes", grounds.under(theme.id).length)}</span></span>
      <button type="button" class="plain" @click=${() => act.begin({ theme })}>${t("Begin a conclusion from it")}<span class="ds-sr-only"> ${theme.title}</span></button></li>`)}</ul></details>`;
}
