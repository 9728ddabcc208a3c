/**
 * What has been ticked and is not stored yet. The last tick of a person counts; one batch for each side (here, not
 * here) goes at a time, and what could not be sent waits for the next try.
 */
export class Ticks {
  #waiting = new Map();
  #going = new Map();

  /** Note that somebody is here or not. */
  tick(person, here) {
    this.#waiting.set(person, here);
  }

  /** The people of the next batch and what is said of them, or null when there is nothing or one is on its way. */
  next() {
    if (this.#going.size > 0 || this.#waiting.size === 0) {
      return null;
    }
    const [[, here]] = this.#waiting;
    for (const [person, wanted] of this.#waiting) {
      if (wanted === here) {
        this.#going.set(person, here);
      }
    }
    for (const person of this.#going.keys()) {
      this.#waiting.delete(person);
    }
    return { people: [...this.#going.keys()], here };
  }

  /** The batch has been stored. */
  stored() {
    this.#going.clear();
  }

  /** The batch was not stored: it waits again, except for those who have been ticked anew since. */
  failed() {
    for (const [person, here] of this.#going) {
      if (!this.#waiting.has(person)) {
        this.#waiting.set(person, here);
      }
    }
    this.#going.clear();
  }

  /** Whether somebody's tick is not stored yet. */
  waits(person) {
    return this.#waiting.has(person) || this.#going.has(person);
  }

  get empty() {
    return this.#waiting.size === 0 && this.#going.size === 0;
  }
}

/** Whether what is looked for stands in a name and place, in any case and in any part. */
export function matches(text, wanted) {
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.toLowerCase().includes(part));
}
