const DELAY = 300;

/**
 * Keep what is typed into a field on this device until it has been handed over, so that no reload loses it.
 *
 * `key` tells the field from all others ("note/<table round>"). Returns `{restored, forget, stop}`: `restored` resolves
 * to whether an earlier text was put back; call `forget` when the text is in the outbox, `stop` when the field goes.
 */
export function keepDraft(field, key, { store, window = globalThis.window, document = globalThis.document } = {}) {
  const atFirst = field.value;
  let timer = null;

  const write = () => {
    if (timer !== null) {
      clearTimeout(timer);
      timer = null;
      return field.value === "" ? store.forget(key) : store.keep(key, field.value);
    }
    return undefined;
  };
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(write, DELAY);
  };
  // A phone may end a hidden page without any further word, so being hidden counts as the last moment too.
  const hidden = () => document.visibilityState === "hidden" && write();

  field.addEventListener("input", typed);
  window?.addEventListener("pagehide", write);
  document?.addEventListener("visibilitychange", hidden);

  return {
    restored: restore(field, atFirst, store.kept(key)),
    forget() {
      clearTimeout(timer);
      timer = null;
      return store.forget(key);
    },
    stop() {
      write();
      field.removeEventListener("input", typed);
      window?.removeEventListener("pagehide", write);
      document?.removeEventListener("visibilitychange", hidden);
    },
  };
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
