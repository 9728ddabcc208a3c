import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

/** What the last tap has done, large, with the way back: whose table is which, or whose chairs are free. */
export function toldView(told, { tableOf, act }) {
  return told.kind === "freed" ? freed(told, act) : came(told, tableOf(told.people[0].id), act);
}

function came({ people: [person], waiting }, table, act) {
  const { name } = person;
  return html`<div class="door-told">
    ${table === null ? nothing : html`<span class="number" aria-hidden="true">${table}</span>`}
    <p>${table === null
      ? html`${t("{name} has come.", { name })} <span class="quiet">${waiting ? t("The table follows when this is saved.") : t("No table yet.")}</span>`
      : t("{name} sits at table {table}.", { name, table })}</p>
    ${undo(() => act.set(person, "expected"))}</div>`;
}

function freed({ people, waiting }, act) {
  const [person] = people;
  const words = people.length === 1
    ? t("{name} does not come. The chair is free.", person)
    : n("{count} person does not come. The chair is free.", "{count} people do not come. Their chairs are free.", people.length);
  return html`<div class="door-told">
    <p>${words} ${waiting ? html`<span class="quiet">${t("not saved yet")}</span>` : nothing}</p>
    ${undo(() => act.free(people, false))}</div>`;
}

const undo = (act) => html`<button type="button" class="ds-button" data-variant="tertiary" @click=${act}>${t("Undo")}</button>`;
