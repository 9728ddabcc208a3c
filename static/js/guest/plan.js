import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { isChosen } from "./choice.js";
import { timeOfRound } from "./instruction.js";
import { topicMark } from "./parts.js";

/** The plan for the day: every round with its table and topic; with `sitOut`, each round to come can be left out. */
export function planOf(facts, sitOut = null) {
  const { session, rounds, seats, topics, sittingOut } = facts;
  const numbers = Object.keys(rounds).map(Number).sort((a, b) => a - b);
  return html`<ol class="plan">
    ${numbers.map((number) => {
      const time = timeOfRound(session, number);
      const seat = seats[number];
      const out = sittingOut.includes(number);
      return html`<li aria-current=${time === "now" ? "step" : nothing} ?data-past=${time === "past"}>
        <span class="quiet">${t("Round {round}", { round: number })}</span>
        <span>${out ? t("Sitting out") : seat ? topicMark(topics[seat.topic_id], { named: true }) : nothing}</span>
        <span>${out ? nothing : seat ? tableOf(seat, time, facts)
          : isChosen(session) && time !== "past" ? t("You choose") : "–"}</span>
        ${sitOut && time !== "past" ? toggle(number, out, sitOut) : nothing}
      </li>`;
    })}
  </ol>`;
}

/** A round's table; where it has changed, the one that was told first stands beside it, quietly, until they sit there. */
function tableOf({ table, was_table: was = null, table_round_id: id }, time, { visits }) {
  const instead = was !== null && time !== "past" && !visits.includes(id);
  return html`${t("Table {table}", { table })}${instead
    ? html` <span class="plan__was">${t("instead of {was}", { was })}</span>` : nothing}`;
}

function toggle(number, out, sitOut) {
  return html`<button type="button" class="ds-button plan__out" data-size="sm" data-variant="tertiary"
    aria-label=${out ? t("Join again in round {round}", { round: number }) : t("Sit out round {round}", { round: number })}
    @click=${() => sitOut(number, !out)}>${out ? t("Join again") : t("Sit out")}</button>`;
}
