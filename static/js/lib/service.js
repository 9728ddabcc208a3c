/**
 * Register the service worker, with which a live page can be reloaded without network.
 *
 * Only where the browser allows it: over plain HTTP on a hall's own network there is none, and all but that reload
 * works without. Resolves to the registration or null, never throws.
 */
export async function registerService({ navigator = globalThis.navigator, secure = globalThis.isSecureContext } = {}) {
  if (!secure || !navigator?.serviceWorker) {
    return null;
  }
  return navigator.serviceWorker.register("/service-worker.js", { scope: "/" }).catch(() => null);
}

/** Forget the pages kept on this device, as when leaving. */
export async function forgetPages({ navigator = globalThis.navigator } = {}) {
  const registration = await navigator?.serviceWorker?.getRegistration?.();
  registration?.active?.postMessage({ type: "forget" });
}
