import { grownFrom } from "./basis.js";
import { SUMMARY_LENGTH, summaryOf } from "./summary.js";

/** A summary goes off in drafts: at a pause in the writing, not at each letter. */
const PAUSE = 1_200;

/**
 * One person's writing of one round's summary: what is in the field, and what that started from.
 *
 * The field is the writer's. What others write is taken into it only while nobody's hands are on it; until then both
 * texts meet on the server. The text and what is to happen with it are kept on this device until the outbox has them.
 */
export class SummaryWriter {
  #desk;
  #placeId;
  #basis = { base_version: 0, based_on: [] };
  #timer = null;
  #sent = null;
  #newest = 0;

  text = "";
  /** "show" or "approve" once that is asked for and the text is still on its way. */
  wanted = null;

  /** `desk` has `{rows, outbox, store, stream, connected(), changed()}`. */
  constructor(desk, placeId) {
    this.#desk = desk;
    this.#placeId = placeId;
    this.#adopt();
  }

  get placeId() {
    return this.#placeId;
  }

  /** The summary as it is known, without what is still only in the field. */
  get told() {
    const { rows, outbox } = this.#desk;
    return summaryOf({
      rows, operations: outbox.shown(), placeId: this.#placeId, connected: this.#desk.connected(),
    });
  }

  get unsent() {
    return this.text.trim() !== (this.#sent ?? "").trim();
  }

  get tooLong() {
    return [...this.text].length > SUMMARY_LENGTH;
  }

  /** Take up what was typed before a reload. */
  async restore() {
    const kept = await this.#desk.store.kept(this.#key);
    if (kept && this.text === this.#sent) {
      const { text, basis, wanted } = JSON.parse(kept);
      Object.assign(this, { text, wanted });
      this.#basis = basis;
      this.#later();
      this.#desk.changed();
    }
  }

  type(text) {
    this.text = text;
    this.wanted = null;
    this.#keep();
    this.#later();
    this.#desk.changed();
  }

  /** Rows or operations have changed. `busy` says that somebody's hands are on the field. */
  async refresh({ busy }) {
    const { told } = this;
    this.#noticeSetBack(told);
    if (!busy && !this.unsent && told.text !== this.text) {
      this.#adopt();
      this.#desk.changed();
    }
    if (this.wanted && !this.unsent && told.state === "saved" && told.version > 0) {
      const name = this.wanted === "show" ? "show_summary" : "approve_summary";
      this.wanted = null;
      await this.#desk.store.forget(this.#key);
      await this.#add(name, { version: told.version });
    }
  }

  /** Somebody else has written while this field was being written in. */
  get othersWrote() {
    const { told } = this;
    return !this.unsent && told.state === "saved" && told.text !== this.text;
  }

  /** Take the text as it stands now. */
  takeNewest() {
    this.#adopt();
    this.#desk.changed();
  }

  /** Let another text stand: one of the two that met, or an earlier one. It starts from what stands now. */
  take(text) {
    this.#adopt();
    this.type(text);
    return this.flush();
  }

  /** Show it to the table, or hand it over: as soon as the text itself has arrived. */
  async want(what) {
    this.wanted = what;
    await this.flush();
    await this.#keep();
    await this.refresh({ busy: true });
    this.#desk.changed();
  }

  /**
   * Send what is in the field now. A text that is too long stays here, and the page says so. `idOf` makes the edit's id
   * of the text; without it each edit is a new one.
   */
  async flush(idOf = () => undefined) {
    clearTimeout(this.#timer);
    if (!this.unsent || this.tooLong) {
      return;
    }
    const [before] = this.#basis.based_on;
    const text = this.text;
    this.#sent = text;
    const { outbox } = this.#desk;
    this.#basis = { ...this.#basis, based_on: this.#grownFrom() };
    const { id } = await this.#add("write_summary", { ...this.#basis, text }, idOf(text));
    this.#basis = { ...this.#basis, based_on: grownFrom([id, ...this.#basis.based_on]) };
    if (before && ["waiting", "refused"].includes(outbox.state(before))) {
      await outbox.discard(before);
    }
    if (this.text === text) {
      await (this.wanted ? this.#keep() : this.#desk.store.forget(this.#key));
    }
  }

  get #key() {
    return `summary/${this.#placeId}`;
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  #grownFrom() {
    return grownFrom(this.#basis.based_on, (id) => this.#desk.outbox.state(id) === "saved");
  }

  #keep() {
    const basis = { ...this.#basis, based_on: this.#grownFrom() };
    const kept = { text: this.text, basis, wanted: this.wanted };
    return this.#desk.store.keep(this.#key, JSON.stringify(kept));
  }

  #adopt() {
    const { text, basis } = this.told;
    this.text = text;
    this.#sent = text;
    this.#basis = basis;
  }

  /** Restored from a backup the server may know an older text only: what stands here is a change of that one. */
  #noticeSetBack(told) {
    const version = this.#desk.rows.get("summary", this.#placeId)?.version ?? this.#newest;
    if (version < this.#newest) {
      this.#basis = { ...this.#basis, base_version: Math.min(this.#basis.base_version, version) };
      if (told.state === "saved" && told.text !== this.text) {
        this.#sent = told.text;
        this.#keep();
        this.#later();
      }
    }
    this.#newest = version;
  }

  #add(name, data, id) {
    const { outbox, stream } = this.#desk;
    return outbox.add({ id, name, data: { session_id: stream, table_round_id: this.#placeId, ...data } });
  }
}
