import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "./words.js";

/** The themes, each with its dots: one press gives a dot or takes it back; `change` gets the dots as they are then. */
export function dotsView({ choices, paper, dots, change }) {
  const item = paper.mostOnOne > 1 ? stacked : spread;
  return html`<ul class="dots" role="list">${choices.map((choice) => item(choice, { paper, dots, change }))}</ul>`;
}

function spread({ id, title }, { paper, dots, change }) {
  const has = (dots[id] ?? 0) > 0;
  const press = () => change(has ? paper.takeBack(dots, id) : paper.give(dots, id));
  return html`<li><button type="button" class="dots__theme" aria-pressed=${has}
    aria-disabled=${has || paper.mayGive(dots, id) ? nothing : "true"} @click=${press}>
    <span class="dots__title">${title}</span>${marks(has ? 1 : 0, 1)}</button></li>`;
}

function stacked({ id, title }, { paper, dots, change }) {
  const has = dots[id] ?? 0;
  return html`<li><div class="dots__theme" role="group" aria-label=${title} ?data-given=${has > 0}>
    <span class="dots__title">${title}</span>
    <span class="dots__steps">
      <button type="button" class="dots__step" aria-label=${t("Take a dot back from {title}", { title })}
        aria-disabled=${has > 0 ? nothing : "true"} @click=${() => change(paper.takeBack(dots, id))}>−</button>
      <span class="dots__has"><span class="ds-sr-only">${n("{count} dot", "{count} dots", has)}</span>${marks(has, 0)}</span>
      <button type="button" class="dots__step" aria-label=${t("Give a dot to {title}", { title })}
        aria-disabled=${paper.mayGive(dots, id) ? nothing : "true"} @click=${() => change(paper.give(dots, id))}>+</button>
    </span></div></li>`;
}

/** Filled dots, and empty ones up to `least`. */
function marks(filled, least) {
  const count = Math.max(filled, least);
  return html`<span class="dots__marks" aria-hidden="true">${Array.from({ length: count }, (_, mark) => html`<span
    class="dot" ?data-given=${mark < filled}></span>`)}</span>`;
}

/** How many are left, said as it changes. */
export function dotsLeft(paper, dots) {
  const left = paper.left(dots);
  return left === 0 ? t("No dots left. Take one back to move it.")
    : n("{count} dot left", "{count} dots left", left);
}
