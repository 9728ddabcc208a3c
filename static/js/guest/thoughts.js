import { keepDraft } from "../lib/forms.js";
import { newId } from "../lib/identifiers.js";

const draftKey = (tableRoundId) => `thought/${tableRoundId}`;

/**
 * A guest's own thoughts: the drafts, the sending, and a list of them that stays on this phone.
 *
 * The server cannot give the list back: a thought without a name has no author there.
 */
export class Thoughts {
  #store;
  #outbox;
  #stream;
  #redraw;
  #list = [];
  #drafts = new Map();
  #attachers = new Map();
  /** Drafts left from rounds that have ended: `{table_round_id, table, text}`. */
  unfinished = [];

  constructor({ store, outbox, stream, redraw }) {
    this.#store = store;
    this.#outbox = outbox;
    this.#stream = stream;
    this.#redraw = redraw;
  }

  async start() {
    this.#list = JSON.parse((await this.#store.kept(this.#listKey)) ?? "[]");
  }

  get #listKey() {
    return `thoughts/${this.#stream}`;
  }

  /** The thoughts sent from here, the newest first, each with `state`: saved, sending, waiting or refused. */
  sent() {
    return this.#list
      .map((thought) => {
        const operation = this.#outbox.get(thought.operation);
        return { ...thought, state: operation?.state ?? "saved", error: operation?.error ?? null };
      })
      .reverse();
  }

  /** A lit `ref` for the field of a table round: what is typed there is kept until it is sent. */
  attach(tableRoundId) {
    if (!this.#attachers.has(tableRoundId)) {
      this.#attachers.set(tableRoundId, (field) => this.#attached(tableRoundId, field));
    }
    return this.#attachers.get(tableRoundId);
  }

  #attached(tableRoundId, field) {
    this.#drafts.get(tableRoundId)?.draft.stop();
    this.#drafts.delete(tableRoundId);
    if (field) {
      const draft = keepDraft(field, draftKey(tableRoundId), { store: this.#store });
      this.#drafts.set(tableRoundId, { field, draft });
    }
  }

  async send({ tableRoundId, text, kind, anonymous }) {
    const data = {
      session_id: this.#stream, table_round_id: tableRoundId, idea_id: newId(), text, kind, anonymous,
    };
    const operation = newId();
    this.#list = [...this.#list, { operation, text, kind, anonymous }];
    await this.#outbox.add({ name: "send_idea", data, id: operation });
    await this.#keepList();
    await this.#forgetDraft(tableRoundId);
    this.unfinished = this.unfinished.filter(({ table_round_id: id }) => id !== tableRoundId);
    this.#redraw();
  }

  /** Forget what has been sent, but not the next thought that was begun while it was being stored. */
  #forgetDraft(tableRoundId) {
    const { field, draft } = this.#drafts.get(tableRoundId) ?? {};
    if (!field) {
      return this.#store.forget(draftKey(tableRoundId));
    }
    return field.value === "" ? draft.forget() : undefined;
  }

  /** Take a thought that will not be accepted off the list; its text goes back to the caller. */
  async discard(operation) {
    this.#list = this.#list.filter((thought) => thought.operation !== operation);
    await this.#outbox.discard(operation);
    await this.#keepList();
    this.#redraw();
  }

  async dropDraft(tableRoundId) {
    await this.#store.forget(draftKey(tableRoundId));
    this.unfinished = this.unfinished.filter(({ table_round_id: id }) => id !== tableRoundId);
    this.#redraw();
  }

  /** Look for what was begun at other tables than the present one. */
  async findUnfinished(seats, presentId) {
    const found = [];
    for (const { table_round_id: id, table } of seats.filter((seat) => seat.table_round_id !== presentId)) {
      const text = await this.#store.kept(draftKey(id));
      if (text?.trim()) {
        found.push({ table_round_id: id, table, text });
      }
    }
    this.unfinished = found;
    this.#redraw();
  }

  #keepList() {
    return this.#store.keep(this.#listKey, JSON.stringify(this.#list));
  }
}
