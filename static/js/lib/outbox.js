import { newId } from "./identifiers.js";
import { OperationList } from "./outbox_list.js";
import { asPlainText, asStored, tooLarge, waitBefore } from "./outbox_rules.js";
import { OutboxTabs } from "./outbox_tabs.js";
import { t } from "./words.js";
import { Writers } from "./writers.js";

/** A saved operation is shown until its rows have come; should they never come, not longer than this. */
const SHOWN_SAVED = 10_000;

/**
 * Everything a person has done here, until the server has it.
 *
 * Written to the disk first, then sent one at a time in order, each with the id it was made with: sent twice it has one
 * effect. An operation leaves in two ways only: the server has acknowledged it, or the person throws it away.
 *
 * It goes as the person who wrote it, or not at all: on a shared device others' operations wait for a page of theirs, and
 * are not shown to anybody else.
 *
 * States: "waiting" (only on this phone), "sending", "saved", "refused" (will never be accepted; the text is kept).
 *
 * The transport has `ready`, `person` (as whom the server has let it in, where it is a person's place), `send(operation)` resolving to the server's answer, and `subscribe(listener)`.
 */
export class Outbox {
  #store;
  #transport;
  #stream;
  #writers;
  #tabs;
  #left;
  #list = new OperationList();
  #sending = false;
  #wanted = false;
  #failures = 0;
  #timer = null;

  /**
   * `writers` are the names of the person at this page, the first is what they write as. `left` is called when another
   * tab has left for good and this device is to forget everything.
   */
  constructor({ store, transport, stream, writers = null, tabs = new OutboxTabs(stream), left = () => {} }) {
    this.#store = store;
    this.#transport = transport;
    this.#stream = stream;
    this.#writers = new Writers(stream, writers);
    this.#tabs = tabs;
    this.#left = left;
  }

  /** Take up what an earlier visit has left and begin to send. */
  async start() {
    this.#transport.subscribe(() => this.#transport.ready && this.#wake());
    this.#tabs.listen((message) => this.#hear(message));
    this.#store.subscribe(() => this.#storeChanged());
    await this.takeUp();
    this.#wake();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#wanted = false;
    this.#tabs.close();
  }

  /**
   * Add an operation. It is listed as waiting at once; the promise resolves to it when the disk has it (or the store
   * has said that it is not durable). Only then is it sent: what may have been saved must not be forgotten here.
   */
  async add({ name, data, stream = this.#stream, id = newId() }) {
    const operation = { id, name, data, stream, writer: this.#writers.name, error: null };
    if (tooLarge(operation)) {
      operation.error = { code: "too_large", message: t("This text is too long to be sent. Please shorten it.") };
    }
    this.#list.add({ ...operation, state: operation.error ? "refused" : "waiting", written: false });
    await this.#store.putOperation(operation);
    this.#list.change(id, { written: true });
    this.#tabs.say({ kind: "added" });
    this.#wake();
    return this.get(id);
  }

  /** `{id, name, data, stream, writer, state, error}` of one's own operation known here, or undefined. */
  get(id) {
    const operation = this.#list.get(id);
    return operation && this.#writers.wrote(operation) ? operation : undefined;
  }

  /** "waiting", "sending", "saved" or "refused"; undefined for one this page has never known, or thrown away. */
  state(id) {
    return this.#list.state(id);
  }

  /** What the server does not have, in order: waiting, being sent, refused. */
  pending() {
    return this.#list.pending().filter((operation) => this.#writers.wrote(operation));
  }

  /** What somebody else has written on this device and the server does not have. */
  others() {
    return this.#list.pending().filter((operation) => !this.#writers.wrote(operation));
  }

  /** What a page lays over its rows: `pending`, and what is saved but has not come back as a row yet. */
  shown() {
    return this.#list.all().filter((operation) => this.#writers.wrote(operation));
  }

  /** All that is still only here, as plain text for the clipboard. */
  copyText() {
    return asPlainText(this.pending());
  }

  /** Take up what the disk has: from an earlier visit, or from another tab. */
  async takeUp() {
    this.#list.takeUp(await this.#store.operations());
  }

  /** Throw an operation away. Only ever because the person has asked for it. */
  async discard(id) {
    this.#list.remove(id, undefined);
    this.#tabs.say({ kind: "discarded", id });
    await this.#store.removeOperation(id);
  }

  /** Be told of each change of an operation, with its id. */
  subscribe(listener) {
    return this.#list.subscribe(listener);
  }

  /** Rows up to `seq` have come: what was saved by then is shown by them. */
  release(seq) {
    this.#list.release(seq);
  }

  #storeChanged() {
    if (this.#store.durable) {
      // The disk is there after all: it may hold what an earlier visit has left.
      this.takeUp().then(() => this.#wake());
    } else if (this.#store.reason === "closed") {
      // The browser has taken the database away, perhaps with all that was in it: what is unsaved goes back in.
      this.#list.pending().forEach((operation) => this.#store.putOperation(asStored(operation)));
    }
  }

  #wake() {
    clearTimeout(this.#timer);
    this.#wanted = true;
    if (!this.#sending) {
      this.#sendWhileWanted();
    }
  }

  #wakeAfter(failures) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), waitBefore(failures));
  }

  async #sendWhileWanted() {
    this.#sending = true;
    while (this.#wanted) {
      this.#wanted = false;
      if (this.#next() && !(await this.#tabs.alone(() => this.#sendInOrder()))) {
        this.#wakeAfter(1);
      }
    }
    this.#sending = false;
  }

