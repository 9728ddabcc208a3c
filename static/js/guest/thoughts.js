import { keepDraft } from "../lib/forms.js";
import { newId } from "../lib/identifiers.js";
import { shownState } from "../lib/shown_state.js";

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
  #person;
  #redraw;
  #list = [];
  #thrown = new Set();
  #drafts = new Map();
  #attachers = new Map();
  /** Drafts left from rounds that have ended: `{table_round_id, table, text}`. */
  unfinished = [];

  constructor({ store, outbox, stream, person, redraw }) {
    this.#store = store;
    this.#outbox = outbox;
    this.#stream = stream;
    this.#person = person;
    this.#redraw = redraw;
  }

  async start() {
    await this.#readList();
    this.#outbox.shown().forEach(({ id }) => this.#heard(id));
    this.#outbox.subscribe((id) => this.#heard(id));
    await this.#dropSentDrafts();
  }

  /** The list is every tab's: what another one has added or thrown away is so here too. */
  #heard(id) {
    const operation = this.#outbox.get(id);
    const listed = this.#list.some((thought) => thought.operation === id);
    if (operation?.name === "send_idea" && operation.stream === this.#stream && !listed) {
      const { text, kind, anonymous } = operation.data;
      this.#list = [...this.#list, { operation: id, text, kind, anonymous }];
    } else if (!operation && this.#outbox.state(id) === undefined) {
      this.#list = this.#list.filter((thought) => thought.operation !== id);
    }
  }

  async #readList() {
    const kept = JSON.parse((await this.#store.kept(this.#listKey)) ?? "[]");
    const known = new Set([...kept.map(({ operation }) => operation), ...this.#thrown]);
    this.#list = [...kept, ...this.#list.filter(({ operation }) => !known.has(operation))]
      .filter(({ operation }) => !this.#thrown.has(operation));
  }

  /** A phone that died in the middle of sending has the text twice: on its way, and still as a draft. */
  async #dropSentDrafts() {
    for (const { name, data } of this.#outbox.shown()) {
      const key = draftKey(data.table_round_id);
      if (name === "send_idea" && (await this.#store.kept(key)) === data.text) {
        await this.#store.forget(key);
      }
    }
  }

  get #listKey() {
    return `thoughts/${this.#stream}/${this.#person}`;
  }

  /** The thoughts sent from here, the newest first, each with `state`: saved, saving, here or refused. */
  sent({ connected }) {
    return this.#list
      .map((thought) => {
        const operation = this.#outbox.get(thought.operation);
        const state = operation ? shownState(operation, connected) : "saved";
        return { ...thought, state, error: operation?.error ?? null };
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
    this.#thrown.add(operation);
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

  async #keepList() {
    await this.#readList();
    // What another tab has just listed is in the outbox before it is in the list: else it would look saved.
    await this.#outbox.takeUp();
    return this.#store.keep(this.#listKey, JSON.stringify(this.#list));
  }
}
