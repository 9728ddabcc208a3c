import { html, nothing } from "../../vendor/lit-html.js";
import { leadSentence } from "../lib/harvest_lead.js";
import { dayTime } from "../lib/standing.js";
import { clockTime, n, t } from "../lib/words.js";
import { choosing, notYetSent, otherTables } from "./choosing.js";
import { changeView, countdown, deskLink, earlier, harvestWay, tableNumber, topicMark, unfinishedThoughts } from "./parts.js";
import { planOf } from "./plan.js";
import { talking } from "./talking.js";
import { results, voting } from "./voting.js";
import { foot } from "./within_reach.js";

/** What the page says now, in one sentence: the heading, the title of the window, and what is read aloud. */
export function sentenceOf(instruction) {
  const { kind, seat, next } = instruction;
  switch (kind) {
    case "waiting":
      return seat ? t("We begin soon. You start at table {table}.", { table: seat.table }) : t("We begin soon.");
    case "choosing":
      return t("Choose a table");
    case "go":
      return goSentence(instruction);
    case "here":
      return t("You are at table {table}. We begin soon.", { table: seat.table });
    case "sitting_out":
      return t("You are sitting this round out.");
    case "no_seat":
      return t("Take a free chair, or ask an organiser.");
    case "talking":
      return t("Table {table}", { table: seat.table });
    case "over":
      return next
        ? t("The round should be over. Look at the wall; your next table is {table}.", { table: next.seat.table })
        : t("The round should be over. Look at the wall for what comes next.");
    case "standing":
      return t("The café has been standing still since {time}.", { time: dayTime(instruction.since, instruction.now) });
    case "voting":
      return t("A vote is open: {question}", instruction.ballot);
    case "harvest":
      return instruction.lead ? leadSentence(instruction.lead) : t("Thank you. What was said is being gathered.");
    case "closed":
      return t("Thank you for taking part.");
    case "signed_out":
      return t("This phone has no place in the café now.");
    default:
      return t("One moment");
  }
}

function goSentence({ seat, stays, home, carries }) {
  if (home) {
    return t("Back to your home table: table {table}", { table: seat.table });
  }
  if (seat.hosting && !carries) {
    return t("You host table {table}", { table: seat.table });
  }
  return stays ? t("Stay at table {table}", { table: seat.table }) : t("Go to table {table}", { table: seat.table });
}

/** The scene for an instruction. `view` holds what the scenes share: facts, actions, thoughts, time left. */
export function sceneOf(instruction, view) {
  const scene = SCENES[instruction.kind] ?? loading;
  return scene(instruction, view);
}

/** A word of caution over what this phone has known for too long. */
export function stood({ kind }, { facts }) {
  const says = facts.old && !["loading", "over", "signed_out"].includes(kind);
  return says
    ? html`<p class="quiet stood">${t("This is how it stood at {time}. Look at the wall.", { time: clockTime(facts.heard) })}</p>`
    : nothing;
}

const SCENES = {
  waiting, choosing, go, here, talking, over, standing, voting,
  sitting_out: sittingOut,
  no_seat: noSeat,
  harvest: ended,
  closed: ended,
  signed_out: signedOut,
};

function loading(instruction) {
  return html`<div class="instruction"><h1 tabindex="-1">${sentenceOf(instruction)}</h1></div>`;
}

function waiting(instruction, view) {
  const { seat, topic, out } = instruction;
  return html`
    <div class="instruction">
      ${seat ? tableNumber(seat.table, topic, seat.table_round_id) : nothing}
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      ${changeView(instruction)}
      ${seat ? topicMark(topic, { named: true }) : nothing}
      ${seat || out ? nothing : html`<p class="quiet">${t("Your table is shown here before we begin.")}</p>`}
      ${out ? html`<p class="quiet">${t("You are sitting the first round out.")}</p>` : nothing}
      ${notYetSent(instruction)}
      ${deskLink(seat, view)}
    </div>
    ${seat ? otherTables(instruction, view) : nothing}
    <section class="day" aria-label=${t("Plan for the day")}>${planOf(view.facts)}</section>
    ${foot(view)}`;
}

function go(instruction, view) {
  const { seat, topic, question, started, stays } = instruction;
  return html`
    <div class="instruction">
      ${tableNumber(seat.table, topic, seat.table_round_id)}
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      ${changeView(instruction)}
      ${topicMark(topic, { named: true })}
      ${hostSentence(instruction)}
      ${notYetSent(instruction)}
      <p class="quiet">${started ? html`${t("The round has begun.")} ${countdown(view.left)}` : untilStart(view.left)}</p>
    </div>
    ${topic?.title || !question ? nothing : html`<p class="voice">${question}</p>`}
    ${otherTables(instruction, view)}
    ${unfinishedThoughts(view)}
    ${foot(view, html`
      ${deskLink(seat, view)}
      <button type="button" class="ds-button" data-variant=${seat.hosting ? "secondary" : nothing}
        @click=${() => view.actions.takeSeat(seat)}>${t("I am here")}</button>
      ${stays || seat.hosting ? nothing : lost(view)}`)}`;
}

