/** Ask the browser not to let the projector's screen fall asleep; where it cannot, nothing else changes. */
export function stayAwake({ navigator = globalThis.navigator, document = globalThis.document } = {}) {
  const ask = () => {
    if (document.visibilityState === "visible") {
      navigator.wakeLock?.request("screen").catch(() => {});
    }
  };
  // The browser lets go of it whenever the page is hidden.
  document.addEventListener("visibilitychange", ask);
  ask();
}
