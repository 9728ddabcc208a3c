import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

/** Where a goal or a measure comes from: the words of the café, and the team it was borrowed from. */
export function originView({ origin_kind: kind, origin_session_id: session, origin_id: id, origin_words: words, borrowed_from_team_id: team }, { urls, teams }) {
  const from = { conclusion: t("From a conclusion"), theme: t("From a theme"), note: t("From a note"), next_step: t("From a next step") }[kind];
  return html`${from && words ? html`<figure class="origin"><blockquote>${words}</blockquote>
      <figcaption>${urls.origin && session ? html`<a href=${urls.origin.replace("SESSION", session).replace("KIND", kind).replace("THING", id)}>${from}</a>` : from}</figcaption></figure>` : nothing}
    ${team ? html`<p class="quiet">${t("Borrowed from {team}", { team: teams[team] ?? t("another team") })}</p>` : nothing}`;
}
