import { newId } from "../lib/identifiers.js";
import { grownFrom } from "./basis.js";
import { afterAll, moved } from "./positions.js";

/** What a host does with notes, as operations for the outbox. */
export class NoteEdits {
  #outbox;
  #stream;

  constructor({ outbox, stream }) {
    this.#outbox = outbox;
    this.#stream = stream;
  }

  add({ placeId, text, kind, source, notes, transcribed }) {
    return this.#do("add_note", {
      table_round_id: placeId, note_id: newId(), text, kind, source, position: afterAll(notes), transcribed,
    });
  }

  /**
   * Give a note another text. `basis` says what the writer saw when the writing began.
   *
   * An edit that has not left yet is replaced: one edit that says it all merges better than two. The new one is on the
   * disk before the old one goes.
   */
  async edit(note, text, basis = note.basis) {
    if (note.error?.name === "add_note") {
      return this.#writeAgain(note, text);
    }
    const basedOn = grownFrom(basis.based_on, (id) => this.#outbox.state(id) === "saved");
    const added = await this.#do("edit_note", { note_id: note.id, ...basis, based_on: basedOn, text });
    const before = note.error?.name === "edit_note" ? note.error.id : basis.based_on[0];
    if (before && ["waiting", "refused"].includes(this.#outbox.state(before))) {
      await this.#outbox.discard(before);
    }
    return added;
  }

  mark(note, { kind = note.kind, source = note.source }) {
    return this.#do("mark_note", { note_id: note.id, kind, source });
  }

  async move(notes, id, up) {
    for (const { noteId, position } of moved(notes, id, up)) {
      await this.#do("move_note", { note_id: noteId, position });
    }
  }

  remove(note) {
    return this.#do("delete_note", { note_id: note.id });
  }

  restore(note) {
    return this.#do("restore_note", { note_id: note.id });
  }

  /** Throw away what was refused, because the writer has asked for it. */
  dismiss(note) {
    return this.#outbox.discard(note.error.id);
  }

  async #writeAgain(note, text) {
    const { data } = this.#outbox.get(note.error.id);
    const added = await this.#do("add_note", { ...data, text });
    await this.#outbox.discard(note.error.id);
    return added;
  }

  #do(name, data) {
    return this.#outbox.add({ name, data: { session_id: this.#stream, ...data } });
  }
}
