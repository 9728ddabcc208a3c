import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

const OVER = new Set(["published"]);
const OPEN = new Set(["harvest", "closed"]);

/** What stands here while there is nothing to confer about: before the rounds are over, and when all is published. */
export function phaseView({ session, organiser, urls, publication }) {
  if (organiser ? session.round > 0 : OPEN.has(session.phase)) {
    return nothing;
  }
  if (OVER.has(session.phase)) {
    return html`<div class="scene"><div class="instruction"><h1>${t("The harvest is over. Thank you.")}</h1>
      ${publication && !publication.taken_down
        ? html`<a class="ds-button" href=${urls.published.replace("SLUG", publication.slug)}>${t("Read what we said")}</a>` : nothing}</div></div>`;
  }
  return html`<div class="scene"><div class="instruction"><h1>${t("The harvest begins when the last round is over.")}</h1>
    <p class="lead">${t("Then you see here what was said at all tables with your topic, side by side, and write down together what it comes to. The page opens by itself.")}</p>
    <a class="ds-button" data-variant="secondary" href=${urls.back}>${organiser ? t("Back") : t("Back to my table")}</a></div></div>`;
}
