import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "./words.js";

/** A result as bars with figures, most dots first. The text says it all; the bars are for the eye. */
export function bars(result, { many = false } = {}) {
  return html`<ol class="bars" role="list" ?data-many=${many}>${result.map(({ title, dots, share, own }) => html`<li>
    <span class="bars__title">${title}</span>
    <span class="bars__figure">${own > 0 ? html`<span class="bars__own">${n("{count} yours", "{count} yours", own)}</span> ` : nothing}<b
      aria-hidden="true">${dots}</b><span class="ds-sr-only">${n("{count} dot", "{count} dots", dots)}</span></span>
    <svg class="bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect
      width=${share} height="10"></rect></svg>
  </li>`)}</ol>`;
}

/** How many have voted, and how many of them at tables. */
export function turnout({ people, at_tables: atTables }) {
  const all = n("{count} person has voted.", "{count} people have voted.", people);
  return atTables > 0 ? `${all} ${n("{count} of them by an entry for the table.", "{count} of them by an entry for their table.", atTables)}` : all;
}

/** What each person has, in a sentence. */
export function rule({ dots, stacked }) {
  if (dots === 1) {
    return t("Each person has one dot.");
  }
  return stacked ? t("Each person has {dots} dots, and may give several to the same theme.", { dots })
    : t("Each person has {dots} dots, at most one for each theme.", { dots });
}
