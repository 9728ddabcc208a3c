import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { originOf } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";

/**
 * Finding a note to cite: type some of its words, take it with Enter or a tap. Arrow keys go through what was found.
 *
 * `finding` is `{typed, at, found, like}`; `like` finds the notes for other words.
 */
export function citeView(finding, act) {
  const { typed, at, found, like } = finding;
  const keys = (event) => {
    // Whoever types fast presses Enter before what they typed has been drawn: what counts stands in the field.
    const isDrawn = event.target.value === typed;
    const taken = isDrawn ? found[at] : like(event.target.value)[0];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      act.find({ at: (at + step + found.length) % found.length });
    } else if (event.key === "Enter") {
      event.preventDefault();
      taken && act.cite(taken);
    } else if (event.key === "Escape" && typed) {
      event.stopPropagation();
      act.find({ typed: "", at: 0 });
    }
  };
  return html`<div class="cite-note">
    <label class="ds-label" for="cite">${t("Cite a note")}</label>
    <input class="ds-input" id="cite" type="search" role="combobox" autocomplete="off" aria-expanded=${found.length > 0} aria-controls="cite-found"
      aria-autocomplete="list" aria-activedescendant=${found.length > 0 ? `found-${found[at].id}` : nothing} aria-describedby="cite-hint"
      .value=${typed} @input=${(event) => act.find({ typed: event.target.value, at: 0 })} @keydown=${keys}>
    <p class="quiet" id="cite-hint">${t("Type some of its words, or the number of a table. Enter puts it where the cursor was.")}</p>
    <ul class="cite-note__found" id="cite-found" role="listbox" aria-label=${t("Notes found")} ?hidden=${found.length === 0}>
      ${repeat(found, (note) => note.id, (note, index) => html`<li id=${`found-${note.id}`} role="option" aria-selected=${index === at}
        @click=${() => act.cite(note)}><span class="said">${note.text}</span> <span class="quiet">${originOf(note)}</span></li>`)}
    </ul>
    <p class="ds-sr-only" role="status">${typed === "" ? "" : found.length === 0 ? t("No note is like that.") : n("{count} note found", "{count} notes found", found.length)}</p>
    ${typed !== "" && found.length === 0 ? html`<p class="quiet">${t("No note is like that.")}</p>` : nothing}
  </div>`;
}
