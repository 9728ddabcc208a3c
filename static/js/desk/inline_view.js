import { html } from "../../vendor/lit-html.js";
import { inlineRuns } from "./inline.js";

/** A note's text with its emphasis. Only ever text and two kinds of element: nothing in it can act. */
export function inlineText(text) {
  return inlineRuns(text).map(({ text: plain, strong, em }) => {
    const inner = em ? html`<em>${plain}</em>` : plain;
    return strong ? html`<strong>${inner}</strong>` : inner;
  });
}
