import { html, nothing } from "../../vendor/lit-html.js";
import { hasDots, resultOf } from "../lib/ballots.js";
import { bars, rule, turnout } from "../lib/bars_view.js";
import { dotsLeft, dotsView } from "../lib/dots_view.js";
import { shownState } from "../lib/shown_state.js";
import { t } from "../lib/words.js";
import { savedState, unfinishedThoughts } from "./parts.js";
import { foot } from "./within_reach.js";

/** A vote is open: the themes with dots, then, for who has voted, how it stands. */
export function voting(instruction, view) {
  return view.votes.isDeciding(instruction.ballot) ? deciding(instruction.ballot, view) : voted(instruction.ballot, view);
}

function deciding(ballot, view) {
  const { votes } = view;
  const [paper, dots] = [votes.paper(ballot), votes.dots(ballot)];
  const none = paper.given(dots) === 0;
  return html`
    <h1 class="voice" tabindex="-1">${ballot.question}</h1>
    <p class="quiet">${rule(ballot)}</p>
    ${dotsView({ choices: ballot.choices, paper, dots, change: (changed) => votes.put(ballot, changed) })}
    ${secret()}
    ${unfinishedThoughts(view)}
    ${foot(view, html`
      <p class="dots-left" role="status">${dotsLeft(paper, dots)}</p>
      <button type="button" class="ds-button" aria-disabled=${none && ballot.own === null ? "true" : nothing}
        @click=${() => (none && ballot.own === null ? undefined : votes.give(ballot))}>${
        none && ballot.own ? t("Take my vote back") : t("Give my dots")}</button>
      ${ballot.own ? html`<button type="button" class="ds-button" data-variant="tertiary"
        @click=${() => votes.leaveAsItWas(ballot)}>${t("Leave it as it was")}</button>` : nothing}`)}`;
}

/** Who sees what, in the words of the page where it is given. */
const secret = () => html`<p class="quiet">${t("Nobody else sees what you give your dots to. When the café is closed, only the counts are kept.")}</p>`;

function voted(ballot, view) {
  const { own } = ballot;
  const state = own.operation ? shownState(own.operation, view.facts.connected) : "saved";
  return html`
    <h1 class="voice" tabindex="-1">${ballot.question}</h1>
    <p role="status"><strong>${t("You have voted.")}</strong> ${savedState(state, null)}</p>
    ${standing(ballot, state)}
    ${secret()}
    ${unfinishedThoughts(view)}
    ${foot(view, html`<button type="button" class="ds-button" data-variant="secondary"
      @click=${() => view.votes.change(ballot)}>${t("Change my dots")}</button>
      ${view.facts.lead ? html`<a class="ds-button" href=${view.urls.harvest}>${t("To the harvest")}</a>` : nothing}`)}`;
}

function standing(ballot, state) {
  if (state !== "saved") {
    return html`<p>${t("Your dots are sent as soon as there is network. They count if the vote is still open then.")}</p>`;
  }
  if (!hasDots(ballot)) {
    return html`<p>${ballot.tally ? turnout(ballot.tally) : nothing}
      ${t("How it stands is shown here as soon as enough have voted, so that it tells nobody what you chose.")}</p>`;
  }
  return html`${bars(resultOf(ballot, ballot.own.dots))}<p class="quiet">${turnout(ballot.tally)} ${t("You can change your dots until the vote is closed.")}</p>`;
}

/** What the votes came to, for the scenes after them: the newest in view, the others folded away. */
export function results({ facts, votes }) {
  const [newest, ...others] = facts.vote.results;
  return html`
    ${votes.refusal ? html`<p class="notice-card" role="status">${votes.refusal}</p>` : nothing}
    ${newest ? html`<section class="voted" aria-labelledby="voted"><h2 id="voted">${newest.question}</h2>${outcome(newest)}</section>` : nothing}
    ${others.map((ballot) => html`<details class="fold"><summary>${ballot.question}</summary>${outcome(ballot)}</details>`)}`;
}

const outcome = (ballot) =>
  html`${bars(resultOf(ballot, ballot.own?.dots))}<p class="quiet">${turnout(ballot.tally)}</p>`;
