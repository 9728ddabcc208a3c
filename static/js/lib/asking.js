import { t } from "./words.js";

/** A step that has just changed is not to be taken twice by a double click. */
const HOLD = 1_200;

/**
 * Commands that make sense only now, each asked once and answered truthfully.
 *
 * `said` is `{state, text}`: "" (nothing asked), "asking", "done", "refused" or "unknown" (no answer came).
 */
export class Asking {
  #link;
  #changed;
  #step = null;
  #held = false;

  said = { state: "", text: "" };

  constructor({ link, changed }) {
    this.#link = link;
    this.#changed = changed;
  }

  /** Why nothing can be asked now, in words; "" when it can. */
  get hindrance() {
    if (!this.#link.ready) {
      return t("Not connected just now. The café goes on by itself; you can act again when the line is back.");
    }
    return "";
  }

  get busy() {
    return this.said.state === "asking" || this.#held;
  }

  /** Tell which step is on show. After a new one the big button rests for a moment. */
  see(step) {
    const isNew = this.#step !== null && step !== this.#step;
    this.#step = step;
    if (isNew) {
      this.#held = true;
      setTimeout(() => {
        this.#held = false;
        this.#changed();
      }, HOLD);
    }
  }

  /** Ask for something. `words` makes the text for a result that was accepted. Resolves to whether it was. */
  async ask(name, data, words = () => t("Done.")) {
    if (this.hindrance || this.said.state === "asking") {
      return false;
    }
    this.#say("asking", t("One moment"));
    try {
      const answer = await this.#link.command(name, data);
      this.#say(answer.ok ? "done" : "refused", answer.ok ? words(answer.result ?? {}) : answer.error?.message ?? t("This could not be done. Nothing was changed."));
      return answer.ok === true;
    } catch {
      this.#say("unknown", t("No answer came. It may have been done or not: what you see here is right again when the line is back."));
      return false;
    }
  }

  #say(state, text) {
    this.said = { state, text };
    this.#changed();
  }
}
