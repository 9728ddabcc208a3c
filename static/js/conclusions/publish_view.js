import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

/** Publishing: for whom, under which title, and what a new edition corrects. */
export function publishView({ session, publication, notYet, hindrance, said, urls, moment, act }) {
  const out = publication && !publication.taken_down;
  const audience = publication?.audience ?? "network";
  const reader = (value, words, more) => html`<label class="readers"><input class="ds-input" type="radio" name="audience" value=${value} ?checked=${audience === value}> <span><strong>${words}</strong> <span class="quiet">${more}</span></span></label>`;
  return html`<section class="harvest-publish" aria-labelledby="publish-title"><h2 id="publish-title">${t("Publish")}</h2>
    ${out ? html`<p><a href=${urls.published.replace("SLUG", publication.slug)}>${publication.title}</a>
      <span class="quiet">${t("Edition {number}, published {time}", { number: publication.edition, time: moment(publication.at) })} · ${publication.audience === "network" ? t("for the network") : t("for everyone")}</span></p>` : nothing}
    ${publication?.taken_down ? html`<p class="quiet">${t("The page is taken down. Publishing again puts it back at the same address.")}</p>` : nothing}
    <p>${t("Published are: what is approved, themes and votes, next steps, and all notes by table and round. No names of people.")}</p>
    <form class="publish-form" @submit=${act.publish}>
      <div class="ds-field"><label class="ds-label" for="page-title">${t("Title of the page")}</label>
        <input class="ds-input" id="page-title" name="title" maxlength="200" required .defaultValue=${publication?.title || session.title}></div>
      <fieldset><legend class="ds-label">${t("Who may read it")}</legend>
        ${reader("network", t("The network"), t("Everyone who has been at one of its gatherings."))}
        ${reader("everyone", t("Everyone"), t("Anybody with the address, without signing in."))}</fieldset>
      ${out ? html`<div class="ds-field"><label class="ds-label" for="correction">${t("What has been corrected")}</label>
        <textarea class="ds-input" id="correction" name="correction" maxlength="2000" rows="2" required></textarea>
        <p class="quiet">${t("It stands on the page with the date. The edition before can still be read.")}</p></div>` : nothing}
      <div class="cluster"><button class="ds-button" type="submit" aria-disabled=${notYet !== "" || hindrance !== ""} aria-describedby="publish-said">${out ? t("Publish a new edition") : t("Publish")}</button>
        ${out ? html`<button class="ds-button" type="button" data-variant="tertiary" aria-disabled=${hindrance !== ""} @click=${act.unpublish}>${t("Take it down")}</button>` : nothing}</div>
    </form>
    <p class="harvest-said" id="publish-said" role="status">${hindrance || said || notYet}</p>
  </section>`;
}
