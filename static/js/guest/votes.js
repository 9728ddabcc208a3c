import { Paper } from "../lib/dots.js";

/** The dots in somebody's hand: put and taken back here until they are given, and kept on this device meanwhile. */
export class Votes {
  #store;
  #outbox;
  #stream;
  #redraw;
  #key;
  #inHand = {};
  /** What the server said to dots it did not take; "" otherwise. */
  refusal = "";

  constructor({ store, outbox, stream, redraw }) {
    this.#store = store;
    this.#outbox = outbox;
    this.#stream = stream;
    this.#redraw = redraw;
    this.#key = `dots/${stream}`;
  }

  async start() {
    this.#inHand = JSON.parse((await this.#store.kept(this.#key)) ?? "{}");
    this.#outbox.shown().forEach(({ id }) => this.#hear(id));
    this.#outbox.subscribe((id) => this.#hear(id) && this.#redraw());
  }

  paper(ballot) {
    return new Paper(ballot);
  }

  /** The dots to show while somebody decides. */
  dots({ id, own }) {
    return this.#inHand[id] ?? own?.dots ?? {};
  }

  /** Whether somebody has still to give theirs, or changes them. */
  isDeciding({ id, own }) {
    return own === null || this.#inHand[id] !== undefined;
  }

  put({ id }, dots) {
    this.refusal = "";
    this.#hold({ ...this.#inHand, [id]: dots });
  }

  change(ballot) {
    this.put(ballot, ballot.own?.dots ?? {});
  }

  leaveAsItWas({ id }) {
    const { [id]: _, ...others } = this.#inHand;
    this.#hold(others);
  }

  async give(ballot) {
    const data = { session_id: this.#stream, ballot_id: ballot.id, dots: this.dots(ballot) };
    this.refusal = "";
    // First in the outbox, then out of the hand: a phone that dies in between has them twice, never not at all.
    await this.#outbox.add({ name: "cast_dots", data });
    this.leaveAsItWas(ballot);
  }

  #hold(inHand) {
    this.#inHand = inHand;
    this.#store.keep(this.#key, JSON.stringify(inHand));
    this.#redraw();
  }

  /** Dots that come too late are no text to be kept: what was said to them is, until somebody goes on. */
  #hear(id) {
    const operation = this.#outbox.get(id);
    if (operation?.state === "refused" && operation.name === "cast_dots") {
      this.refusal = operation.error?.message ?? "";
      this.#outbox.discard(id);
      return true;
    }
    return false;
  }
}
