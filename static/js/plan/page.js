import { html, render } from "../../vendor/lit-html.js";
import { Editors } from "../harvest/editors.js";
import { EarlierTexts } from "../lib/earlier_texts.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { showWhereOneIs } from "../lib/where_one_is.js";
import { t } from "../lib/words.js";
import { Actions } from "./actions.js";
import { Alike } from "./alike.js";
import { todayAt } from "./due.js";
import { commandOfLine } from "./line_commands.js";
import { Lines } from "./lines.js";
import { planOf } from "./plan.js";
import { planView } from "./plan_view.js";
import { keysOf, planTexts, textsIn } from "./texts.js";
import { WritingActions } from "./writing_actions.js";

showWhereOneIs();
const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("plan");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

/** More measures than this are folded under their goals until one looks for them. */
const CALM = 12;
const plan_id = page.stream;
const shown = {
  asking: null, told: null, text: null, goal: null, other: null, filter: "all", unfolded: false,
  touched: new Set(), measures: new Set(), goals: new Map(),
};
let drawing = null;
let drawn = false;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const add = (name, data) => {
  const added = outbox.add({ name, data: { plan_id, ...data } });
  soon();
  return added;
};
const lines = new Lines({
  store, stream: plan_id, changed: soon,
  send(key, text) {
    const command = commandOfLine(key, text);
    return command && add(...command);
  },
});
const editors = new Editors({ session_id: plan_id, store, outbox, changed: soon, kind: planTexts });
const earlier = new EarlierTexts({ changed: soon });
const alike = new Alike({ url: page.urls.like, changed: soon });
const parts = { shown, lines, alike, editors, earlier, outbox, add, soon, draw: () => draw() };
const act = methodsOf(new Actions(parts), new WritingActions(parts));
const people = new Map(page.people.map(({ id, name }) => [id, name]));

/** The methods of several objects in one, so that views need not know which of them does what. */
function methodsOf(...objects) {
  return Object.fromEntries(objects.flatMap((object) => Object.getOwnPropertyNames(Object.getPrototypeOf(object))
    .filter((name) => name !== "constructor").map((name) => [name, object[name].bind(object)])));
}

const planNow = () => planOf({ rows, operations: outbox.shown(), connected: link.status === "connected" });

function viewOf(plan, texts) {
  return {
    plan, texts, rows, act, shown, lines, editors, earlier, alike: alike.found, me: page.me, people: page.people, teams: page.teams,
    gatherings: page.gatherings, urls: page.urls, locale: page.locale, today: todayAt(),
    nameOf: (measure) => people.get(measure.responsible_id) ?? measure.responsible,
    isOpen: (goal) => shown.goals.get(goal.id) ?? (shown.unfolded || plan.measures.length <= CALM),
  };
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  if (!drawn) {
    // What the server put here is read until there is more to show; lit-html must never have its own taken away.
    root.replaceChildren();
    drawn = true;
  }
  const plan = planNow();
  if (!plan.plan) {
    render(html`<p class="quiet">${t("One moment")}</p>`, root);
    return;
  }
  const texts = textsIn(rows);
  editors.follow(keysOf(plan), (key) => texts.get(key));
  render(planView(viewOf(plan, texts)), root);
  const area = document.getElementById("text");
  area && editors.place(shown.text.slice(shown.text.indexOf("/") + 1), area);
}

/** Take up what was typed before a reload, once the plan is there to which it belongs. */
let taken = false;
async function takeUp() {
  const plan = planNow();
  if (!taken && plan.plan) {
    taken = true;
    const texts = textsIn(rows);
    await Promise.all([lines.takeUp(), editors.takeUp(keysOf(plan), (key) => texts.get(key))]);
  }
}

/** Under what a measure stands: its goal, or beside the goals. */
const holderOf = ({ goal_id: id }) => (planNow().goals.some((goal) => goal.id === id) ? id : "none");

/** Lead to the goal or measure that the address names, unfolded. */
function goTo(hash) {
  const [, kind, id] = /^#(goal|measure)-(.+)$/.exec(hash) ?? [];
  const thing = kind && planNow()[`${kind}s`].find((one) => one.id === id);
  if (thing) {
    shown.goals.set(kind === "goal" ? id : holderOf(thing), true);
    kind === "measure" && shown.measures.add(`plan/${id}`);
    draw();
    const element = document.getElementById(kind === "goal" ? `goal-${id}` : `open-plan-${id}`);
    element?.scrollIntoView();
    element?.focus({ preventScroll: true });
  }
}

await takeUp();
draw();
rows.subscribe(() => takeUp().then(soon));
outbox.subscribe(soon);
link.subscribe(soon);
addEventListener("hashchange", () => goTo(location.hash));
requestAnimationFrame(() => goTo(location.hash));
