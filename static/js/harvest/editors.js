import { newId } from "../lib/identifiers.js";
import { withCitation, withoutCitation } from "./citations.js";
import { movedCursor } from "./rebase.js";
import { Writing } from "./writing.js";

/** The texts of all topics, one of them in the field. What is typed is kept on this device until the server has it. */
export class Editors {
  #session_id;
  #store;
  #outbox;
  #changed;
  #all = new Map();
  #placed = null;
  #kept = new Set();

  constructor({ session_id, store, outbox, changed }) {
    this.#session_id = session_id;
    this.#store = store;
    this.#outbox = outbox;
    this.#changed = changed;
    outbox.subscribe(() => this.#answered());
  }

  /** The text of a topic; null is the introduction. */
  at(topic) {
    if (!this.#all.has(topic)) {
      const send = (edit) => this.#send(topic, edit);
      this.#all.set(topic, new Writing({ send, changed: this.#changed }));
    }
    return this.#all.get(topic);
  }

  /** Take up what an earlier visit left behind. */
  async takeUp(rows, textOf) {
    for (const topic of [null, ...rows.all("topic").map((row) => row.id)]) {
      const operation = this.#outbox.pending().findLast(({ name, data, state }) =>
        name === "write_consolidated" && (data.topic_id ?? null) === topic && state !== "refused");
      const kept = await this.#store.kept(this.#key(topic));
      this.at(topic).follow(textOf(topic));
      this.at(topic).takeUp({ operation, draft: kept ? JSON.parse(kept) : null });
      kept && this.#kept.add(topic);
    }
    this.#answered();
  }

  follow(topics, textOf) {
    topics.forEach((topic) => this.at(topic).follow(textOf(topic)));
    topics.filter((topic) => this.at(topic).clean === this.#kept.has(topic))
      .forEach((topic) => (this.at(topic).clean ? this.#forget(topic) : this.#keep(topic)));
  }

  type(topic, text) {
    this.#giveUpRefused(topic);
    this.at(topic).type(text);
    // At each input: a tab may be killed at the next moment, and a write that has begun is not dropped.
    this.#keep(topic);
    this.#changed();
  }

  cite(topic, id, field) {
    const { text, cursor } = withCitation(field.value, field.selectionEnd, id);
    field.value = text;
    field.setSelectionRange(cursor, cursor);
    this.type(topic, text);
  }

  uncite(topic, id) {
    this.type(topic, withoutCitation(this.at(topic).text, id));
  }

  /** Put the text into the field, with the cursor where it was among the words. */
  place(topic, field) {
    const { text } = this.at(topic);
    const same = this.#placed === topic;
    this.#placed = topic;
    if (field.value !== text) {
      const [start, end] = [field.selectionStart, field.selectionEnd].map((at) => (same ? movedCursor(field.value, text, at) : text.length));
      field.value = text;
      field.setSelectionRange(start, end);
    }
  }

  /** "saved", "saving", "here" (only on this device) or "refused". */
  state(topic) {
    const writing = this.at(topic);
    if (writing.refused) {
      return "refused";
    }
    if (writing.clean) {
      return "saved";
    }
    return writing.underWay && this.#outbox.state(writing.underWay) === "waiting" ? "here" : "saving";
  }

  #send(topic, edit) {
    const id = newId();
    this.#outbox.add({ id, name: "write_consolidated", data: { session_id: this.#session_id, topic_id: topic, ...edit } });
    return id;
  }

  #answered() {
    for (const writing of this.#all.values()) {
      // One that is no longer listed has been saved, and its rows have come.
      const operation = writing.underWay && (this.#outbox.get(writing.underWay) ?? { state: "saved" });
      if (operation && ["saved", "refused"].includes(operation.state)) {
        writing.answered(operation);
      }
    }
    this.#changed();
  }

  /** The words of a refused edit are in the field, and go along with the next one. */
  #giveUpRefused(topic) {
    this.#outbox.pending()
      .filter(({ name, data, state }) => name === "write_consolidated" && data.topic_id === topic && state === "refused")
      .forEach(({ id }) => this.#outbox.discard(id));
  }

  #key(topic) {
    return `harvest/${this.#session_id}/${topic ?? "introduction"}`;
  }

  #keep(topic) {
    const { clean, text, version } = this.at(topic);
    if (!clean) {
      this.#kept.add(topic);
      this.#store.keep(this.#key(topic), JSON.stringify({ text, version }));
    }
  }

  #forget(topic) {
    this.#kept.delete(topic);
    this.#store.forget(this.#key(topic));
  }
}
