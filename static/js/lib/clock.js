/** A jump smaller than this is rounding, throttling or the phone's own gentle correction. */
const JUMP = 500;
/** What we trust a sample less for each millisecond of its age: 100 parts per million, a poor crystal. */
const FORGETTING = 0.0001;

/**
 * The server's time on a phone whose own clock may be wrong, or be corrected in the middle of a round.
 *
 * Time is counted on the steady clock (`performance.now`), which nobody can set. But on many phones that one stands
 * still while the phone sleeps; the wall clock does not. So both are compared at every reading:
 * - the wall clock went back, or leapt ahead while the page was in view: someone set it; deadlines stay where they are;
 * - it leapt ahead while the page was hidden: the phone slept; that time has passed.
 * After either the next answer of the server is believed whatever its round trip.
 */
export class ServerClock {
  #wall;
  #steady;
  #hidden;
  #slept = 0;
  #lead;
  #best = null;
  #wasHidden = false;

  constructor({
    wall = () => Date.now(),
    steady = () => performance.now(),
    hidden = () => globalThis.document?.visibilityState === "hidden",
  } = {}) {
    this.#wall = wall;
    this.#steady = steady;
    this.#hidden = hidden;
    this.#lead = wall() - steady();
    globalThis.document?.addEventListener?.("visibilitychange", () => this.local());
  }

  /** Milliseconds on this phone that only ever move forward; the unit of `sent` and `received`. */
  local() {
    const lead = this.#wall() - this.#steady();
    const jump = lead - this.#lead;
    const hiddenNow = this.#hidden();
    if (Math.abs(jump) > JUMP) {
      this.#lead = lead;
      this.#doubt();
      if (jump > 0 && (this.#wasHidden || hiddenNow)) {
        this.#slept += jump;
      }
    }
    this.#wasHidden = hiddenNow;
    return this.#steady() + this.#slept;
  }

  /** Learn from an answer: asked at `sent`, answered with the server's `now`, arrived at `received`. */
  observe({ sent, received, now }) {
    const roundTrip = received - sent;
    if (!(roundTrip >= 0) || !Number.isFinite(now)) {
      return;
    }
    const doubt = roundTrip / 2;
    const offset = now + doubt - received;
    const known = this.#doubtAt(received);
    // Further apart than both can be wrong: the server's clock was set, and the newer answer is the true one.
    const isAnother = known < Infinity && Math.abs(offset - this.#best.offset) > doubt + known + JUMP;
    if (doubt <= known || isAnother) {
      this.#best = { offset, doubt, at: received };
    }
  }

  /** Start from `aheadOfWall` of an earlier visit, in milliseconds. The first answer replaces it. */
  restore(aheadOfWall) {
    if (this.#best === null && Number.isFinite(aheadOfWall)) {
      this.#best = { offset: this.#wall() + aheadOfWall - this.local(), doubt: Infinity, at: 0 };
    }
  }

  /** The server's time minus this phone's wall clock, for `restore` after a reload. Null while unknown. */
  get aheadOfWall() {
    return this.#best === null ? null : this.now() - this.#wall();
  }

  /** The server's time in milliseconds since 1970, as well as it is known. */
  now() {
    const local = this.local();
    return this.#best === null ? this.#wall() : local + this.#best.offset;
  }

  #doubtAt(local) {
    return this.#best === null ? Infinity : this.#best.doubt + (local - this.#best.at) * FORGETTING;
  }

  #doubt() {
    if (this.#best !== null) {
      this.#best.doubt = Infinity;
    }
  }
}
