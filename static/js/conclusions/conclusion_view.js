import { html, nothing } from "../../vendor/lit-html.js";
import { inlineText } from "../desk/inline_view.js";
import { citations } from "../harvest/citations.js";
import { t } from "../lib/words.js";
import { editorView } from "./editor_view.js";
import { groundView } from "./grounds_view.js";
import { stepsView } from "./steps_view.js";
import { approvalWords } from "./words.js";

/** One conclusion: to be read, or in hand with its fields. `view` is what conclusionsView says of the page. */
export function conclusionView(row, view) {
  const { grounds, act, shown } = view;
  const inHand = shown.conclusion === row.id;
  const { themes, ...ground } = grounds.of(row);
  const own = themes.map((theme) => ({ ...theme, notes: grounds.under(theme.id) }));
  return html`<article class="conclusion" id=${`conclusion-${row.id}`} tabindex="-1" aria-labelledby=${`named-${row.id}`}>
    <h3 id=${`named-${row.id}`}>${row.title || t("No title yet")}</h3>
    ${inHand ? editing(row, view) : readable(row, grounds)}
    ${groundView({ ...ground, themes: own }, { opened: act.openNote })}
    ${stepsView(view.steps.filter((step) => step.conclusion_id === row.id), view, row.id)}
    <p class="conclusion__state">${row.approved ? html`<strong>${approvalWords(row)}</strong>` : approvalWords(row)}</p>
    ${buttons(row, view, inHand)}
  </article>`;
}

function editing(row, view) {
  const { editors, grounds, shown, act } = view;
  const writing = editors.at(row.id);
  const named = new Set(grounds.named(row.id));
  return editorView({
    row, writing, state: editors.state(row.id), unknown: citations(writing.text, (id) => grounds.notes.get(id)).unknown,
    reading: shown.reading, topics: view.topics, named, finding: view.finding, act, earlier: view.earlier,
    themes: grounds.themes.map((theme) => ({ ...theme, notes: grounds.under(theme.id) })),
    history: view.urls.earlier.replace("ID", row.id), locale: view.locale,
  });
}

/** The text for a quick look, paragraph by paragraph; how it will stand on the page is shown by the editor's "Read". */
function readable(row, grounds) {
  const numbers = new Map(citations(row.text, (id) => grounds.notes.get(id)).known.map(({ id }, index) => [id, index + 1]));
  const plain = row.text.replace(/ ?\[#([A-Za-z0-9_-]{8,36})\]/g, (_, id) => ` [${numbers.get(id) ?? "?"}]`);
  return html`<div class="conclusion__text">${plain.split(/\n{2,}/).filter((part) => part.trim()).map((part) => html`<p class="said">${inlineText(part)}</p>`)}</div>`;
}

function buttons(row, view, inHand) {
  const { act, editors, hindrance, list } = view;
  const writing = editors.at(row.id);
  const at = list.findIndex(({ id }) => id === row.id);
  const ready = hindrance === "" && writing.clean && row.title.trim() !== "" && row.text.trim() !== "";
  const small = (words, click, more = nothing) => html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${click}
    ?disabled=${more === true}>${words}<span class="ds-sr-only"> ${row.title}</span></button>`;
  return html`<div class="cluster">
    ${inHand ? html`<button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${act.done}>${t("Done writing")}</button>`
      : html`<button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${() => act.choose(row.id)}>${t("Change")}<span class="ds-sr-only"> ${row.title}</span></button>`}
    ${row.approved && writing.clean ? nothing : html`<button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-disabled=${!ready}
      @click=${(event) => act.approve(event, row)}>${row.approved_by_hosts || !view.hasHosts ? t("Approve for publishing") : t("Approve without the hosts")}<span class="ds-sr-only"> ${row.title}</span></button>`}
    ${small(t("Move up"), () => act.move(row.id, -1), at === 0)}
    ${small(t("Move down"), () => act.move(row.id, 1), at === list.length - 1)}
    ${small(t("Take out"), () => act.remove(row))}
  </div>`;
}
