import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";

/** The form for a vote that is prepared: which themes, what is asked, how many dots. */
export function formView({ form, themes, missing, hindrance, act }) {
  const field = (name) => (event) => act.fill({ [name]: event.target.value });
  return keyed(form.id ?? "new", html`<form class="vote-form" novalidate @submit=${act.save}>
    <h2 id="vote-form">${form.id ? t("Change the vote") : t("Prepare a vote")}</h2>
    <div class="ds-field">
      <label class="ds-label" for="question">${t("What do you ask?")}</label>
      <input class="ds-input" id="question" maxlength="200" required .value=${form.question} @input=${field("question")}>
    </div>
    <fieldset>
      <legend>${t("On which themes?")}</legend>
      ${themes.map(({ id, title }) => html`<label class="choice"><input type="checkbox" class="ds-input" .checked=${form.theme_ids.includes(id)}
        @change=${(event) => act.choose(id, event.target.checked)}><span>${title}</span></label>`)}
    </fieldset>
    <div class="ds-field">
      <label class="ds-label" for="dots">${t("Dots for each person")}</label>
      <input class="ds-input" id="dots" type="number" inputmode="numeric" min="1" max="10" .value=${String(form.dots)}
        @input=${(event) => act.fill({ dots: Math.min(10, Math.max(1, Math.round(Number(event.target.value) || 1))) })}>
    </div>
    <fieldset>
      <legend>${t("How may they be given?")}</legend>
      ${way(form, false, t("At most one for each theme"), act)}
      ${way(form, true, t("Several to the same theme, if somebody wants to"), act)}
    </fieldset>
    <p role="status" class="vote__said">${words(missing)}</p>
    <div class="cluster">
      <button class="ds-button" aria-disabled=${missing || hindrance ? "true" : nothing}>${form.id ? t("Save the vote") : t("Prepare it")}</button>
      ${act.canLeave() ? html`<button type="button" class="ds-button" data-variant="tertiary" @click=${act.leave}>${t("Leave it")}</button>` : nothing}
    </div>
  </form>`);
}

function way(form, stacked, label, act) {
  return html`<label class="choice"><input type="radio" class="ds-input" name="way" .checked=${form.stacked === stacked}
    @change=${() => act.fill({ stacked })}><span>${label}</span></label>`;
}

function words(missing) {
  return {
    question: t("Say what you ask."),
    themes: t("Choose at least two themes."),
    dots: t("There are more dots than themes. Give fewer dots, or let them be stacked."),
  }[missing] ?? "";
}
