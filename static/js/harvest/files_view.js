import { html } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

/** The way on to publishing, and files to keep. */
export function filesView({ urls }) {
  return html`<section class="harvest-publish" aria-labelledby="files-title">
    <p><a href=${urls.conclusions}>${t("On to conclusions and publishing")}</a></p>
    <h2 id="files-title">${t("Files to keep")}</h2>
    <p>${t("Everything that was written, with its origin; names of people are left out.")}</p>
    <p class="cluster">
      <a href=${file(urls, "md")} download>${t("Markdown, to read")}</a>
      <a href="${file(urls, "csv")}?separator=semicolon" download>${t("CSV for Excel")}</a>
      <a href=${file(urls, "csv")} download>${t("CSV with commas")}</a>
      <a href=${file(urls, "json")} download>${t("JSON, for machines")}</a></p>
  </section>`;
}

const file = (urls, ending) => urls.export.replace("FORMAT", ending);
