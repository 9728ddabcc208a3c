import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { tableFromAbove } from "../lib/mark.js";
import { n, t } from "../lib/words.js";
import { changeSentence } from "./changes.js";
import { saidBefore } from "./instruction.js";

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

/** Under the heading of somebody whose table has changed: which it is instead of which. */
export function changeView(instruction) {
  const sentence = changeSentence(instruction);
  return sentence ? html`<p class="changed">${sentence}</p>` : nothing;
}

/** What is left, small and calm; a screen reader is told at five minutes, two and none, not each second. */
export function countdown(left) {
  if (left.paused) {
    return html`<span class="countdown">${t("Pause")}</span>`;
  }
  return left.text === ""
    ? nothing
    : html`<span class="countdown" role="timer" aria-live="off" ?data-soon=${left.phase !== "calm"}>${left.text}</span>`;
}

/** The way to the desk, for whoever hosts. */
export function deskLink(seat, { urls }) {
  return seat?.hosting
    ? html`<a class="ds-button" href=${urls.desk}>${t("To your table’s notes")}</a>`
    : nothing;
}

/** The way of somebody who hosted: to what their table and those beside it have noted. */
export function harvestWay({ facts, urls }) {
  return facts.lead
    ? html`<p class="lead">${t("Read the notes side by side, mark what matters most and write down what it comes to.")}</p>
        <a class="ds-button" href=${urls.harvest}>${t("To the harvest")}</a>`
    : null;
}

/** What earlier groups said about the topic, in a fold; newcomers read it first. */
export function earlier(instruction, { facts }, { open = false } = {}) {
  const said = saidBefore(facts, instruction);
  if (said.length === 0) {
    return nothing;
  }
  return html`<details class="fold" ?open=${open}>
    <summary>${n("What was said before you: {count} table", "What was said before you: {count} tables", said.length)}</summary>
    <ul class="plain-list stack">
      ${said.map(({ text, round, table }) => html`<li class="slip">
        <p>${text}</p>
        <p class="origin">${t("Table {table}, round {round}", { table, round })}</p>
      </li>`)}
    </ul>
  </details>`;
}

/** Thoughts begun at an earlier table and not sent: time running out never takes a text away. */
export function unfinishedThoughts({ thoughts }) {
  return thoughts.unfinished.map(({ table_round_id: tableRoundId, table, text }) => html`
    <details class="fold">
      <summary>${t("An unfinished thought from table {table}", { table })}</summary>
      <p class="unfinished">${text}</p>
      <div class="cluster">
        <button type="button" class="ds-button" data-size="sm" data-variant="secondary"
          @click=${() => thoughts.send({ tableRoundId, text, kind: "idea", anonymous: true })}>
          ${t("Send without a name")}</button>
        <button type="button" class="ds-button" data-size="sm" data-variant="tertiary"
          @click=${() => thoughts.dropDraft(tableRoundId)}>${t("Throw away")}</button>
      </div>
    </details>`);
}

/** Where a text is, truthfully: a dot and a word. */
export function savedState(state, error) {
  const [mark, words] = {
    saved: ["saved", t("Saved")],
    saving: ["saving", t("Saving")],
    here: ["here", t("Only on this phone")],
    refused: ["here", error?.message ?? t("This could not be saved.")],
  }[state];
  return html`<span class="note-state" data-state=${mark}>${words}</span>`;
}
