import { html, nothing } from "../../vendor/lit-html.js";
import { n, t } from "../lib/words.js";
import { openFacets } from "./asking.js";
import { filtered } from "./due.js";
import { isWebAddress } from "./line_commands.js";
import { beginView, lineView, titleView } from "./line_view.js";
import { measuredBy } from "./measured_by_view.js";
import { measureList, refusal } from "./measure_view.js";
import { step } from "./measure_more_view.js";
import { originView } from "./origin_view.js";
import { isFinished } from "./plan.js";
import { statusField, statusMark } from "./status_view.js";
import { textView } from "./text_view.js";
import { facetQuestion, statusWord } from "./words.js";

/** A goal: folded it tells how far its measures are; unfolded its texts and its measures can be worked on. */
export function goalView(goal, view) {
  const { shown, act } = view;
  const open = view.isOpen(goal);
  const told = shown.goal === goal.id;
  return html`<article class="goal" aria-labelledby=${`goal-${goal.id}`}>
    <h3><button type="button" class="goal__title" id=${`goal-${goal.id}`} aria-expanded=${open} @click=${() => act.openGoal(goal, !open)}>${goal.title}</button></h3>
    <p class="goal__facts">${goal.status === "not_started" ? nothing : html`<span class="goal__status">${statusMark(goal.status)}${statusWord(goal.status)}</span>`}${goal.kind === "effect" ? html`<span>${t("Effect goal")}</span>` : nothing}${summary(goal.measures)}</p>
    ${refusal(goal, view)}
    ${open ? html`<p><button type="button" class="plain" aria-expanded=${told} @click=${() => act.aboutGoal(told ? null : goal.id)}>${told ? t("Fold the goal’s own texts") : t("Why, for whom, and when it is reached")}<span class="ds-sr-only"> ${goal.title}</span></button></p>
      ${told ? aboutGoal(goal, view) : nothing}
      ${measuredBy("goal_id", goal, view)}
      ${measureList(filtered(goal.measures, shown.filter, { me: view.me, touched: shown.touched }), "plan", view)}
      ${beginView({ key: `new/measure/${goal.id}`, label: t("A measure towards this goal"), add: t("Add") }, view)}` : nothing}
  </article>`;
}

/** "5 measures, 2 done", with their marks. */
export function summary(measures) {
  const done = measures.filter(({ status }) => status === "done").length;
  return html`<span>${measures.length === 0 ? t("No measures yet") : n("{count} measure", "{count} measures", measures.length)}${done > 0 ? html`, ${n("{count} done", "{count} done", done)}` : nothing}</span>
    ${measures.length > 0 && measures.length <= 12 ? html`<span class="goal__marks">${measures.filter((one) => !isFinished(one) || one.status === "done").map(({ status }) => statusMark(status))}</span>` : nothing}`;
}

function aboutGoal(goal, view) {
  const { act, plan } = view;
  const about = { id: goal.id, kind: "goal", named: goal.title };
  const at = plan.goals.findIndex(({ id }) => id === goal.id);
  const field = (name) => `goal/${goal.id}/${name}`;
  const link = view.lines.at(field("anchoring_link"));
  return html`<div class="goal__about">
    ${titleView({ key: field("title"), label: t("The goal in one line"), value: goal.title }, view)}
    <fieldset class="users"><legend class="ds-label">${t("What kind of goal is it?")}</legend><div class="one-row">
      ${[["result", t("Result goal: what you bring about")], ["effect", t("Effect goal: what it does for people")]].map(([kind, words]) => html`<label class="ds-chip"><input type="radio" class="ds-input"
        name=${`kind-${goal.id}`} .checked=${goal.kind === kind} @change=${() => act.changeGoal(goal, { kind })}>${words}</label>`)}</div></fieldset>
    ${statusField(field("status"), goal, (status) => act.changeGoal(goal, { status }))}
    ${textView(about, "why", "plan", view)}${textView(about, "target_group", "plan", view)}
    ${textView(about, "specific", "plan", view, { more: askingView(goal, view) })}
    ${textView(about, "effect", "plan", view)}
    <div class="fields">${lineView({ key: field("anchoring"), label: t("Which plan does it follow?"), value: goal.anchoring }, view)}
    ${lineView({ key: field("anchoring_link"), label: t("Link to that plan"), value: goal.anchoring_link, type: "url", most: 500, hint: link && !isWebAddress(link) ? t("A link begins with https://") : "" }, view)}</div>
    ${goal.anchoring_link ? html`<p><a href=${goal.anchoring_link} rel="noreferrer noopener">${goal.anchoring || goal.anchoring_link}</a></p>` : nothing}
    ${originView(goal, view)}
    <div class="cluster">${step(t("Move up"), goal, at <= 0, () => act.move("goal", plan.goals, goal.id, true))}
      ${step(t("Move down"), goal, at === plan.goals.length - 1, () => act.move("goal", plan.goals, goal.id, false))}
      ${step(t("Take out"), goal, false, () => act.remove("goal", goal))}</div>
  </div>`;
}

/** Questions the text leaves open. They help or are passed over; nothing waits for an answer. */
function askingView(goal, { editors }) {
  const text = editors.at(`${goal.id}/specific`).text;
  const open = openFacets({ text, anchored: goal.anchoring !== "", measures: goal.measures.length });
  if (open.length === 0) {
    return html`<p class="quiet">${t("It says what, how much, with whom, with what and by when.")}</p>`;
  }
  return html`<div class="asking"><p class="quiet">${t("Perhaps the text could also answer")}</p>
    <ul class="plain-list">${open.map((facet) => html`<li>${facetQuestion(facet)}</li>`)}</ul></div>`;
}
