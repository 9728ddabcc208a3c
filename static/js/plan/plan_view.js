import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { filtered, yoursOf } from "./due.js";
import { goalView, summary } from "./goal_view.js";
import { beginView } from "./line_view.js";
import { isSettled, measureList } from "./measure_view.js";
import { textView } from "./text_view.js";
import { topView } from "./top_view.js";
import { textWords } from "./words.js";

/** The whole page: what is yours first, then the plan under the headings of the project template. */
export function planView(view) {
  return html`${topView(view)}
    ${yoursView(view)}
    ${section("why", view)}${section("target_group", view)}
    ${resultGoals(view)}
    ${section("affected", view)}${section("evaluation", view)}
    ${removedView(view)}`;
}

function section(field, view) {
  return html`<section class="plan-part" aria-labelledby=${`part-${field}`}><h2 id=${`part-${field}`}>${textWords(`plan/${field}`).name}</h2>
    ${textView(ofPlan(view), field, "plan", view, { headed: false })}</section>`;
}

const ofPlan = ({ plan }) => ({ id: plan.plan.id, kind: "plan", named: "" });

/** The measures somebody is responsible for. Those that are finished wait behind a fold. */
function yoursView(view) {
  const { plan, me, gatherings, shown } = view;
  if (plan.measures.length === 0) {
    return nothing;
  }
  const yours = yoursOf(plan.measures, me, gatherings);
  const settled = yours.filter((measure) => isSettled(measure, shown));
  const open = yours.filter((measure) => !isSettled(measure, shown));
  return html`<section class="yours" aria-labelledby="yours"><h2 id="yours">${t("Your measures")}</h2>
    ${open.length === 0 ? html`<p class="quiet">${settled.length > 0 ? t("All of yours are finished.") : t("None is yours yet. Open a measure and choose yourself as responsible.")}</p>` : measureList(open, "mine", view)}
    ${settled.length === 0 ? nothing : html`<details class="fold"><summary>${n("{count} of yours is finished", "{count} of yours are finished", settled.length)}</summary>${measureList(settled, "mine", view)}</details>`}
  </section>`;
}

function resultGoals(view) {
  const { plan } = view;
  return html`<section class="plan-part" aria-labelledby="part-goals"><h2 id="part-goals">${textWords("plan/result_goals").name}</h2>
    ${textView(ofPlan(view), "result_goals", "plan", view, { headed: false })}
    ${plan.measures.length > 1 ? filterView(view) : nothing}
    <div class="goals">${repeat(plan.goals, ({ id }) => id, (goal) => goalView(goal, view))}</div>
    ${beginView({ key: "new/goal", label: t("A new goal, in one line"), add: t("Add goal") }, view)}
    ${plan.goals.length === 0 && plan.outside.length === 0 ? nothing : besideView(view)}
  </section>`;
}

/** Measures of no goal, folded as goals are when there are many. */
function besideView(view) {
  const { plan, shown, me, act } = view;
  const open = view.isOpen(BESIDE);
  return html`<div class="goal goal--none"><h3><button type="button" class="goal__title" id="goal-none" aria-expanded=${open} @click=${() => act.openGoal(BESIDE, !open)}>${t("Measures without a goal")}</button></h3>
    ${plan.outside.length === 0 ? nothing : html`<p class="goal__facts">${summary(plan.outside)}</p>`}
    ${open ? html`${measureList(filtered(plan.outside, shown.filter, { me, touched: shown.touched }), "plan", view)}
      ${beginView({ key: "new/measure/none", label: t("A measure without a goal"), add: t("Add") }, view)}` : nothing}</div>`;
}

const BESIDE = { id: "none" };

function filterView({ shown, act }) {
  const names = { mine: t("Mine"), open: t("Not finished"), all: t("All") };
  return html`<div class="filters" role="group" aria-label=${t("Show measures")}>${Object.entries(names).map(([filter, words]) => html`<button type="button" class="ds-button" data-size="sm"
    data-variant=${shown.filter === filter ? "secondary" : "tertiary"} aria-pressed=${shown.filter === filter} @click=${() => act.filter(filter)}>${words}</button>`)}</div>`;
}

/** What was taken out, and can be put back. */
function removedView({ plan: { removed }, act }) {
  const all = [...removed.goals.map((thing) => ({ thing, kind: "goal" })), ...removed.measures.map((thing) => ({ thing, kind: "measure" }))];
  return all.length === 0 ? nothing : html`<details class="fold" id="removed"><summary>${n("{count} thing taken out of the plan", "{count} things taken out of the plan", all.length)}</summary>
    <ul class="plain-list removed">${all.map(({ thing, kind }) => html`<li><span>${thing.title}</span>
      <button type="button" class="plain" @click=${() => act.restore(kind, thing)}>${t("Put it back")}<span class="ds-sr-only"> ${thing.title}</span></button></li>`)}</ul></details>`;
}
