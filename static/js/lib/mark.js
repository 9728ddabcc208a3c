// The table seen from above, as in templates/macros/mark.html: change both together.
import { html, svg, nothing } from "../../vendor/lit-html.js";

const seatClass = (taken) => (taken ? "mark__seat mark__seat--taken" : "mark__seat");

/** Say which seats are filled, the host's first. `taken` counts the host too, unless `hostHere` says otherwise. */
export function filledSeats({ seats, taken = 0, host = false, hostHere = taken > 0 }) {
  const count = Math.max(seats, 1);
  const hostSits = host && hostHere;
  const guests = hostSits ? taken - 1 : taken;
  return Array.from({ length: count }, (_, seat) =>
    host && seat === 0 ? hostSits : (host ? seat : seat + 1) <= guests,
  );
}

/** Draw a table; without a label it is decoration beside a text. `rim` (0-100) lets its edge run empty. */
export function tableFromAbove({ seats, taken = 0, host = false, hostHere, label = "", size = "m", rim }) {
  const filled = filledSeats({ seats, taken, host, hostHere });
  const radius = size === "xs" || size === "s" ? 27 : 31;
  const length = Math.min(19, 172 / filled.length);
  const seat = (isTaken, n) =>
    host && n === 0
      ? svg`<rect class=${seatClass(isTaken)} x="43.5" y="1.5" width="13" height="13" rx="1"></rect>`
      : svg`<rect class=${seatClass(isTaken)} x=${50 - length / 2} y="4" width=${length} height="9" rx="4.5"
          transform="rotate(${(360 * n) / filled.length} 50 50)"></rect>`;
  const edge =
    rim === undefined
      ? nothing
      : svg`<circle class="mark__rim" cx="50" cy="50" r=${radius} pathLength="100" stroke-dasharray="${rim} 100"
          transform="rotate(-90 50 50)"></circle>`;
  return html`<svg class="mark mark--${size}" viewBox="0 0 100 100" focusable="false"
    role=${label ? "img" : nothing} aria-label=${label || nothing} aria-hidden=${label ? nothing : "true"}>
    <circle class="mark__table" cx="50" cy="50" r=${radius}></circle>${edge}${filled.map(seat)}</svg>`;
}