  async #sendInOrder() {
    await this.takeUp();
    for (let operation = this.#next(); operation; operation = this.#next()) {
      if (!(await this.#send(operation))) {
        this.#failures += 1;
        this.#wakeAfter(this.#failures);
        return;
      }
      this.#failures = 0;
    }
  }

  /** One of another stream waits for a page that has joined that one, and somebody else's for a page of theirs. */
  #next() {
    const { ready, person = null } = this.#transport;
    // With another ticket in the browser the line is somebody else's now, whatever this page still shows.
    const isLet = ready && (person === null || this.#writers.has(person));
    return isLet ? this.#list.next((one) => one.stream === this.#stream && this.#writers.wrote(one)) : undefined;
  }


  /** Whether the next one may go: this one is saved, or will never be. */
  async #send({ id, name, data, stream }) {
    this.#list.change(id, { state: "sending" });
    let answer;
    try {
      answer = await this.#transport.send({ id, name, data, stream });
    } catch {
      // No answer: it may have been saved or not. The same id again will tell.
      answer = { ok: false, retry: true };
    }
    if (answer.ok) {
      await this.#saved(id, answer);
    } else if (answer.retry === false) {
      await this.#refused(id, answer.error);
    } else {
      this.#list.change(id, { state: "waiting" });
      return false;
    }
    return true;
  }

  async #saved(id, { seq = 0, result = null }) {
    this.#showSaved(id, { seq, result });
    this.#tabs.say({ kind: "saved", id, seq });
    await this.#store.removeOperation(id);
  }

  #showSaved(id, { seq, result = null }) {
    this.#list.save(id, { seq, result });
    this.#hideLater(id);
  }

  /** While the line is down its rows cannot come: a note must not vanish from under its writer. */
  #hideLater(id) {
    setTimeout(() => (this.#transport.ready ? this.#list.hide(id) : this.#hideLater(id)), SHOWN_SAVED);
  }

  async #refused(id, error) {
    const refusal = error ?? { code: "refused", message: t("This could not be saved.") };
    this.#list.change(id, { state: "refused", error: refusal });
    this.#tabs.say({ kind: "refused", id, error: refusal });
    // Whoever heard of it may have sent it anew by now, or thrown it away.
    if (this.state(id) === "refused") {
      await this.#store.putOperation(asStored(this.get(id)));
    }
  }

  #hear({ kind, id, seq, error }) {
    if (kind === "added") {
      this.takeUp().then(() => this.#wake());
    } else if (kind === "saved") {
      this.#showSaved(id, { seq });
    } else if (kind === "refused") {
      this.#list.change(id, { state: "refused", error });
    } else if (kind === "discarded") {
      this.#list.remove(id, undefined);
    } else if (kind === "forgotten") {
      this.#list.clear();
      this.#left();
    }
  }
}
