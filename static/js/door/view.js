import { html, live, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

/** More than fit in a queue are not drawn: whoever looks for somebody types. */
const SHOWN = 40;
export const KINDS = ["professional", "lived_experience", "relative", "leader", "politician", "other"];

/** The door below its title. */
export function doorView({ people, found, counts, typed, told, open, page, act, tableOf }) {
  return html`
    <div class="door-search">
      <p class="door-counts"><span>${n("{count} has come", "{count} have come", counts.arrived)}</span>
        <span>${n("{count} still expected", "{count} still expected", counts.expected)}</span>
        <span>${n("{count} away", "{count} away", counts.away)}</span></p>
      <div class="ds-field"><label class="ds-label" for="search">${t("Name or organisation")}</label>
        <input class="ds-input" id="search" type="search" autocomplete="off" spellcheck="false" .value=${live(typed)}
          @input=${(event) => act.type(event.target.value)}></div>
    </div>
    <div role="status">${told ? toldView(told, tableOf(told.id), act) : nothing}</div>
    ${people.length > 0 && found.length === 0 ? html`<p class="lead">${t("Nobody on the list is called that.")}</p>` : nothing}
    ${addView({ typed, found, page, act })}
    <ul class="door-people">${repeat(found.slice(0, SHOWN), (person) => person.id, (person) => personView(person, { open, act, page, table: tableOf(person.id) }))}</ul>
    ${found.length > SHOWN ? html`<p class="quiet">${n("{count} more: type a name to find them.", "{count} more: type a name to find them.", found.length - SHOWN)}</p>` : nothing}
    ${people.length === 0 ? html`<p class="lead">${t("Nobody is on the list yet. Who comes is added here or by scanning the code.")}</p>` : nothing}
`;
}

function toldView(person, table, act) {
  const { name, waiting } = person;
  return html`<div class="door-told">
    ${table === null ? nothing : html`<span class="number" aria-hidden="true">${table}</span>`}
    <p>${table === null
      ? html`${t("{name} has come.", { name })} <span class="quiet">${waiting ? t("The table follows when this is saved.") : t("No table yet.")}</span>`
      : t("{name} sits at table {table}.", { name, table })}</p>
    <button type="button" class="ds-button" data-variant="tertiary" @click=${() => act.set(person, "expected")}>${t("Undo")}</button></div>`;
}

function personView(person, { open, act, page, table }) {
  const { id, name, organisation, arrival } = person;
  return html`<li data-arrival=${arrival}>
    <span class="door-person"><strong>${name}</strong>
      <span class="quiet">${[organisation, stateWords(arrival), arrival !== "away" && table !== null ? t("table {number}", { number: table }) : "", person.pending ? t("not saved yet") : ""].filter(Boolean).join(" · ")}</span>
      ${person.refused ? html`<span>${person.refused.message} <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${() => act.dismiss(person)}>${t("All right")}</button></span>` : nothing}
    </span>
    <span class="door-do">
      ${arrival === "arrived"
        ? html`<button type="button" class="ds-button" data-variant="secondary" @click=${() => act.set(person, "expected")}>${t("Undo")}<span class="ds-sr-only"> ${name}</span></button>`
        : html`<button type="button" class="ds-button" @click=${() => act.set(person, "arrived")}>${t("Has come")}<span class="ds-sr-only"> ${name}</span></button>`}
      <button type="button" class="ds-button" data-variant="tertiary" aria-expanded=${open === id} @click=${() => act.open(id)}>${t("More")}<span class="ds-sr-only"> ${name}</span></button>
    </span>
    ${open === id ? html`<span class="door-more cluster">
      ${arrival === "away"
        ? html`<button type="button" class="ds-button" data-variant="secondary" @click=${() => act.set(person, "expected")}>${t("Is expected after all")}</button>`
        : html`<button type="button" class="ds-button" data-variant="secondary" @click=${() => act.set(person, "away")}>${t("Is away today")}</button>`}
      <a class="ds-button" data-variant="secondary" href=${page.urls.phone.replace("ATTENDEE", id)}>${t("Has a new phone")}</a></span>` : nothing}
  </li>`;
}

const stateWords = (arrival) => ({ arrived: t("has come"), away: t("away") })[arrival] ?? "";

function addView({ typed, found, page, act }) {
  const kinds = {
    professional: t("Professional"), lived_experience: t("Lived experience"), relative: t("Relative"),
    leader: t("Leader"), politician: t("Politician"), other: t("Other"),
  };
  return html`<details class="fold door-add" ?open=${typed.trim() !== "" && found.length === 0}>
    <summary>${t("Someone without a phone who is not on the list")}</summary>
    <form @submit=${act.add}>
      <div class="ds-field"><label class="ds-label" for="new-name">${t("Name")}</label>
        <input class="ds-input" id="new-name" name="display_name" required maxlength="200" autocomplete="off" .value=${found.length === 0 ? typed : ""}></div>
      <div class="ds-field"><label class="ds-label" for="new-organisation">${t("Organisation")} <span class="optional">(${t("optional")})</span></label>
        <select class="ds-input" id="new-organisation" name="organisation_id"><option value=""></option>
          ${page.organisations.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select></div>
      <div class="ds-field"><label class="ds-label" for="new-kind">${t("Comes as")} <span class="optional">(${t("optional")})</span></label>
        <select class="ds-input" id="new-kind" name="kind"><option value=""></option>
          ${KINDS.map((kind) => html`<option value=${kind}>${kinds[kind]}</option>`)}</select></div>
      <div><button class="ds-button" type="submit">${t("Add and seat")}</button></div>
    </form></details>`;
}
