import { rebased } from "./rebase.js";

const PAUSE = 900;
const UNWRITTEN = { version: 0, text: "" };

/**
 * One text that several organisers may be writing at once.
 *
 * One edit is under way at a time, and the next begins from what it came to; otherwise the server would merge our own
 * words with our own. What somebody else writes comes in when nothing here is unsaved, or merged by the server.
 */
export class Writing {
  #send;
  #changed;
  #pause;
  #timer = null;
  #base = { version: 0, text: "" };
  #row = null;
  /** The edit under way: `{id, text, version}`; `version` is what it came to, once answered. */
  #sent = null;

  #met = false;
  /** The version whose meeting of two texts has been read. */
  #read = 0;

  text = "";
  /** Why the last edit was refused; the text stays. */
  refused = "";

  constructor({ send, changed = () => {}, pause = PAUSE }) {
    this.#send = send;
    this.#changed = changed;
    this.#pause = pause;
  }

  get version() {
    return this.#base.version;
  }

  /** Whether all that is written here is on the server. */
  get clean() {
    return this.#sent === null && this.text === this.#base.text;
  }

  /** The id of the edit under way, or null. */
  get underWay() {
    return this.#sent?.id ?? null;
  }

  /** Somebody else has changed the text meanwhile, and it waits to be merged. */
  get othersWrite() {
    return !this.clean && this.#row !== null && this.#row.version > (this.#sent?.version ?? this.#base.version);
  }

  /** Take up what an earlier visit left: an edit still in the outbox, and what was typed after it. */
  takeUp({ operation = null, draft = null }) {
    if (operation) {
      this.#sent = { id: operation.id, text: operation.data.text, version: null };
      this.text = operation.data.text;
    }
    if (draft && draft.text !== (this.#row?.text ?? "")) {
      this.text = draft.text;
      this.#base = { version: draft.version, text: this.#row?.version === draft.version ? this.#row.text : null };
      this.#soon();
    }
  }

  /** Follow the row as the server tells it; one that is no longer there was never written, as far as the server knows. */
  follow(told) {
    const before = this.#row;
    const row = told ?? (before && UNWRITTEN);
    if (!row || row === before) {
      return;
    }
    this.#row = row;
    if (this.#isSetBack(row, before)) {
      this.#startFrom(row);
    } else if (this.#sent !== null) {
      this.#settle();
    } else if (this.clean && row.version >= this.#base.version) {
      this.text = row.text;
      this.#base = row;
    }
  }

  type(text) {
    this.text = text;
    this.refused = "";
    this.#soon();
  }

  /** What became of the edit under way. `result` is missing when another tab has sent it. */
  answered({ state, result = null, error = null }) {
    if (state === "refused") {
      this.refused = error?.message ?? "";
      this.#sent = null;
    } else if (state === "saved" && this.#sent.version === null) {
      this.#sent.version = result?.version ?? this.#row?.version ?? 0;
      this.#met ||= result?.merged === true;
      this.#settle();
    }
    this.#changed();
  }

  /** Send what is written without waiting for the pause. */
  hurry() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#sent === null && this.text !== this.#base.text) {
      const sent = { id: null, text: this.text, version: null };
      this.#sent = sent;
      sent.id = this.#send({ base_version: this.#base.version, text: sent.text });
    }
  }

  /** Somebody else's words and ours have met, or those of two others, and nobody here has read it yet. */
  get both() {
    return this.#met || (this.#row?.changed_by_both === true && this.#row.version > this.#read);
  }

  read() {
    this.#met = false;
    this.#read = this.#row?.version ?? 0;
    this.#changed();
  }

  /** Rows only ever grow, unless the server was restored from a backup: it may have lost what it had answered, too. */
  #isSetBack(row, before) {
    const lost = this.#sent !== null && this.#sent.version > row.version && row.version <= before?.version;
    return row.version < this.#base.version || row.version < before?.version || lost;
  }

  /** Go on from what the server knows: what is shown here and not there is to be saved again. */
  #startFrom(row) {
    this.#base = row;
    // One that has no answer yet is still in the outbox, and comes to something.
    if (this.#sent?.version !== null) {
      this.#sent = null;
    }
    if (this.text !== row.text) {
      this.#soon();
    }
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hurry(), this.#pause);
  }

  #settle() {
    const { text, version } = this.#sent;
    if (version === null || this.#row === null || this.#row.version < version) {
      return;
    }
    this.text = rebased(text, this.text, this.#row.text);
    this.#base = this.#row;
    this.#sent = null;
    if (this.text !== this.#base.text) {
      this.#soon();
    }
  }
}
