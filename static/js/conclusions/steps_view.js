import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { beginningOf } from "./words.js";

/** What starts after the café: each step said as one line, one of them in hand with its fields. */
export function stepsView(steps, { shown, act }, conclusion_id) {
  const adding = shown.step?.id === null && shown.step.conclusion_id === conclusion_id;
  if (steps.length === 0 && !adding) {
    return html`<p><button type="button" class="plain" @click=${() => act.openStep({ id: null, conclusion_id })}>${t("Say what starts, who starts it and by when")}</button></p>`;
  }
  return html`<section class="next-steps"><h4>${t("Next steps")}</h4>
    <ul class="plain-list">${repeat(steps, (step) => step.id, (step) => html`<li>
      ${shown.step?.id === step.id ? form(step, act) : html`<span><strong class="said">${step.text}</strong>
        <span class="quiet">${[step.who, step.by_when].filter(Boolean).join(" · ")}</span></span>
        <span><button type="button" class="plain" @click=${() => act.openStep(step)}>${t("Change")}<span class="ds-sr-only"> ${beginningOf(step.text)}</span></button>
        <button type="button" class="plain" @click=${() => act.removeStep(step)}>${t("Remove")}<span class="ds-sr-only"> ${beginningOf(step.text)}</span></button></span>`}</li>`)}
      ${adding ? html`<li>${form(null, act)}</li>` : nothing}</ul>
    ${adding ? nothing : html`<button type="button" class="plain" @click=${() => act.openStep({ id: null, conclusion_id })}>${t("One more step")}</button>`}
  </section>`;
}

const field = (name, label, value, more) => html`<div class="ds-field"><label class="ds-label" for=${`step-${name}`}>${label}</label>
  <input class="ds-input" id=${`step-${name}`} name=${name} .defaultValue=${value} ?required=${more === "required"} maxlength=${name === "text" ? 2000 : 200}></div>`;

const form = (step, act) => html`<form class="next-steps__form" @submit=${act.saveStep}>
  ${field("text", t("What starts"), step?.text ?? "", "required")}
  ${field("who", t("Who starts it"), step?.who ?? "")}
  ${field("by_when", t("By when"), step?.by_when ?? "")}
  <div class="cluster"><button type="submit" class="ds-button" data-size="sm">${t("Save")}</button>
    <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${() => act.openStep(null)}>${t("Cancel")}</button></div>
</form>`;
