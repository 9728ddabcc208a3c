import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { citedIn } from "../harvest/citations.js";
import { originOf } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";
import { Grounds, conclusionsIn } from "./grounds.js";
import { approvalWords } from "./words.js";

/**
 * The conclusions that hosts read and stand by, on a page of theirs: those of their topics and those across topics.
 *
 * `topics` are the ids of the topics they hosted (null for none), `approve` gets `{topic_id, conclusion_id, version}` for the
 * command approve_conclusion_by_hosts, `hindrance` says why nothing can be asked now. Nothing while there are none.
 */
export function conclusionsForHosts(rows, { topics, approve, hindrance = "" }) {
  const own = conclusionsIn(rows).filter((row) => row.topic_id === null || topics.includes(row.topic_id));
  if (own.length === 0) {
    return nothing;
  }
  const grounds = new Grounds(rows);
  return html`<section aria-labelledby="hosts-conclusions"><h2 id="hosts-conclusions">${t("Conclusions")}</h2>
    <p class="quiet">${t("Organisers write them. Read those of your topic, and say whether the hosts stand by them.")}</p>
    ${repeat(own, (row) => row.id, (row) => one(row, { grounds, rows, topics, approve, hindrance }))}</section>`;
}

function one(row, { grounds, rows, topics, approve, hindrance }) {
  const topic = row.topic_id === null ? null : rows.get("topic", row.topic_id);
  const ready = hindrance === "" && row.title.trim() !== "" && row.text.trim() !== "";
  const ask = (event) => event.currentTarget.getAttribute("aria-disabled") !== "true"
    && approve({ topic_id: row.topic_id ?? topics[0] ?? null, conclusion_id: row.id, version: row.version });
  return html`<article class="conclusion" aria-labelledby=${`named-${row.id}`}>
    <h3 id=${`named-${row.id}`}>${row.title || t("No title yet")}</h3>
    <p class="quiet">${topic ? topic.title : t("Across the topics")} · ${approvalWords(row)}</p>
    <div class="conclusion__text">${withoutMarks(row.text).split(/\n{2,}/).filter((part) => part.trim()).map((part) => html`<p class="said">${inlineText(part)}</p>`)}</div>
    ${beneath(row, grounds)}
    ${row.approved || row.approved_by_hosts ? nothing : html`<p><button type="button" class="ds-button" data-variant="secondary" data-size="sm"
      aria-disabled=${!ready} @click=${ask}>${t("We stand by it")}<span class="ds-sr-only"> ${row.title}</span></button></p>`}
  </article>`;
}

const withoutMarks = (text) => text.replace(/ ?\[#[A-Za-z0-9_-]{8,36}\]/g, "");

/** The notes beneath that hosts can see; those of other topics are only counted. */
function beneath(row, grounds) {
  const ids = new Set([...citedIn(row.text), ...grounds.named(row.id).flatMap((theme_id) => grounds.idsUnder(theme_id))]);
  const seen = [...ids].map((id) => grounds.note(id)).filter(Boolean);
  const elsewhere = ids.size - seen.length;
  return html`${seen.length > 0 ? html`<details class="ground"><summary>${n("Rests on {count} note of your topics", "Rests on {count} notes of your topics", seen.length)}</summary>
      <ul class="plain-list ground__notes">${seen.map((note) => html`<li><span class="said">${note.text}</span> <span class="quiet">${originOf(note)}</span></li>`)}</ul></details>` : nothing}
    ${elsewhere > 0 ? html`<p class="quiet">${n("and on {count} note of other topics", "and on {count} notes of other topics", elsewhere)}</p>` : nothing}`;
}