/** Who hosts there: where questions walk, who comes with one, or that one's own is to be taken along. */
function hostSentence({ seat, carries, visited }) {
  if (carries) {
    return html`<p>${t("You host there, and take your question with you.")}</p>`;
  }
  if (!seat.host || seat.hosting) {
    return nothing;
  }
  return html`<p>${visited ? t("{name} comes to you with the next question", { name: seat.host })
    : t("{name} hosts the table", { name: seat.host })}</p>`;
}

function lost({ facts, actions }) {
  if (facts.calls.some(({ kind }) => kind === "table")) {
    return nothing;
  }
  return html`<button type="button" class="ds-button" data-variant="tertiary"
    @click=${() => actions.askForHelp("table")}>${t("I cannot find it")}</button>`;
}

const untilStart = (left) =>
  left.paused ? t("A short pause. Take your time.")
    : left.ms ? html`${t("We begin in")} ${countdown(left)}` : t("We begin in a moment.");

function here(instruction, view) {
  const { seat, topic, question } = instruction;
  return html`
    <header class="talk-head between">
      <p class="talk-head__place"><strong>${t("Table {table}", { table: seat.table })}</strong> ${topicMark(topic, { named: true })}</p>
      ${countdown(view.left)}
    </header>
    <h1 class="voice" tabindex="-1">${question || topic?.title || sentenceOf(instruction)}</h1>
    <p class="quiet">${t("Welcome to the table. The round begins in a moment.")}</p>
    ${earlier(instruction, view, { open: true })}
    ${unfinishedThoughts(view)}
    ${foot(view, deskLink(seat, view))}`;
}

function sittingOut(instruction, view) {
  const { round, next } = instruction;
  return html`
    <div class="instruction">
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      <p class="lead">${t("Sit, walk, have a coffee. You do not have to explain.")}</p>
      ${nextTable(next)}
    </div>
    ${unfinishedThoughts(view)}
    ${foot(view, html`<button type="button" class="ds-button" data-variant="secondary"
      @click=${() => view.actions.sitOut(round, false)}>${t("Join again")}</button>`)}`;
}

function noSeat(instruction, view) {
  return html`
    <div class="instruction">
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      <p class="quiet">${t("You have no fixed chair in this round.")}</p>
      ${nextTable(instruction.next)}
    </div>
    ${unfinishedThoughts(view)}
    ${foot(view, lost(view))}`;
}

const nextTable = (next) =>
  next
    ? html`<p>${t("In round {round} you are at table {table}.", { round: next.round, table: next.seat.table })}</p>`
    : nothing;

function over(instruction, view) {
  const { next } = instruction;
  return html`
    <div class="instruction">
      ${next ? tableNumber(next.seat.table, next.topic, next.seat.table_round_id) : nothing}
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      <p class="quiet">${view.facts.connected
        ? t("We go on in a moment.")
        : t("This phone has no contact with the café just now. What you write is kept here.")}</p>
    </div>
    ${unfinishedThoughts(view)}
    ${foot(view)}`;
}

function standing(instruction, view) {
  return html`
    <div class="instruction">
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      <p class="quiet">${t("What you wrote is kept. If you are in the hall, ask an organiser what comes next.")}</p>
    </div>
    ${unfinishedThoughts(view)}
    ${foot(view)}`;
}

function ended(instruction, view) {
  const { publication, session } = view.facts;
  return html`
    <div class="instruction">
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      ${publication
        ? html`<p class="lead">${t("This is what became of what we said.")}</p>
            <a class="ds-button" href=${view.sat.address(publication.slug)}>${t("What became of it where you sat")}</a>
            <a href="/published/${publication.slug}">${t("Read what we said")}</a>
            <p class="quiet">${t("Published at {time}", { time: clockTime(publication.at) })}</p>`
        : harvestWay(view) ?? html`<p class="lead">${session.phase === "harvest"
            ? t("The hosts put together what the tables have found. Stay and listen.")
            : t("When the result is published you find it here.")}</p>`}
      ${ownCount(view.thoughts.sent(view.facts).length)}
    </div>
    ${results(view)}
    ${session.phase === "harvest" ? nothing : html`<p><a href=${view.urls.commitments}>${t("What I will do in my own role")}</a></p>`}
    ${unfinishedThoughts(view)}
    ${foot(view)}`;
}

const ownCount = (count) =>
  count > 0 ? html`<p class="quiet">${n("You sent {count} thought.", "You sent {count} thoughts.", count)}</p>` : nothing;

function signedOut(instruction, view) {
  return html`
    <div class="instruction">
      <h1 tabindex="-1">${sentenceOf(instruction)}</h1>
      <p>${t("Perhaps you have gone on on another phone. What you wrote here and had not sent is kept.")}</p>
    </div>
    <div class="at-thumb"><a class="ds-button" href=${view.urls.front}>${t("Type the join code")}</a></div>`;
}
