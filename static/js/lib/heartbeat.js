/** The last answer, the next question and its patience together stay well below 5 s, also on a busy phone. */
const BEAT = 2_100;
const PATIENCE = 2_400;
/** A hidden page asks seldom: nobody reads it, and the battery is dear. Socket.IO's own ping goes on. */
const HIDDEN_BEAT = 25_000;
/** On a link that is slow but alive, closing and reopening for ever would never let anything through. */
const MOST_PATIENCE = 9_600;

/**
 * Notices a dead link within 5 seconds: a half-open TCP connection looks alive for much longer.
 *
 * `ask()` sends the question and returns a promise; `late` is called when the answer has not come in time, `dead` when
 * the link should be closed (at first the same moment, later with more patience), `alive` at each answer.
 */
export class Heartbeat {
  #ask;
  #on;
  #hidden;
  #running = false;
  #timer = null;
  #late = null;
  #dead = null;
  #patience = PATIENCE;
  #round = 0;

  constructor({ ask, late, dead, alive, hidden }) {
    this.#ask = ask;
    this.#on = { late, dead, alive };
    this.#hidden = hidden;
  }

  start() {
    this.#running = true;
    this.#wait();
  }

  stop() {
    this.#running = false;
    this.#round += 1;
    this.#clear();
  }

  /** Ask now instead of later, as when the page comes back into view. */
  now() {
    if (this.#running && this.#late === null) {
      this.#beat();
    }
  }

  #wait() {
    this.#clear();
    this.#timer = setTimeout(() => this.#beat(), this.#hidden() ? HIDDEN_BEAT : BEAT);
  }

  #beat() {
    this.#clear();
    this.#round += 1;
    const round = this.#round;
    const sent = Date.now();
    this.#late = setTimeout(() => this.#on.late(), PATIENCE);
    this.#dead = setTimeout(() => this.#giveUp(), this.#patience);
    this.#ask().then(
      () => this.#answered(round, Date.now() - sent),
      () => {}, // No answer is what the two timers are for.
    );
  }

  #answered(round, roundTrip) {
    if (round === this.#round && this.#running) {
      this.#patience = Math.min(Math.max(2 * roundTrip, PATIENCE), MOST_PATIENCE);
      this.#on.alive();
      this.#wait();
    }
  }

  #giveUp() {
    this.#patience = Math.min(this.#patience * 2, MOST_PATIENCE);
    this.stop();
    this.#on.dead();
  }

  #clear() {
    clearTimeout(this.#timer);
    clearTimeout(this.#late);
    clearTimeout(this.#dead);
    this.#late = null;
  }
}
