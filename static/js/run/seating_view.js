import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

/** Chairs that are empty or lacking, each with what can be done; nothing while all sit as they should. */
export function seatingView({ missing, away, uneven }, { free, disabled, urls }) {
  return html`
    ${missing.length === 0 ? nothing : missingView(missing, { free, disabled })}
    ${away === 0 ? nothing : html`<p class="run-seating">${n("{count} person is expected and has not come.", "{count} people are expected and have not come.", away)}
      <a href=${urls.door}>${t("Free their chairs at the door")}</a></p>`}
    ${uneven === null ? nothing : unevenView(uneven, urls)}`;
}

function unevenView({ round, least, most, unseated }, urls) {
  return html`<p class="run-seating">
    ${least === null ? nothing : html`<strong>${t("The tables have become uneven.")}</strong>
      ${t("In round {round} there sit {few} at table {table} and {many} at table {other}.",
        { round, table: least.table, few: least.people, other: most.table, many: most.people })}`}
    ${unseated === 0 ? nothing : n("{count} person who has come has no chair in round {round}.",
      "{count} people who have come have no chair in round {round}.", unseated, { round })}
    <a href=${urls.seats}>${t("Plan the seats again so that the fewest move")}</a></p>`;
}

function missingView(missing, { free, disabled }) {
  return html`<section class="run-warning" aria-labelledby="missing">
    <h2 id="missing">${n("{count} person is not at the table, says the host", "{count} people are not at their tables, say the hosts", missing.length)}</h2>
    <ul class="run-people">${missing.map((person) => html`<li><span>${person.name}, ${t("table {number}", { number: person.table })}</span>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-disabled=${disabled}
        @click=${() => free(person)}>${t("Free the chair")}<span class="ds-sr-only"> ${person.name}</span></button></li>`)}</ul>
  </section>`;
}

/** The phones of those concerned have said it; who has none is told by somebody. */
export function changedView({ changed }) {
  if (changed.length === 0) {
    return nothing;
  }
  const people = new Set(changed.map(({ name }) => name)).size;
  return html`<details class="fold run-changed">
    <summary>${n("Changed since it was told: {count} person", "Changed since it was told: {count} people", people)}</summary>
    <p class="quiet">${t("Their phones have told them, and the wall marks them when they go there. Tell who has no phone.")}</p>
    <ul class="plain-list">${changed.map(({ name, round, was, table }) => html`<li><span>${name}</span>
      <span class="quiet">${t("Round {round}", { round })}: ${t("table {table} instead of {was}", { table, was })}</span></li>`)}</ul>
  </details>`;
}
