import { html, svg } from "../../vendor/lit-html.js";

const WIDTH = 112;
const HEIGHT = 28;

/** Notes over time, as small bars; the number of notes stands beside it as text. `most` makes tables comparable. */
export function spark(counts, most) {
  const step = WIDTH / counts.length;
  const bar = (count, index) => {
    const height = count === 0 ? 1 : Math.max(4, (count / Math.max(most, 3)) * HEIGHT);
    return svg`<rect x=${index * step} y=${HEIGHT - height} width=${step - 2} height=${height}></rect>`;
  };
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">
    <g fill="currentColor">${counts.map(bar)}</g></svg>`;
}
