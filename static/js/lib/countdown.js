import { minutesLeft } from "./words.js";

const TWO_MINUTES = 120_000;
/** After the deadline a sentence may be finished. */
const GRACE = 30_000;
/** Only these are read aloud: a screen reader must not count down in somebody's ear. */
const ANNOUNCED = [300_000, TWO_MINUTES, 0];

/**
 * What is left of a round.
 *
 * `deadline` and `now` are the server's milliseconds; `paused_left`, when not null, is what stood when it was paused.
 * Returns `{ms, text, phase, paused}`: `ms` never below 0, `text` as "12:05", null and "" when there is no deadline.
 */
export function remaining({ deadline = null, paused_left: pausedLeft = null, now }, grace = GRACE) {
  const paused = pausedLeft !== null;
  if (!paused && deadline === null) {
    return { ms: null, text: "", phase: "calm", paused: false };
  }
  const left = paused ? pausedLeft : deadline - now;
  return { ms: Math.max(0, left), text: asText(left), phase: phaseOf(left, grace), paused };
}

function phaseOf(left, grace) {
  if (left > TWO_MINUTES) {
    return "calm";
  }
  if (left > 0) {
    return "last_two_minutes";
  }
  return left > -grace ? "grace" : "over";
}

function asText(left) {
  // Rounded up, so that 20 minutes begin with 20:00 and 0:00 is the end itself.
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes}:${two(seconds % 60)}`;
  }
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** The words for a mark that was passed between two ticks, or null. */
export function announcement(before, after) {
  if (before === null || after === null || before.paused || after.paused) {
    return null;
  }
  const passed = ANNOUNCED.find((mark) => before.ms > mark && after.ms <= mark);
  return passed === undefined ? null : minutesLeft(passed);
}

/**
 * Calls back when the shown second changes, only while the page is in view.
 *
 * `read` returns `{deadline, paused_left}`; `tick` gets what `remaining` returns; `region`, a polite live region, gets
 * the few announcements.
 */
export class Ticker {
  #clock;
  #read;
  #tick;
  #region;
  #document;
  #timer = null;
  #before = null;

  constructor({ clock, read, tick, region = null, document = globalThis.document }) {
    this.#clock = clock;
    this.#read = read;
    this.#tick = tick;
    this.#region = region;
    this.#document = document;
  }

  start() {
    this.#document?.addEventListener("visibilitychange", this.#onVisibility);
    this.refresh();
  }

  stop() {
    this.#document?.removeEventListener("visibilitychange", this.#onVisibility);
    this.#rest();
  }

  /** Show the present second at once, as after a row has changed. */
  refresh() {
    clearTimeout(this.#timer);
    if (this.#document?.visibilityState === "hidden") {
      return;
    }
    const left = remaining({ ...this.#read(), now: this.#clock.now() });
    this.#announce(left);
    this.#before = left;
    this.#tick(left);
    this.#timer = setTimeout(() => this.refresh(), untilNextSecond(left));
  }

  #onVisibility = () => {
    if (this.#document.visibilityState === "hidden") {
      this.#rest();
    } else {
      this.refresh();
    }
  };

  #rest() {
    clearTimeout(this.#timer);
    // What passed unseen is not read out late: the page shows it.
    this.#before = null;
  }

  #announce(left) {
    const words = announcement(this.#before, left);
    if (words !== null && this.#region) {
      this.#region.textContent = words;
    }
  }
}

function untilNextSecond({ ms, paused }) {
  // A little late rather than early: early would show the same second twice and skip one later.
  return ms === null || paused || ms === 0 ? 1000 : ((ms - 1) % 1000) + 5;
}
