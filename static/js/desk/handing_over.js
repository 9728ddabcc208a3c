import { idFrom } from "../lib/identifiers.js";
import { SUMMARY_LENGTH } from "./summary.js";

/** After the hosts' notes, before the thoughts from phones. */
const LATE_POSITION = 900_000;

/**
 * Somebody else hosts this table now: all that was begun on this device goes to the outbox, which brings it there, marked.
 *
 * `desk` has `{store, outbox, stream, table, page, composing, editing, writers()}`. The rows of the table are gone by now, so which
 * rounds there were is kept on the device.
 */
export class HandingOver {
  #desk;
  #known = "";
  #begun = false;
  #working = Promise.resolve();

  constructor(desk) {
    this.#desk = desk;
  }

  /** Remember the table's rounds, for drafts are kept by round. */
  remember(places) {
    const ids = JSON.stringify(places.map(({ id }) => id));
    if (ids !== this.#known) {
      this.#known = ids;
      this.#desk.store.keep(this.#key, ids);
    }
  }

  /** Hand over what lies here. Asked twice, it is done once. */
  begin() {
    // Whatever goes to the outbox makes the page ask again, before the first asking has returned.
    if (!this.#begun) {
      this.#begun = true;
      this.#working = this.#all();
    }
    return this.#working;
  }

  /** The hosting goes on. */
  end() {
    this.#begun = false;
  }

  get #key() {
    return `places/${this.#desk.table}`;
  }

  async #all() {
    const { store, outbox, composing, editing } = this.#desk;
    // What is in the hands counts before what the store holds of it, which may be a moment older.
    const begun = composing.leave();
    const edit = editing.take();
    const writers = new Map(this.#desk.writers().map((writer) => [writer.placeId, writer]));
    await Promise.all([...writers.values()].map((writer) =>
      writer.flush((text) => this.#idOf("write_summary", writer.placeId, text))));
    const places = JSON.parse(this.#known || (await store.kept(this.#key)) || "[]");
    for (const placeId of places) {
      const text = placeId === begun.placeId ? begun.text : await store.kept(`note/${placeId}`);
      await this.#note(placeId, text ?? "");
      await this.#summary(placeId, writers.get(placeId));
    }
    await this.#edit(edit);
    // What is not a text (an order, a mark) is no longer theirs to say, and there is nothing in it to lose.
    outbox.pending().filter((one) => one.state === "refused" && !textOf(one)).forEach(({ id }) => outbox.discard(id));
  }

  async #note(placeId, text) {
    await this.#addNote(placeId, text);
    await this.#desk.store.forget(`note/${placeId}`);
  }

  /** A writer has sent its text by now, unless it is too long for a summary: then it comes as a note. */
  async #summary(placeId, writer) {
    const key = `summary/${placeId}`;
    const kept = writer ? null : await this.#desk.store.kept(key);
    const { text = "", basis } = kept ? JSON.parse(kept) : { text: writer?.unsent ? writer.text : "" };
    if ([...text].length > SUMMARY_LENGTH) {
      await this.#addNote(placeId, text);
    } else if (text.trim()) {
      const id = this.#idOf("write_summary", placeId, text);
      await this.#add(id, "write_summary", { table_round_id: placeId, ...basis, text });
    }
    await this.#desk.store.forget(key);
  }

  async #edit(edit) {
    const text = edit?.typed.trim();
    if (text && text !== edit.text.trim()) {
      const id = this.#idOf("edit_note", edit.noteId, text);
      await this.#add(id, "edit_note", { note_id: edit.noteId, ...edit.basis, text });
    }
    await this.#desk.store.forget(`edit/${this.#desk.table}`);
  }

  async #addNote(placeId, typed) {
    const text = typed.trim();
    if (text) {
      await this.#add(this.#idOf("add_note", placeId, text), "add_note", {
        table_round_id: placeId, note_id: this.#idOf("note", placeId, text), text, kind: "insight", source: "unspecified",
        position: LATE_POSITION, transcribed: false,
      });
    }
  }

  /** Killed between adding and forgetting, or in two tabs at once, the same text is handed over once. */
  #idOf(what, where, text) {
    const { stream, page } = this.#desk;
    return idFrom(stream, page.person ?? null, what, where, text);
  }

  #add(id, name, data) {
    const { outbox, stream } = this.#desk;
    return outbox.add({ id, name, data: { session_id: stream, ...data } });
  }
}

/** The text in an operation, if it has one. */
export const textOf = ({ data }) => (data.text ?? "").trim();
