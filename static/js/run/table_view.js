import { html, nothing } from "../../vendor/lit-html.js";
import { tableFromAbove } from "../lib/mark.js";
import { n, t } from "../lib/words.js";
import { ago } from "./people_view.js";
import { spark } from "./spark.js";
import { counted } from "./stretches.js";

const COLOURS = 8;
const OVER = new Set(["harvest", "closed", "published"]);

/** One row a table, in fixed order. Attention is told by words and weight. */
export function monitorView(tables, { session, now, desk }) {
  const from = session.counting_since ?? now;
  const to = Math.max(session.deadline ?? now, now);
  const counts = new Map(tables.map((one) => [one.table.id, counted(one.times, { from, to })]));
  const most = Math.max(0, ...[...counts.values()].flat());
  return html`<table class="row-table run-tables" aria-labelledby="tables">
    <thead><tr>
      <th scope="col">${t("Table")}</th>
      <th scope="col" class="optional-column">${t("Host")}</th>
      <th scope="col">${t("Notes")}</th>
      <th scope="col" class="optional-column">${t("Over time")}</th>
      <th scope="col" class="optional-column">${t("Summary")}</th>
      <th scope="col">${t("How it goes")}</th>
    </tr></thead>
    <tbody>${tables.map((one) => row(one, { counts: counts.get(one.table.id), most, now, desk, over: OVER.has(session.phase) }))}</tbody>
  </table>`;
}

function row(one, { counts, most, now, desk, over }) {
  const { table, topic, attention } = one;
  return html`<tr data-attention=${attention.level || nothing} class=${topic ? `topic--${(topic.position % COLOURS) + 1}` : nothing}>
    <th scope="row"><span class="run-table">
      ${tableFromAbove({ seats: table.seats, taken: Math.min(one.here, table.seats), host: one.host.state !== "none", hostHere: one.host.state === "here", size: "s" })}
      <a href=${desk(table.number)}><span class="ds-sr-only">${t("Table")} </span>${table.number}</a>
      ${topic ? html`<span class="topic-mark"><span class="ds-sr-only">${t("Topic")} </span>${topic.letter}</span>` : nothing}
      <span class="quiet">${t("{here} of {seated}", { here: one.here, seated: one.seated })}<span class="ds-sr-only"> ${t("are here")}</span></span>
    </span></th>
    <td class="optional-column"><span class="run-host" data-state=${one.host.state}>${one.host.name || "–"}</span></td>
    <td class="n">${one.notes}</td>
    <td class="optional-column">${spark(counts, most)}</td>
    <td class="optional-column">${summaryWords(one.summary)}</td>
    <td class="run-words">${attention.words.length > 0
      ? attention.words.map((words) => html`<span>${words}</span>`)
      : html`<span class="quiet">${calm(one, { now, over })}</span>`}</td>
  </tr>`;
}

function calm({ lastNote, seated, host, notes }, { now, over }) {
  if (over) {
    return notes === 0 ? t("No notes") : "";
  }
  if (seated === 0) {
    return t("Nobody sits here");
  }
  if (lastNote !== null) {
    return t("Last note {ago}", { ago: ago(now - lastNote) });
  }
  return { here: t("The host is here"), never: t("The host has not connected yet") }[host.state] ?? "";
}

function summaryWords(state) {
  return {
    none: "–",
    draft: t("being written"),
    shown: t("shown to the table"),
    approved: t("handed over"),
  }[state];
}

/** Before there are tables. */
export function noTables(prepare) {
  return html`<div class="empty">${tableFromAbove({ seats: 6, host: true, size: "l" })}
    <p class="lead">${t("There are no tables yet.")}</p>
    <a class="ds-button" href=${prepare}>${t("Set up the tables")}</a></div>`;
}

/** How many tables need somebody. */
export function needing(tables) {
  const high = tables.filter((one) => one.attention.level === "high").length;
  return high === 0 ? "" : n("{count} table needs you", "{count} tables need you", high);
}
