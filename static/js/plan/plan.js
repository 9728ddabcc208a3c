import { shownState } from "../lib/shown_state.js";

/** Where a goal or a measure may stand, in the order in which they are offered. Any may follow any. */
export const STATUSES = ["not_started", "in_progress", "paused", "delayed", "done", "cancelled"];
export const isFinished = ({ status }) => status === "done" || status === "cancelled";

const NO_MEASURE = {
  goal_id: null, kind: "other", responsible: "", responsible_id: null, due_on: null, due_gathering_id: null, status: "not_started",
  status_at: null, users_took_part: null, origin_kind: null, origin_session_id: null, origin_id: null, origin_words: null,
  borrowed_from_id: null, borrowed_from_team_id: null, removed: false,
};
const NO_GOAL = {
  kind: "result", status: "not_started", anchoring: "", anchoring_link: "",
  origin_kind: null, origin_session_id: null, origin_id: null, origin_words: null, removed: false,
};

/** How what was done here changes what the rows say, until they say it themselves: as the server does it. */
const CHANGES = {
  change_goal: (goal, { plan_id: _plan, goal_id: _goal, ...what }) => ({ ...goal, ...what }),
  remove_goal: (goal) => ({ ...goal, removed: true }),
  restore_goal: (goal) => ({ ...goal, removed: false }),
  change_measure: changedMeasure,
  set_status: (measure, { status }) => ({ ...measure, status }),
  remove_measure: (measure) => ({ ...measure, removed: true }),
  restore_measure: (measure) => ({ ...measure, removed: false }),
};

function changedMeasure(measure, { plan_id: _plan, measure_id: _measure, ...what }) {
  const changed = { ...measure, ...what };
  if ("responsible" in what || "responsible_id" in what) {
    Object.assign(changed, { responsible: what.responsible ?? "", responsible_id: what.responsible_id ?? null });
  }
  if ("due_on" in what || "due_gathering_id" in what) {
    Object.assign(changed, { due_on: what.due_on ?? null, due_gathering_id: what.due_gathering_id ?? null });
  }
  return changed;
}

/**
 * The plan as somebody of the team sees it: the rows, and over them what only this device knows so far.
 *
 * `{plan, goals, outside, measures, removed: {goals, measures}}`; each goal has its `measures`. `outside` are the measures
 * of no goal, and those whose goal has been taken out: nothing goes out of sight with something else. Goals and measures
 * have `state` ("saved", "saving", "here", "refused") and `error`, what was refused, with its operation's id.
 */
export function planOf({ rows, operations, connected }) {
  const goals = laidOver(rows.all("goal"), operations, connected, { add: "add_goal", id: "goal_id", blank: NO_GOAL });
  const measures = laidOver(rows.all("measure"), operations, connected, { add: "add_measure", id: "measure_id", blank: NO_MEASURE });
  const there = goals.filter(({ removed }) => !removed);
  const known = new Set(there.map(({ id }) => id));
  const at = (goal_id) => measures.filter((measure) => !measure.removed && measure.goal_id === goal_id);
  return {
    plan: rows.all("plan")[0],
    goals: there.map((goal) => ({ ...goal, measures: at(goal.id) })),
    outside: measures.filter((measure) => !measure.removed && !known.has(measure.goal_id)),
    measures: measures.filter(({ removed }) => !removed),
    removed: { goals: goals.filter(({ removed }) => removed), measures: measures.filter(({ removed }) => removed) },
  };
}

function laidOver(rows, operations, connected, { add, id, blank }) {
  const all = new Map(rows.map((row) => [row.id, { ...row, state: "saved", error: null }]));
  for (const operation of operations) {
    const key = operation.data[id];
    const known = all.get(key);
    if (operation.name === add && !known) {
      all.set(key, told({ ...blank, ...operation.data, id: key, position: operation.data.position ?? Infinity, state: "saved", error: null }, operation, connected));
    } else if (CHANGES[operation.name] && known && isAbout(operation, id)) {
      const changed = operation.state === "refused" ? known : CHANGES[operation.name](known, operation.data);
      all.set(key, told(changed, operation, connected));
    }
  }
  return [...all.values()].sort(inOrder);
}

/** A measure's commands may name a goal, too; that goal is not what they are about. */
const isAbout = ({ name }, id) => (id === "goal_id" ? name.endsWith("_goal") : !name.endsWith("_goal"));

function told(thing, operation, connected) {
  const state = shownState(operation, connected);
  const error = operation.state === "refused" ? { id: operation.id, name: operation.name, ...operation.error } : thing.error;
  return { ...thing, error, state: WORSE.indexOf(thing.state) >= WORSE.indexOf(state) ? thing.state : state };
}

const WORSE = ["saved", "saving", "here", "refused"];
const inOrder = (one, other) => (one.position === other.position ? (one.id < other.id ? -1 : 1) : one.position - other.position);
