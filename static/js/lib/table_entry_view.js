import { html, nothing } from "../../vendor/lit-html.js";
import { Paper } from "./dots.js";
import { wrongWith } from "./table_entry.js";
import { n, t } from "./words.js";

/**
 * A form for the dots of a table. `table` is `{id, number, seats}`, `entered` what is there already or null; `send` gets
 * `{people, dots}`, `said` is what came of it; with `leave` there is a way back on narrow screens.
 */
export function tableEntryView({ ballot, table, entered, entry, send, leave = null, said = "" }) {
  const form = entry.at(ballot, table.id, entered);
  const paper = new Paper(ballot, form.people);
  const wrong = wrongWith(form, ballot, table.seats);
  const isSame = JSON.stringify([form.people, form.dots]) === JSON.stringify([entered?.people ?? 0, entered?.dots ?? {}]);
  const submit = (event) => {
    event.preventDefault();
    if (wrong === "" && !isSame) {
      send({ people: form.people, dots: form.dots });
      entry.done();
    }
  };
  const number = (event) => Math.max(0, Math.round(Number(event.target.value) || 0));
  return html`<form class="table-dots" novalidate @submit=${submit}>
    <p class="quiet">${t("For those without a phone. Who has one votes there, and is not counted here.")}</p>
    <div class="table-dots__people"><label class="ds-label" for="people-${table.id}">${t("How many people")}</label>
      <input class="ds-input" type="number" inputmode="numeric" min="0" max=${table.seats} id="people-${table.id}"
        .value=${String(form.people)} @input=${(event) => entry.setPeople(form, number(event))}></div>
    <ul class="table-dots__list">${ballot.choices.map(({ id, title }) => html`<li>
      <label for="dots-${table.id}-${id}">${title}</label>
      <input class="ds-input" type="number" inputmode="numeric" min="0" max=${paper.mostOnOne} id="dots-${table.id}-${id}"
        .value=${String(form.dots[id] ?? 0)} @input=${(event) => entry.setDots(form, id, number(event))}></li>`)}</ul>
    <p role="status">${words(wrong, { paper, form, table }) || said}</p>
    <div class="cluster"><button class="ds-button" aria-disabled=${wrong !== "" || isSame ? "true" : nothing}>${
      form.people === 0 && entered ? t("Take the entry back") : t("Enter for the table")}</button>
      ${leave ? html`<button type="button" class="ds-button table-dots__leave" data-variant="tertiary" @click=${leave}>${t("Back to the notes")}</button>` : nothing}
      ${entered ? html`<span class="quiet">${n("Entered for {count} person.", "Entered for {count} people.", entered.people)}</span>` : nothing}</div>
  </form>`;
}

function words(wrong, { paper, form, table }) {
  switch (wrong) {
    case "people":
      return t("Say first for how many people.");
    case "seats":
      return n("The table has {count} chair.", "The table has {count} chairs.", table.seats);
    case "all":
      return n("{count} dot too many.", "{count} dots too many.", -paper.left(form.dots));
    case "one":
      return t("Each person gives a theme one dot at most here.");
    default:
      return form.people > 0 ? n("{count} dot left", "{count} dots left", paper.left(form.dots)) : "";
  }
}
