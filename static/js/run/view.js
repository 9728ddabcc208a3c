import { html, nothing } from "../../vendor/lit-html.js";
import { dayTime, leftSince, standsSince } from "../lib/standing.js";
import { clockTime, t } from "../lib/words.js";
import { endEarly, unsummedView } from "./ending_view.js";
import { nextStep, outcome, smallSteps } from "./next_step.js";
import { callsView, peopleView } from "./people_view.js";
import { changedView, seatingView } from "./seating_view.js";
import { monitorView, needing, noTables } from "./table_view.js";

const TIMED = new Set(["switching", "running"]);

/** The whole page below its title. `left` is what `remaining` gives. */
export function runView({ session, rounds, people, calls, tables, moving, seating, unsummed, announcement, now, left, asking, urls, desk, act }) {
  const disabled = asking.hindrance !== "" || asking.said.state === "asking";
  return html`
    ${callsView(calls, { answer: act.answer, disabled, now })}
    <div class="run-top">
      <section class="run-now" aria-label=${t("How it stands")}>
        ${standing(session, { rounds, left, now })}
        ${nextAction({ session, rounds, people, moving, left, asking, urls, act })}
        ${session.phase === "harvest" ? unsummedView(unsummed) : nothing}
        <p class="run-said" data-state=${asking.hindrance ? "refused" : asking.said.state || nothing} role="status">
          ${asking.hindrance || asking.said.text}</p>
      </section>
      <div class="run-side">
        <div class="run-small">
          ${smallSteps(session, { over: standsSince(session, now) !== null }).map((step) => html`<button type="button" class="ds-button" data-variant="secondary"
            aria-disabled=${disabled} @click=${() => act.step(step)}>${step.words}</button>`)}
        </div>
        <section class="run-people-now" aria-label=${t("People")}>
          ${peopleView(people, { seat: act.seat, disabled, prepare: urls.prepare })}
          ${seatingView(seating, { free: act.free, disabled, urls })}
        </section>
        ${changedView(seating)}
        ${announceView(announcement, { disabled, act })}
        ${endEarly(session, { unsummed, disabled, act, open: leftSince(session, now) !== null })}
      </div>
    </div>
    <section aria-labelledby="tables">
      <div class="between"><h2 id="tables">${t("The tables in round {round}", { round: Math.max(1, session.round) })}</h2>
        <p class="run-needing">${needing(tables)}</p>
        <a href=${urls.wall} target="_blank" rel="noopener">${t("Open the wall")}</a></div>
      ${tables.length === 0 ? noTables(urls.prepare) : html`<div class="scroll-x">${monitorView(tables, { session, now, desk })}</div>`}
    </section>`;
}

function standing(session, { rounds, left, now }) {
  const { phase, round } = session;
  const since = leftSince(session, now);
  const counts = TIMED.has(phase) && since === null;
  const words = {
    draft: t("Not open yet"),
    check_in: t("The doors are open"),
    switching: t("On the way to round {round} of {rounds}", { round, rounds }),
    running: t("Round {round} of {rounds}", { round, rounds }),
    harvest: t("Harvest"),
    closed: t("Closed"),
    published: t("Published"),
  }[phase];
  return html`<p class="run-standing"><span>${words}</span>
    ${counts ? html`<span class="countdown" role="timer" aria-live="off" data-soon=${left.phase === "calm" ? nothing : ""}>${left.text}</span>` : nothing}
    ${left.paused ? html`<span class="quiet">${t("paused")}</span>` : nothing}
    ${counts && !left.paused && session.deadline !== null ? html`<span class="quiet">${left.phase === "over"
      ? t("over since {time}", { time: clockTime(session.deadline) })
      : t("until {time}", { time: clockTime(session.deadline) })}</span>` : nothing}</p>
    ${since === null ? nothing : html`<p class="run-left">${t("This has been standing since {time}. Everything that was written is kept.",
      { time: dayTime(since, now) })}</p>`}`;
}

function nextAction({ session, rounds, people, moving, left, asking, urls, act }) {
  const undecided = people.isChosen ? people.seatless.length : null;
  const next = nextStep({ session, rounds, moving, undecided, expected: people.expected, left: left.ms ?? 0 });
  if (next.name === null) {
    return html`<a class="next-action" href=${urls.harvest}><strong>${t("Go to the harvest")}</strong><span>${next.title}</span></a>`;
  }
  const rests = asking.hindrance !== "" || asking.busy;
  return html`<button type="button" class="next-action" aria-disabled=${rests}
    @click=${() => rests || act.step({ name: next.name, data: {} })}>
    <strong>${next.title}</strong><span>${next.detail}</span></button>`;
}

function announceView(announcement, { disabled, act }) {
  return html`<details class="fold run-announce" ?open=${announcement !== undefined}>
    <summary>${t("Tell everyone something")}</summary>
    ${announcement ? html`<div class="run-announced"><p class="quiet">${t("On every phone and on the wall since {time}:", { time: clockTime(announcement.at) })}</p>
      <p class="voice">${announcement.text}</p>
      <button type="button" class="ds-button" data-variant="secondary" aria-disabled=${disabled} @click=${() => act.announce("")}>${t("Take it down")}</button></div>` : nothing}
    <form class="run-announce-form" @submit=${act.submitAnnouncement}>
      <label class="ds-label" for="announcement">${t("A short message for every phone and the wall")}</label>
      <input class="ds-input" id="announcement" name="text" maxlength="300" autocomplete="off">
      <button class="ds-button" data-variant="secondary" type="submit" aria-disabled=${disabled}>${t("Announce")}</button>
    </form>
  </details>`;
}

/** The words for an accepted step. */
export const stepDone = (result) => outcome(result, clockTime);
