/**
 * Keep what is typed into a field on this device until it has been handed over, so that no reload loses it.
 *
 * `key` tells the field from all others ("note/<table round>"). Returns `{restored, forget, stop}`: `restored` resolves
 * to whether an earlier text was put back; call `forget` when the text is in the outbox, `stop` when the field goes.
 */
export function keepDraft(field, key, { store, window = globalThis.window, document = globalThis.document } = {}) {
  const atFirst = field.value;
  const lastWords = new LastWords(window, key);
  const last = lastWords.take();
  let unsettled = 0;

  if (last === "") {
    store.forget(key);
  }
  // At each letter: a phone that is killed says nothing first. The store joins what comes while it is writing.
  const typed = async () => {
    unsettled += 1;
    await (field.value === "" ? store.forget(key) : store.keep(key, field.value));
    unsettled -= 1;
  };
  const leave = () => {
    if (unsettled > 0) {
      lastWords.put(field.value);
    }
  };
  // A phone may end a hidden page without any further word, so being hidden counts as the last moment too.
  const hidden = () => document.visibilityState === "hidden" && leave();

  field.addEventListener("input", typed);
  window?.addEventListener("pagehide", leave);
  document?.addEventListener("visibilitychange", hidden);

  return {
    restored: restore(field, atFirst, last ?? store.kept(key)),
    forget() {
      lastWords.take();
      return store.forget(key);
    },
    stop() {
      field.removeEventListener("input", typed);
      window?.removeEventListener("pagehide", leave);
      document?.removeEventListener("visibilitychange", hidden);
    },
  };
}

/**
 * What was typed in the last moment before a reload. A write to the database that begins when a page is left is
 * dropped by browsers now and then; this one is done when it returns.
 */
class LastWords {
  #window;
  #key;

  constructor(window, key) {
    this.#window = window;
    this.#key = `draft/${key}`;
  }

  put(text) {
    try {
      this.#window.sessionStorage.setItem(this.#key, text);
    } catch {
      // Blocked or full: the database may still have got it.
    }
  }

  /** Give them once; undefined when there are none. */
  take() {
    try {
      const text = this.#window.sessionStorage.getItem(this.#key) ?? undefined;
      this.#window.sessionStorage.removeItem(this.#key);
      return text;
    } catch {
      return undefined;
    }
  }
}

async function restore(field, atFirst, keeping) {
  const text = await keeping;
  // What has been typed in the meantime is newer.
  if (!text || field.value !== atFirst || text === atFirst) {
    return false;
  }
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
