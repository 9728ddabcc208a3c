import { moved } from "../desk/positions.js";
import { newId } from "../lib/identifiers.js";

const toElement = (id) => document.getElementById(id)?.focus({ preventScroll: true });

/** What can be done with goals and measures, by the names the views call it. */
export class Actions {
  #parts;

  /** `parts` has `{shown, lines, alike, draw(), soon(), add(name, data), outbox}`. */
  constructor(parts) {
    this.#parts = parts;
  }

  /** The first tap: show the six words under the line, or put them away. */
  askStatus(place, measure) {
    const { shown, draw } = this.#parts;
    const at = `${place}/${measure.id}`;
    shown.asking = shown.asking === at ? null : at;
    draw();
    const statuses = document.getElementById("statuses");
    if (statuses && statuses.getBoundingClientRect().bottom > innerHeight) {
      statuses.scrollIntoView({ block: "nearest" });
    }
    statuses?.querySelector('[aria-pressed="true"]')?.focus({ preventScroll: true });
  }

  /** The second tap: it is done. */
  setStatus(place, measure, status) {
    const { shown, draw, add } = this.#parts;
    const at = `${place}/${measure.id}`;
    shown.asking = null;
    if (status !== measure.status) {
      shown.told = { at, measure_id: measure.id, before: measure.status };
      shown.touched.add(measure.id);
      add("set_status", { measure_id: measure.id, status });
    }
    draw();
    toElement(`mark-${place}-${measure.id}`);
  }

  leaveStatuses(event, place, measure) {
    if (event.key === "Escape") {
      this.askStatus(place, measure);
      toElement(`mark-${place}-${measure.id}`);
    }
  }

  undoStatus() {
    const { shown, draw, add } = this.#parts;
    const { at, measure_id, before } = shown.told;
    shown.told = null;
    add("set_status", { measure_id, status: before });
    draw();
    toElement(`mark-${at.replace("/", "-")}`);
  }

  openMeasure(at) {
    const { shown, draw } = this.#parts;
    shown.measures.delete(at) || shown.measures.add(at);
    draw();
  }

  openGoal(goal, open) {
    const { shown, draw } = this.#parts;
    shown.goals.set(goal.id, open);
    draw();
  }

  aboutGoal(id) {
    const { shown, draw } = this.#parts;
    shown.goal = id;
    draw();
  }

  filter(filter) {
    const { shown, draw } = this.#parts;
    shown.filter = filter;
    shown.touched.clear();
    // Whoever looks for measures wants to see them.
    shown.goals.clear();
    shown.unfolded = filter !== "all";
    draw();
  }

  change(measure, what) {
    this.#parts.add("change_measure", { measure_id: measure.id, ...what });
  }

  changeGoal(goal, what) {
    this.#parts.add("change_goal", { goal_id: goal.id, ...what });
  }

  chooseResponsible(measure, chosen) {
    const { shown, lines, draw } = this.#parts;
    const key = `measure/${measure.id}/responsible`;
    shown.other = chosen === "other" ? measure.id : null;
    lines.forget(key);
    this.change(measure, chosen === "other" ? { responsible: "" } : { responsible_id: chosen || null });
    draw();
    chosen === "other" && toElement(key);
  }

  /** Up or down among those it stands with. */
  move(kind, siblings, id, up) {
    const { add, draw } = this.#parts;
    const [name, key] = kind === "goal" ? ["change_goal", "goal_id"] : ["change_measure", "measure_id"];
    moved(finite(siblings), id, up).forEach(({ noteId, position }) => add(name, { [key]: noteId, position }));
    const { step } = document.activeElement.dataset;
    draw();
    // Moved with its measure the button has lost the focus; at the end of the list another one takes it.
    const button = document.querySelector(`[data-step="${CSS.escape(step)}"]`);
    (button?.disabled ? button.parentElement.querySelector("button:enabled") : button)?.focus();
  }

  remove(kind, thing) {
    const { add, draw, shown } = this.#parts;
    add(`remove_${kind}`, { [`${kind}_id`]: thing.id });
    shown.text = null;
    draw();
    document.querySelector("#removed > summary")?.focus();
  }

  restore(kind, thing) {
    const { add, draw } = this.#parts;
    add(`restore_${kind}`, { [`${kind}_id`]: thing.id });
    draw();
    document.getElementById(kind === "goal" ? `goal-${thing.id}` : `open-plan-${thing.id}`)?.focus();
  }

  /** Let go of something the server has refused. */
  letGo(id) {
    this.#parts.outbox.discard(id);
  }

  typeLine(key, text) {
    const { lines, alike } = this.#parts;
    lines.type(key, text);
    key.startsWith("new/measure/") && alike.type(key, text);
    this.#parts.soon();
  }

  hurryLine(key) {
    this.#parts.lines.hurry(key);
  }

  /** A title left empty is the one it was. */
  leaveLine(key) {
    const { lines } = this.#parts;
    if (key.endsWith("/title") && lines.at(key)?.trim() === "") {
      lines.forget(key);
    }
    lines.hurry(key);
  }

  /** Add the goal or measure that stands in the field with which one begins. */
  begin(key) {
    const { lines, add, shown, draw, alike } = this.#parts;
    const title = lines.at(key)?.trim();
    if (title) {
      const [, kind, goal] = key.split("/");
      const id = newId();
      add(`add_${kind}`, { [`${kind}_id`]: id, title, ...(kind === "measure" && goal !== "none" ? { goal_id: goal } : {}) })
        .then(() => lines.at(key)?.trim() === title && lines.forget(key));
      shown.touched.add(id);
      kind === "goal" && shown.goals.set(id, true);
      draw();
    }
    alike.type(key, "");
    toElement(key);
  }

  /** Take over a measure of another team instead of writing one's own: it says whose it was, and they are told. */
  borrow(key, { id }) {
    const { lines, add, alike } = this.#parts;
    const goal = key.split("/")[2];
    add("borrow_measure", { measure_id: newId(), from_measure_id: id, goal_id: goal === "none" ? null : goal });
    lines.forget(key);
    alike.type(key, "");
    toElement(key);
  }
}

/** What was just added has no position yet: it stands last. */
const finite = (things) => things.map((thing, n) => ({ ...thing, position: Number.isFinite(thing.position) ? thing.position : 1e6 + n }));
