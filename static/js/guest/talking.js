import { html, keyed, nothing, ref } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { countdown, deskLink, earlier, savedState, topicMark, unfinishedThoughts } from "./parts.js";
import { foot } from "./within_reach.js";

/** A round under way: the question is the one thing; a thought can be sent from where the thumb is. */
export function talking(instruction, view) {
  const { seat, topic, question, expected, nod } = instruction;
  return html`
    <header class="talk-head between">
      <p class="talk-head__place"><strong>${t("Table {table}", { table: seat.table })}</strong> ${topicMark(topic, { named: true })}</p>
      ${countdown(view.left)}
    </header>
    ${nod ? nodding(nod, view) : nothing}
    <h1 class="voice" tabindex="-1">${question || topic?.title || t("Talk together at the table.")}</h1>
    ${timeSpent(instruction)}
    ${expected ? html`<p class="quiet">${t("By the plan the round has begun.")}</p>` : nothing}
    ${earlier(instruction, view)}
    ${ownThoughts(view)}
    ${unfinishedThoughts(view)}
    ${foot(view, seat.hosting ? deskLink(seat, view) : keyed(seat.table_round_id, thoughtForm(seat, view)))}`;
}

const timeSpent = ({ phase }) =>
  phase === "grace" || phase === "over"
    ? html`<p class="quiet">${t("The time is up. Finish your sentence; what you write is kept.")}</p>`
    : nothing;

function thoughtForm(seat, { thoughts }) {
  const send = (event) => {
    event.preventDefault();
    const { text, kind, named } = event.target.elements;
    if (text.value.trim() !== "") {
      thoughts.send({
        tableRoundId: seat.table_round_id, text: text.value, kind: kind.value, anonymous: !named.checked,
      });
      text.value = "";
      text.focus();
    }
  };
  return html`<form class="thought" @submit=${send}>
    <label class="ds-sr-only" for="thought">${t("A thought for the table’s notes")}</label>
    <div class="write">
      <textarea id="thought" class="ds-input" name="text" rows="1" maxlength="4000" enterkeyhint="enter"
        aria-describedby="thought-hint" placeholder=${t("Write a thought")}
        ${ref(thoughts.attach(seat.table_round_id))}></textarea>
      <button class="ds-button">${t("Send")}</button>
    </div>
    <div class="thought__marks">
      <label class="ds-sr-only" for="thought-kind">${t("Kind of thought")}</label>
      <select id="thought-kind" class="ds-input" name="kind" data-width="auto">
        <option value="idea">${t("Idea")}</option>
        <option value="insight">${t("Insight")}</option>
        <option value="question">${t("Question")}</option>
        <option value="action">${t("Action")}</option>
        <option value="quote">${t("Quote")}</option>
      </select>
      <label class="thought__named"><input type="checkbox" class="ds-input" name="named"> ${t("With my name")}</label>
    </div>
    <p class="quiet thought__hint" id="thought-hint">${t("No names of others, no cases.")}</p>
  </form>`;
}

/** The thoughts sent from this phone, with where each of them is. */
function ownThoughts({ thoughts, facts }) {
  const sent = thoughts.sent(facts);
  if (sent.length === 0) {
    return nothing;
  }
  const waiting = sent.filter(({ state }) => state !== "saved");
  return html`<details class="fold">
    <summary><span>${n("You have written {count} thought", "Your thoughts: {count}", sent.length)}
      ${waiting.length > 0 ? savedState(waiting[0].state, waiting[0].error) : savedState("saved")}</span></summary>
    <ul class="note-list">
      ${sent.map(({ operation, text, state, error }) => html`<li>
        <span>${text}</span>
        <span>${savedState(state, error)}
          ${state === "refused"
            ? html`<button type="button" class="ds-button" data-size="sm" data-variant="tertiary"
                @click=${() => thoughts.discard(operation)}>${t("Throw away")}</button>`
            : nothing}</span>
      </li>`)}
    </ul>
  </details>`;
}

/** "Is this what we said?": the table's summary, yes or change this. */
function nodding({ summary, answer }, { actions, changing }) {
  const said = { yes: t("You said: yes."), change: t("You asked for a change.") }[answer];
  return html`<section class="nod" aria-labelledby="nod-title">
    <h2 id="nod-title">${t("Is this what we said?")}</h2>
    <p class="voice nod__text">${summary.text}</p>
    ${said && !changing
      ? html`<p class="cluster"><span role="status">${said}</span>
          <button type="button" class="ds-button" data-size="sm" data-variant="tertiary"
            @click=${actions.change}>${t("Answer again")}</button></p>`
      : changing
        ? changeForm(summary, actions)
        : html`<div class="cluster nod__answers">
            <button type="button" class="ds-button" @click=${() => actions.nod(summary, "yes")}>${t("Yes")}</button>
            <button type="button" class="ds-button" data-variant="secondary" @click=${actions.change}>${t("Change this")}</button>
          </div>`}
  </section>`;
}

function changeForm(summary, actions) {
  const send = (event) => {
    event.preventDefault();
    actions.nod(summary, "change", event.target.elements.comment.value);
  };
  return html`<form class="form" @submit=${send}>
    <div class="ds-field">
      <label class="ds-label" for="nod-comment">${t("What should be changed?")}</label>
      <textarea id="nod-comment" class="ds-input" name="comment" rows="2" maxlength="300"></textarea>
    </div>
    <div class="cluster">
      <button class="ds-button">${t("Send")}</button>
      <button type="button" class="ds-button" data-variant="tertiary" @click=${() => actions.nod(summary, "yes")}>${t("It is right after all")}</button>
    </div>
  </form>`;
}
