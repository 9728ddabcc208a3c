import { html, nothing } from "../../vendor/lit-html.js";
import { questionIn } from "../lib/questions.js";
import { n, t } from "../lib/words.js";
import { isChosen, tablesToShow } from "./choice.js";
import { countdown, topicClass, topicMark, unfinishedThoughts } from "./parts.js";
import { foot } from "./within_reach.js";

/** The scene of somebody who has no table yet: the tables, and a tap that takes one. */
export function choosing(instruction, view) {
  const { started } = instruction;
  return html`
    <div class="instruction instruction--choose">
      <h1 tabindex="-1">${t("Choose a table")}</h1>
      <p class="quiet">${started ? html`${t("The round has begun.")} ${countdown(view.left)}`
        : view.left.ms ? html`${t("We begin in")} ${countdown(view.left)}`
          : t("You sit down there when we begin.")}</p>
    </div>
    ${tableList(instruction, view)}
    ${unfinishedThoughts(view)}
    ${foot(view)}`;
}

/** For somebody who has a table: the others, folded away. */
export function otherTables(instruction, view) {
  const { facts } = view;
  const can = isChosen(facts.session) && !instruction.seat?.hosting && facts.choice.tables.some(({ round }) => round === instruction.round);
  return can ? html`<details class="fold choose-other"><summary>${t("Choose another table")}</summary>
    ${tableList(instruction, view)}</details>` : nothing;
}

/** Whether the choice has reached the server, said beside the table. */
export function notYetSent({ seat }) {
  return seat?.sent === false
    ? html`<p class="quiet">${t("Not sent yet. Should the table be full by then, we tell you here.")}</p>` : nothing;
}

function tableList(instruction, view) {
  const { facts, actions } = view;
  const own = instruction.seat?.table_round_id;
  const tables = tablesToShow(facts.choice, instruction)
    .filter(({ id, round }) => round === instruction.round && id !== own);
  if (tables.length === 0) {
    return html`<p class="quiet">${t("The tables are shown here in a moment.")}</p>`;
  }
  return html`<ul class="choose">${tables.map((table) => tableItem(table, { facts, actions }))}</ul>`;
}

function tableItem(table, { facts, actions }) {
  const topic = facts.topics[table.topic_id] ?? null;
  const waits = facts.choice.wait?.id === table.id;
  const canTake = table.free > 0 || offered(table, facts);
  const question = questionIn(facts.session, { place: table, topic });
  const take = (event) => {
    event.currentTarget.closest("details")?.removeAttribute("open");
    actions.choose(table);
  };
  const words = html`<span class="choose__number number">${table.table}</span>
    <span class="choose__about">
      <span class="ds-sr-only">${t("Table {table}", { table: table.table })}</span>
      ${topicMark(topic, { named: true })}
      ${question && question !== topic?.title ? html`<span class="choose__question">${question}</span>` : nothing}
      ${knows(table, facts) ? html`<span class="quiet">${t("You have talked about this.")}</span>` : nothing}
      <span class="choose__last"><span class="choose__free">${chairs(table, { waits })}</span>
        ${canTake ? html`<span class="choose__do">${t("Choose")}</span>` : nothing}</span>
    </span>`;
  return html`<li class=${topicClass(topic)} ?data-full=${!canTake}>
    ${canTake ? html`<button type="button" class="choose__table" @click=${take}>${words}</button>`
      : html`<div class="choose__table">${words}</div>${waiting(table, { waits, actions })}`}
  </li>`;
}

const offered = (table, { choice }) => choice.wait?.id === table.id && choice.wait.offered;

/** Whether somebody has sat at this topic (at this table, where tables have no topics) in an earlier round. */
function knows({ round, topic_id: topic, table }, { seats }) {
  return Object.values(seats).some((seat) =>
    seat.round < round && (topic ? seat.topic_id === topic : seat.table === table));
}

function chairs({ free, waiting: others }, { waits }) {
  if (free > 0) {
    return n("{count} chair free", "{count} chairs free", free);
  }
  const besides = waits ? Math.max(1, others) : others;
  return besides > 0 ? n("Full – {count} waits", "Full – {count} wait", besides) : t("Full");
}

function waiting(table, { waits, actions }) {
  return waits
    ? html`<div class="choose__wait"><p>${t("We tell you as soon as a chair is free. You can choose another table meanwhile.")}</p>
        <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${actions.stopWaiting}>${t("Wait no longer")}</button></div>`
    : html`<button type="button" class="ds-button choose__ask" data-size="sm" data-variant="secondary"
        @click=${() => actions.waitFor(table)}>${t("Wait for a chair")}<span class="ds-sr-only"> ${t("at table {number}", { number: table.table })}</span></button>`;
}

/** Above any scene: a chair that has become free, or what the server said to the last wish. */
export function choiceNews({ kind }, { facts, actions }) {
  const { wait, refused } = facts.choice;
  if (!isChosen(facts.session) || ["loading", "signed_out", "voting", "harvest", "closed"].includes(kind)) {
    return nothing;
  }
  return html`
    ${wait?.offered ? html`<div class="notice-card" role="status">
      <p><strong>${offerSentence(facts)}</strong> ${t("It is kept for you for a minute.")}</p>
      <div class="cluster"><button type="button" class="ds-button" @click=${() => actions.choose(wait)}>${t("Sit down there")}</button>
        <button type="button" class="ds-button" data-variant="tertiary" @click=${actions.stopWaiting}>${t("No, thanks")}</button></div>
    </div>` : nothing}
    ${wait && !wait.offered && kind !== "choosing" ? html`<p class="quiet choose__waits">${t("You wait for a chair at table {table}.", { table: wait.table })}
      <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${actions.stopWaiting}>${t("Wait no longer")}</button></p>` : nothing}
    ${refused ? html`<p class="notice-card" role="status">${refused}</p>` : nothing}`;
}

/** That a chair is free, as a sentence; "" while none is. */
export function offerSentence({ choice }) {
  return choice.wait?.offered ? t("A chair is free at table {table}.", { table: choice.wait.table }) : "";
}
