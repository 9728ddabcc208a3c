import { html, nothing } from "../../vendor/lit-html.js";
import { t } from "../lib/words.js";
import { planStateWord } from "./words.js";

/** What the plan is called, its period, how far it has come, what comes next and how it is shown; and with what an empty one begins. */
export function topView(view) {
  const { plan: { plan }, gatherings } = view;
  const named = (id) => gatherings.find((one) => one.id === id)?.title;
  const period = [named(plan.from_gathering_id), named(plan.to_gathering_id)].filter(Boolean).join(" – ");
  return html`<h1>${plan.title}</h1>
    <p class="plan-facts">${period ? html`<span>${period}</span>` : nothing}<span>${planStateWord(plan.state)}</span>${waysOn(view)}</p>
    ${isEmpty(view) ? html`<p class="lead">${t("Begin with why: what do you want to change, and for whom? Then write one goal. Everything else can wait.")}</p>` : nothing}`;
}

function waysOn({ plan: { plan }, urls }) {
  const words = { draft: t("Hand in"), submitted: t("Begin the work"), active: t("Sign-off, money and partners"), reported: t("Sign-off, money and partners") }[plan.state];
  return html`<a href=${urls.more}>${words}</a><a href=${urls.read}>${t("As others see it")}</a><a href=${urls.storyboard}>${t("Storyboard")}</a><a href=${`${urls.read}#files`}>${t("Files")}</a>`;
}

const isEmpty = ({ plan, texts }) => plan.goals.length === 0 && plan.measures.length === 0 && texts.size === 0;
