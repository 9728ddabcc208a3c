import { html, live, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { addView } from "./add_view.js";
import { toldView } from "./told_view.js";

/** More than fit in a queue are not drawn: whoever looks for somebody types. */
const SHOWN = 40;

/** The door below its title. `away` are those who have not come, `missing` whose chair is empty as their host says. */
export function doorView({ people, found, counts, typed, told, open, page, act, tableOf, away, missing }) {
  const row = (person) => personView(person, { open, act, page, table: tableOf(person.id), missing: missing.has(person.id) });
  return html`
    <p class="door-counts"><span>${n("{count} has come", "{count} have come", counts.arrived)}</span>
      <span>${n("{count} still expected", "{count} still expected", counts.expected)}</span>
      <span>${n("{count} away", "{count} away", counts.away)}</span></p>
    <div class="door-search">
      <div class="ds-field"><label class="ds-label" for="search">${t("Name or organisation")}</label>
        <input class="ds-input" id="search" type="search" autocomplete="off" spellcheck="false" .value=${live(typed)}
          @input=${(event) => act.type(event.target.value)}></div>
      <div role="status">${told ? toldView(told, { tableOf, act }) : nothing}</div>
    </div>
    ${freeView(away, act)}
    ${people.length > 0 && found.length === 0 ? html`<p class="lead">${t("Nobody on the list is called that.")}</p>` : nothing}
    ${addView({ typed, found, page, act })}
    <ul class="door-people">${repeat(found.slice(0, SHOWN), (person) => person.id, row)}</ul>
    ${found.length > SHOWN ? html`<p class="quiet">${n("{count} more: type a name to find them.", "{count} more: type a name to find them.", found.length - SHOWN)}</p>` : nothing}
    ${people.length === 0 ? html`<p class="lead">${t("Nobody is on the list yet. Who comes is added here or by scanning the code.")}</p>` : nothing}
`;
}

/** While people sit: those who have not come keep chairs from others, and tables from being even. */
function freeView(away, act) {
  return away.length < 2 ? nothing : html`<p class="door-free">
    <span>${n("{count} person is expected and has not come.", "{count} people are expected and have not come.", away.length)}</span>
    <button type="button" class="ds-button" data-variant="secondary" @click=${() => act.free(away)}>${t("Free their chairs")}</button></p>`;
}

function personView(person, { open, act, page, table, missing }) {
  const { id, name, organisation, arrival } = person;
  const at = arrival !== "away" && table !== null ? t("table {number}", { number: table }) : "";
  const words = [organisation, stateWords(arrival), at, missing ? t("not at the table, says the host") : "", person.pending ? t("not saved yet") : ""];
  return html`<li data-arrival=${arrival}>
    <span class="door-person"><strong>${name}</strong>
      <span class="quiet">${words.filter(Boolean).join(" · ")}</span>
      ${person.refused ? html`<span>${person.refused.message} <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.dismiss(person)}>${t("All right")}</button></span>` : nothing}
    </span>
    <span class="door-do">${buttons(person, { open: open === id, act, missing })}</span>
    ${open === id ? html`<span class="door-more cluster">
      ${arrival === "arrived" && !missing ? button(name, t("Has left"), () => act.set(person, "away")) : nothing}
      <a class="ds-button" data-variant="secondary" href=${page.urls.phone.replace("ATTENDEE", id)}>${t("Has a new phone")}</a></span>` : nothing}
  </li>`;
}

/** What is likely to be tapped next stands first; a no-show is one tap, as is somebody who comes. */
function buttons(person, { open, act, missing }) {
  const { id, name, arrival } = person;
  const set = (to) => () => act.set(person, to);
  const more = html`<button type="button" class="ds-button" data-variant="tertiary" aria-expanded=${open}
    @click=${() => act.open(id)}>${t("More")}<span class="ds-sr-only"> ${name}</span></button>`;
  switch (arrival) {
    case "arrived":
      return html`${missing ? button(name, t("Has left"), set("away")) : button(name, t("Undo"), set("expected"))}${more}`;
    case "away":
      return html`${button(name, t("Has come"), set("arrived"), "primary")}${button(name, t("Is expected after all"), set("expected"), "tertiary")}`;
    default:
      return html`${button(name, t("Has come"), set("arrived"), "primary")}${button(name, t("Does not come"), set("away"))}${more}`;
  }
}

const button = (name, words, act, variant = "secondary") => html`<button type="button" class="ds-button" data-variant=${variant}
  @click=${act}>${words}<span class="ds-sr-only"> ${name}</span></button>`;

const stateWords = (arrival) => ({ arrived: t("has come"), away: t("away") })[arrival] ?? "";
