import { html, live, nothing } from "../../vendor/lit-html.js";

/** A field of one line that saves itself. `value` is what the plan says; what is typed here stands before it. */
export function lineView({ key, label, value, type = "text", most = 300, hint = "", hidden = false }, { lines, act }) {
  const describedBy = hint ? `hint-${key}` : nothing;
  return html`<div class="ds-field"><label class=${hidden ? "ds-sr-only" : "ds-label"} for=${key}>${label}</label>
    <input class="ds-input" id=${key} type=${type} maxlength=${most} autocomplete="off" .value=${live(lines.at(key) ?? value)} aria-describedby=${describedBy}
      @input=${(event) => act.typeLine(key, event.target.value)} @blur=${() => act.leaveLine(key)} @keydown=${(event) => event.key === "Enter" && act.hurryLine(key)}>
    ${hint ? html`<p class="quiet" id=${describedBy}>${hint}</p>` : nothing}</div>`;
}

/** A title that saves itself: one line to whoever reads it, and as many as it needs where it is written, so that a phone shows it whole. */
export function titleView({ key, label, value, most = 300 }, { lines, act }) {
  const onKey = (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      act.hurryLine(key);
    }
  };
  return html`<div class="ds-field"><label class="ds-label" for=${key}>${label}</label>
    <textarea class="ds-input title-field" id=${key} rows="2" maxlength=${most} .value=${live(lines.at(key) ?? value)}
      @input=${(event) => act.typeLine(key, event.target.value.replace(/\s*\n\s*/g, " "))} @blur=${() => act.leaveLine(key)} @keydown=${onKey}></textarea></div>`;
}

/** A line with which something is begun: written, then added. What is typed and not added is still there after a reload. */
export function beginView({ key, label, add, most = 300 }, { lines, act, alike }) {
  const send = (event) => {
    event.preventDefault();
    act.begin(key);
  };
  return html`<form class="begin" @submit=${send}><label class="ds-sr-only" for=${key}>${label}</label>
    <input class="ds-input" id=${key} maxlength=${most} autocomplete="off" placeholder=${label} .value=${live(lines.at(key) ?? "")} @input=${(event) => act.typeLine(key, event.target.value)}>
    <button type="submit" class="ds-button" data-variant="secondary" ?hidden=${!lines.at(key)?.trim()}>${add}</button></form>
    ${alike.key === key && alike.measures.length > 0 ? alikeView(alike, key, act) : nothing}`;
}

/** What others do that is like it: to be read, or borrowed. */
const alikeView = ({ said, measures }, key, act) => html`<div class="alike"><p class="quiet" role="status">${said}</p>
  <ul class="plain-list">${measures.map((measure) => html`<li><a href=${measure.address}>${measure.title}</a>
    <button type="button" class="plain" @click=${() => act.borrow(key, measure)}>${measure.borrow}<span class="ds-sr-only"> ${measure.title}</span></button></li>`)}</ul></div>`;
