import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

const PUBLISHABLE = new Set(["harvest", "closed", "published"]);

/** Publishing, and files to keep. `moment` writes a time as people say it. */
export function publishView({ session, publication, approved, topics, title, hindrance, said, urls, moment, act }) {
  const out = publication && !publication.taken_down;
  const notYet = !PUBLISHABLE.has(session.phase)
    ? t("The rounds are still going on. Publish after the last round.")
    : approved === 0 ? t("Approve at least one topic's text first.") : "";
  return html`<section class="harvest-publish" aria-labelledby="publish-title">
    <h2 id="publish-title">${t("Publish")}</h2>
    ${out ? html`<p><a href=${urls.published.replace("SLUG", publication.slug)}>${publication.title}</a>
      <span class="quiet">${t("Edition {number}, published {time}", { number: publication.edition, time: moment(publication.at) })}</span></p>` : nothing}
    ${publication?.taken_down ? html`<p class="quiet">${t("The page is taken down. Publishing again puts it back at the same address.")}</p>` : nothing}
    <p>${n("{count} of {topics} topics is approved.", "{count} of {topics} topics are approved.", approved, { topics })}
      ${approved < topics ? t("What is not approved stays out.") : nothing}
      ${t("Everyone with the address can read the page. Names are not on it.")}</p>
    <form class="harvest-title" @submit=${act.publish}>
      <label class="ds-label" for="title">${t("Title of the page")}</label>
      <input class="ds-input" id="title" name="title" maxlength="200" required .value=${title}>
      <button class="ds-button" type="submit" aria-disabled=${notYet !== "" || hindrance !== ""}>${out ? t("Publish a new edition") : t("Publish")}</button>
      ${out ? html`<button class="ds-button" type="button" data-variant="tertiary" aria-disabled=${hindrance !== ""} @click=${act.unpublish}>${t("Take it down")}</button>` : nothing}
    </form>
    <p class="harvest-said" role="status">${hindrance || said || notYet}</p>
    <h2>${t("Files to keep")}</h2>
    <p>${t("Everything that was written, with its origin; names of people are left out.")}</p>
    <p class="cluster">
      <a href=${file(urls, "md")} download>${t("Markdown, to read")}</a>
      <a href="${file(urls, "csv")}?separator=semicolon" download>${t("CSV for Excel")}</a>
      <a href=${file(urls, "csv")} download>${t("CSV with commas")}</a>
      <a href=${file(urls, "json")} download>${t("JSON, for machines")}</a></p>
  </section>`;
}

const file = (urls, ending) => urls.export.replace("FORMAT", ending);
