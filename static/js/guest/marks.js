import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { tableFromAbove } from "../lib/mark.js";
import { t } from "../lib/words.js";

/** The class that gives a topic its colour: eight of them, then they begin again and the letter tells them apart. */
export const topicClass = (topic) => (topic ? `topic--${(topic.position % 8) + 1}` : "");

/** A topic's letter in its colour; with `named` its title too. */
export function topicMark(topic, { named = false } = {}) {
  if (!topic) {
    return nothing;
  }
  return named
    ? html`<span class="topic-name ${topicClass(topic)}"><span class="topic-mark">${topic.letter}</span>
        <span>${topic.title}</span></span>`
    : html`<span class="topic-mark ${topicClass(topic)}"><span class="ds-sr-only">${t("Topic")} </span>${topic.letter}</span>`;
}

/** The hero: a table's number in the table seen from above. It turns over when it is another one. */
export function tableNumber(number, topic, id) {
  const width = number > 99 ? "table-number--wider" : number > 9 ? "table-number--wide" : "";
  return html`<div class="table-number ${width} ${topicClass(topic)}">
    ${tableFromAbove({ seats: 6, host: true, taken: 1, size: "xl" })}
    ${keyed(id, html`<span class="number number--turning" aria-hidden="true">${number}</span>`)}
  </div>`;
}
