import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { partView } from "./part_view.js";
import { scoreView } from "./score_view.js";

/** The whole report while it is written. */
export function reportView({ parts, fill, wantsHelp, score, handIn, act }) {
  return html`
    ${handIn.again ? html`<p class="report-notice">${t("This report had been handed in. It is with you again, since it was taken back or something was written in it afterwards. Others read it once you hand it in anew.")}</p>` : nothing}
    ${fill.length > 0 ? html`<p><button type="button" class="next-action" @click=${() => act.fill(fill)}>
      <strong>${t("Fill in what the plan knows")}</strong>
      <span>${n("{count} part is empty and can be filled. You change and add afterwards.", "{count} parts are empty and can be filled. You change and add afterwards.", fill.length)}</span></button></p>` : nothing}
    ${parts.map((part) => partView(part, part.part.field === "help_wanted" ? helpView(wantsHelp, act) : nothing))}
    ${scoreView(score)}
    ${handInView({ ...handIn, act })}`;
}

function helpView(wanted, act) {
  return html`<label class="report-help"><input type="checkbox" class="ds-input" .checked=${wanted} @change=${(event) => act.help(event.target.checked)}>
    <span>${t("We would like to hear from others about this")}</span></label>`;
}

function handInView({ written, of, hindrance, said, planIsDraft, elsewhere, act }) {
  if (elsewhere) {
    return html`<section class="report-hand-in"><p class="report-notice">${t("Somebody of your team has handed the report in. What you wrote is kept.")}
      <button type="button" class="ds-button" data-variant="secondary" @click=${act.read}>${t("Read the report")}</button></p></section>`;
  }
  const ready = hindrance === "" && written > 0;
  return html`<section class="report-hand-in" aria-labelledby="hand-in-title">
    <h2 id="hand-in-title">${t("Hand in")}</h2>
    <p>${t("{written} of {of} parts say something. A part may stay empty.", { written, of })}</p>
    ${planIsDraft ? html`<p class="quiet">${t("The work plan is still a draft, so others read the report only once the plan is handed in.")}</p>` : nothing}
    <p><button type="button" class="ds-button" aria-disabled=${!ready} @click=${act.handIn}>${t("Hand the report in")}</button></p>
    <p class="quiet">${t("Everybody in the network can read it then. You can take it back and write on.")}</p>
    <p role="status">${hindrance || said}</p>
  </section>`;
}
