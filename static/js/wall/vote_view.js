import { html, nothing } from "../../vendor/lit-html.js";
import { bars, rule, turnout } from "../lib/bars_view.js";
import { n, t } from "../lib/words.js";

/** A vote on the wall: how to vote while it is open, and what it came to when the organisers show it. */
export function voteScene(model) {
  return model.vote.shown === null ? howToVote(model) : result(model);
}

function howToVote({ vote: { ballot }, arrived, code, address, qr }) {
  return html`<div class="halves"><div>
      <p class="quiet">${t("Now we vote, on our phones")}</p>
      <h1 class="voice">${ballot.question}</h1>
      <p>${rule(ballot)}</p>
      <p class="wall-count">${haveVoted(ballot.voted ?? 0, arrived)}</p>
      <p class="quiet">${t("No phone? The host of your table enters your dots.")}
        ${t("Not in yet? {address}, code {code}", { address, code })}</p>
    </div><div class="wall-qr">${qr}</div></div>`;
}

/** How many have voted, of those who are here. */
export function haveVoted(voted, here) {
  return here >= voted && here > 0 ? t("{voted} of {here} have voted", { voted, here }) : n("{count} person has voted.", "{count} people have voted.", voted);
}

function result({ vote: { ballot, shown, more, many } }) {
  return html`<div class="wall-vote">
      <h1 class="voice">${ballot.question}</h1>
      ${bars(shown, { many })}
      <p class="quiet">${turnout(ballot.tally)}${more > 0 ? html` ${n("{count} more theme comes after these.", "{count} more themes come after these.", more)}` : nothing}</p>
    </div>`;
}
