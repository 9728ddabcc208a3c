import { withCitation, withoutCitation } from "../harvest/citations.js";
import { newId } from "../lib/identifiers.js";
import { t } from "../lib/words.js";
import { topicOf } from "./beginning.js";
import { conclusionsIn } from "./grounds.js";
import { positionAfterMove } from "./order.js";
import { joined, parted } from "./whole.js";

/** What can be done with conclusions and next steps. Views call these; `grounds` is as last drawn. */
export class Actions {
  grounds = null;
  #parts;
  #cursor = null;

  constructor(parts) {
    this.#parts = parts;
  }

  /** Begin a conclusion under a topic, or from a theme whose title and notes it takes. */
  begin({ topic_id = null, theme = null }) {
    const { begun, editors, shown, soon } = this.#parts;
    const id = newId();
    begun.add(id, theme ? topicOf(this.grounds.under(theme.id)) : topic_id);
    if (theme) {
      editors.type(id, joined(theme.title, ""));
      editors.at(id).hurry();
      this.#parts.add("rest_on", { conclusion_id: id, theme_ids: [theme.id] });
    }
    Object.assign(shown, { conclusion: id, reading: false, step: null });
    soon();
    this.#focusOn("title");
  }

  choose(id) {
    const { shown, finding, soon } = this.#parts;
    this.#leave();
    Object.assign(shown, { conclusion: id, reading: false, asked: "" });
    Object.assign(finding, { typed: "", at: 0 });
    soon();
    this.#focusOn("title");
  }

  done() {
    const { shown, draw } = this.#parts;
    const id = shown.conclusion;
    this.#leave();
    shown.conclusion = null;
    draw();
    document.getElementById(`conclusion-${id}`)?.focus();
  }

  type() {
    const { editors, shown, begun } = this.#parts;
    const id = shown.conclusion;
    editors.type(id, joined(this.#field("title").value, this.#field("text").value));
    if (begun.all(editors).some((row) => row.id === id)) {
      // What is no row yet is found again after a reload only if it has been handed over.
      editors.at(id).hurry();
    }
  }

  hurry() {
    const { editors, shown } = this.#parts;
    const text = this.#field("text");
    this.#cursor = text ? text.selectionEnd : null;
    shown.conclusion && editors.at(shown.conclusion).hurry();
  }

  read() {
    const { shown, soon } = this.#parts;
    shown.reading = !shown.reading;
    soon();
  }

  hasRead() {
    const { editors, shown } = this.#parts;
    editors.at(shown.conclusion).read();
  }

  take(whole) {
    const { editors, earlier, shown } = this.#parts;
    earlier.close();
    editors.type(shown.conclusion, whole);
    editors.at(shown.conclusion).hurry();
  }

  find(what) {
    const { finding, soon } = this.#parts;
    Object.assign(finding, what);
    soon();
  }

  /** Put a citation where the cursor was, and let the next one be found. */
  cite(note) {
    const { editors, shown, finding } = this.#parts;
    const field = this.#field("text");
    const { text, cursor } = withCitation(field.value, this.#cursor ?? field.value.length, note.id);
    this.#cursor = cursor;
    editors.type(shown.conclusion, joined(this.#field("title").value, text));
    Object.assign(finding, { typed: "", at: 0 });
    this.#focusOn("cite");
  }

  /** Cite a note at the end of a conclusion that is not in hand. */
  citeIn(id, note) {
    const { editors } = this.#parts;
    if (id) {
      const { title, text } = parted(editors.at(id).text);
      editors.type(id, joined(title, withCitation(text, text.length, note.id).text));
      editors.at(id).hurry();
    }
  }

  uncite(id) {
    const { editors, shown } = this.#parts;
    editors.type(shown.conclusion, withoutCitation(editors.at(shown.conclusion).text, id));
  }

  toTopic(topic_id) {
    const { rows, shown, begun, editors, soon } = this.#parts;
    const id = shown.conclusion;
    if (!begun.toTopic(id, topic_id)) {
      const row = rows.get("conclusion", id);
      editors.at(id).hurry();
      this.#parts.add("write_conclusion", { conclusion_id: id, topic_id, title: row.title, base_version: row.version, text: row.text });
    }
    soon();
  }

  restOn(theme_id, on) {
    const { shown } = this.#parts;
    this.#parts.add("rest_on", { conclusion_id: shown.conclusion, theme_ids: this.grounds.namedWith(shown.conclusion, theme_id, on) });
  }

  approve(event, row) {
    if (event.currentTarget.getAttribute("aria-disabled") !== "true") {
      this.#parts.ask("text", "approve_conclusion", {
        conclusion_id: row.id, version: row.version, without_hosts: !row.approved_by_hosts,
      }, () => t("Approved."));
    }
  }

  move(id, by) {
    const { rows } = this.#parts;
    const { topic_id } = rows.get("conclusion", id);
    const position = positionAfterMove(conclusionsIn(rows).filter((row) => row.topic_id === topic_id), id, by);
    position === null || this.#parts.add("move_conclusion", { conclusion_id: id, position });
  }

  remove(row) {
    const { shown } = this.#parts;
    shown.conclusion = shown.conclusion === row.id ? null : shown.conclusion;
    this.#parts.add("remove_conclusion", { conclusion_id: row.id });
  }

  restore(row) {
    this.#parts.add("restore_conclusion", { conclusion_id: row.id });
  }

  openStep(step) {
    const { shown, soon } = this.#parts;
    shown.step = step;
    soon();
    step && this.#focusOn("step-text");
  }

  saveStep(event) {
    event.preventDefault();
    const { shown } = this.#parts;
    const { text, who, by_when } = event.target.elements;
    const { id, conclusion_id } = shown.step;
    if (text.value.trim()) {
      this.#parts.add("set_next_step", {
        step_id: id ?? newId(), conclusion_id, text: text.value.trim(), who: who.value.trim(), by_when: by_when.value.trim(),
      });
      this.openStep(null);
    }
  }

  removeStep(step) {
    this.#parts.add("remove_next_step", { step_id: step.id });
  }

  #leave() {
    const { editors, shown } = this.#parts;
    shown.conclusion && editors.at(shown.conclusion).hurry();
    this.#cursor = null;
  }

  #field(id) {
    return this.#parts.root.querySelector(`#${id}`);
  }

  #focusOn(id) {
    this.#parts.draw();
    this.#field(id)?.focus();
  }
}
