import { newId } from "../lib/identifiers.js";
import { withCitation, withoutCitation } from "./citations.js";
import { movedCursor } from "./rebase.js";
import { Writing } from "./writing.js";

/**
 * How texts of one kind are asked for: the command, what it carries for an edit `{base_version, text}`, whose text an
 * operation is, the text it holds, and the name under which a draft is kept. `within`, if given, says what the command
 * calls the stream; else it is a session.
 */
export const CONSOLIDATED = {
  command: "write_consolidated",
  carries: (topic, edit) => ({ topic_id: topic, ...edit }),
  whose: (data) => data.topic_id ?? null,
  textIn: (data) => data.text,
  draft: (topic) => topic ?? "introduction",
};

/** Several texts of a kind, one of them in the fields. What is typed is kept on this device until the server has it. */
export class Editors {
  #session_id;
  #kind;
  #store;
  #outbox;
  #changed;
  #all = new Map();
  #placed = new WeakMap();
  #kept = new Set();

  constructor({ session_id, store, outbox, changed, kind = CONSOLIDATED }) {
    this.#session_id = session_id;
    this.#kind = kind;
    this.#store = store;
    this.#outbox = outbox;
    this.#changed = changed;
    outbox.subscribe(() => this.#answered());
  }

  /** The text of a topic (null is the introduction), or of whatever else these texts belong to. */
  at(topic) {
    if (!this.#all.has(topic)) {
      const send = (edit) => this.#send(topic, edit);
      this.#all.set(topic, new Writing({ send, changed: this.#changed }));
    }
    return this.#all.get(topic);
  }

  /** Take up what an earlier visit left behind for these topics. */
  async takeUp(topics, textOf) {
    const drafts = await Promise.all(topics.map((topic) => this.#store.kept(this.#key(topic))));
    topics.forEach((topic, n) => {
      const sent = this.#outbox.pending().findLast((operation) => this.#isOf(topic, operation) && operation.state !== "refused");
      const operation = sent && { id: sent.id, data: { text: this.#kind.textIn(sent.data) } };
      const kept = drafts[n];
      this.at(topic).follow(textOf(topic));
      this.at(topic).takeUp({ operation, draft: kept ? JSON.parse(kept) : null });
      kept && this.#kept.add(topic);
    });
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

  /** Put the text, or the part of it that `read` gives, into a field, with the cursor where it was among the words. */
  place(topic, field, read = (text) => text) {
    const text = read(this.at(topic).text);
    const same = this.#placed.get(field) === topic;
    this.#placed.set(field, topic);
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
    const within = this.#kind.within ?? "session_id";
    this.#outbox.add({ id, name: this.#kind.command, data: { [within]: this.#session_id, ...this.#kind.carries(topic, edit) } });
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
      .filter((operation) => this.#isOf(topic, operation) && operation.state === "refused")
      .forEach(({ id }) => this.#outbox.discard(id));
  }

  #isOf(topic, { name, data }) {
    return name === this.#kind.command && this.#kind.whose(data) === topic;
  }

  #key(topic) {
    return `harvest/${this.#session_id}/${this.#kind.draft(topic)}`;
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
