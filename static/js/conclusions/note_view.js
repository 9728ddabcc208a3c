import { html, nothing } from "../../vendor/lit-html.js";
import { originOf } from "../harvest/slips_view.js";
import { t } from "../lib/words.js";

/** A note and what has become of it so far: forward to themes, conclusions and texts, each a link. */
export function noteView(way, { urls, close }) {
  const { note, ends, themes, topics } = way;
  const nothingYet = ends.length === 0 && themes.length === 0 && topics.length === 0 && !way.introduction && !way.leftOut;
  return html`<p class="voice said">${note.text}</p>
    <p class="quiet">${originOf(note)}${way.important ? html` · <strong>${t("important")}</strong>` : nothing}${note.binned ? html` · <strong>${t("in the bin")}</strong>` : nothing}</p>
    <h3>${t("What has become of it")}</h3>
    <ul class="plain-list">
      ${ends.map(({ conclusion, cited, themes: through }) => html`<li>${through.map(({ title }) => html`${t("under “{theme}”", { theme: title })} → `)}
        <a href=${`#conclusion-${conclusion.id}`} @click=${close}>${conclusion.title || t("No title yet")}</a>${cited ? html` <span class="quiet">(${t("cited")})</span>` : nothing}</li>`)}
      ${themes.map(({ title }) => html`<li>${t("under “{theme}”", { theme: title })}, <span class="quiet">${t("which leads to no conclusion yet")}</span></li>`)}
      ${topics.map(({ title }) => html`<li><a href=${urls.harvest}>${t("Summary of {topic}", { topic: title })}</a></li>`)}
      ${way.introduction ? html`<li><a href=${urls.harvest}>${t("Introduction")}</a></li>` : nothing}
      ${way.leftOut ? html`<li>${way.reason ? t("Left out on purpose: {reason}", { reason: way.reason }) : t("Left out on purpose.")}</li>` : nothing}
      ${nothingYet ? html`<li>${t("Nothing yet: it is under no theme, and no text cites it.")}</li>` : nothing}
    </ul>
    <button type="button" class="ds-button" data-variant="secondary" @click=${close}>${t("Close")}</button>`;
}
