import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";

const MINUTE = 60_000;

/** How many have come, sit, sit out; and who has come and has no seat. */
export function peopleView({ come, expected, seated, sittingOut, seatless, isChosen = false, hasRoom = true }, { seat, disabled, prepare }) {
  return html`
    <p class="run-counts">
      ${come === 0
        ? n("Nobody has come yet, {count} person is expected", "Nobody has come yet, {count} people are expected", expected)
        : t("{come} of {expected} have come", { come, expected })}
      ${seated > 0 ? html`<span>${n("{count} has a seat", "{count} have a seat", seated)}</span>` : nothing}
      ${sittingOut > 0 ? html`<span>${n("{count} sits out", "{count} sit out", sittingOut)}</span>` : nothing}
    </p>
    ${seatless.length === 0 ? nothing : html`
      <section class="run-warning" aria-labelledby="seatless">
        <h2 id="seatless">${isChosen ? n("{count} has not chosen a table", "{count} have not chosen a table", seatless.length)
          : n("{count} has come and has no seat", "{count} have come and have no seat", seatless.length)}</h2>
        <ul class="run-people">
          ${seatless.slice(0, 12).map((person) => html`<li><span>${person.name}</span>
            ${hasRoom ? html`<button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-disabled=${disabled}
              @click=${() => seat(person)}>${t("Find a seat")}</button>` : nothing}</li>`)}
        </ul>
        <p class="quiet">${isChosen ? t("They choose on their phones. “Find a seat” takes the table with the most room.") : nothing}
          ${t("If there is no room left, add a table or move somebody:")} <a href=${prepare}>${t("Prepare")}</a></p>
      </section>`}`;
}

const NEEDS = {
  someone: () => t("would like someone to come"),
  table: () => t("cannot find the table"),
  technical: () => t("needs help with the phone or the notes"),
};

/** Calls for help, on top of everything. */
export function callsView(calls, { answer, disabled, now }) {
  return calls.length === 0 ? nothing : html`
    <section class="run-warning run-calls" aria-labelledby="calls">
      <h2 id="calls">${n("{count} person needs help", "{count} people need help", calls.length)}</h2>
      <ul class="run-people">
        ${calls.map((call) => html`<li data-state=${call.state}>
          <span><strong>${call.name}</strong>${call.table === null ? nothing : html`, ${t("table {number}", { number: call.table })}`}:
            ${(NEEDS[call.kind] ?? NEEDS.someone)()}
            <span class="quiet">${ago(now - call.at)}${call.state === "taken" ? html` · ${t("someone is on the way")}` : nothing}</span></span>
          <span class="cluster">
            ${call.state === "open" ? html`<button type="button" class="ds-button" data-size="sm" aria-disabled=${disabled}
              @click=${() => answer(call, "taken")}>${t("I am on my way")}</button>` : nothing}
            <button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-disabled=${disabled}
              @click=${() => answer(call, "done")}>${t("It is done")}</button>
          </span></li>`)}
      </ul>
    </section>`;
}

export function ago(time) {
  const minutes = Math.floor(time / MINUTE);
  return minutes < 1 ? t("just now") : n("{count} minute ago", "{count} minutes ago", minutes);
}
