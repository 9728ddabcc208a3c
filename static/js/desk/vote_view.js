import { html, nothing } from "../../vendor/lit-html.js";
import { rule } from "../lib/bars_view.js";
import { tableEntryView } from "../lib/table_entry_view.js";
import { t } from "../lib/words.js";

/** A vote is open: said in a line, with the way to the form for those at the table who have no phone. */
export function voteNotice({ vote, panel, phone }, does) {
  if (!vote?.ballot) {
    return vote ? html`<div class="notice" role="status"><p>${vote.said}</p>
      <button type="button" class="plain" @click=${() => does.hideVote()}>${t("Close")}</button></div>` : nothing;
  }
  return html`<div class="notice"><p>${t("A vote is open: {question}", vote.ballot)}</p>
    <p class="cluster">${phone ? html`<a class="plain" href=${phone}>${t("Give your own dots")}</a>` : nothing}
      <button type="button" class="plain notice__vote" aria-expanded=${panel === "vote"} aria-controls="panel-vote"
        @click=${() => does.openVote()}>${t("Enter dots for the table")}</button></p></div>`;
}

/** The form. */
export function votePanel({ vote }, does) {
  if (!vote?.ballot) {
    return nothing;
  }
  const { ballot, table, entered, waiting, said } = vote;
  return html`<h2>${ballot.question}</h2><p class="quiet">${rule(ballot)}</p>
    ${tableEntryView({
      ballot, table, entered, entry: vote.entry, send: (given) => does.enterDots(given),
      leave: () => does.openVote(),
      said: said || (waiting ? t("Kept here, and sent when the network is back.") : ""),
    })}`;
}
