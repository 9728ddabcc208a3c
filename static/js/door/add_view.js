import { html } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

const KINDS = ["professional", "lived_experience", "relative", "leader", "politician", "other"];

/** Somebody who is on no list: a name, perhaps where they are from, and they have a table. */
export function addView({ typed, found, page, act }) {
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
