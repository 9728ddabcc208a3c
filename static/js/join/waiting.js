// The page of those who have come before the café exists: it looks now and then, and goes there when it does.
const EVERY = 8_000;

/** Whether the place has become a session: the answer is then a redirect. False without network. */
export async function isOpen(address, fetch = globalThis.fetch) {
  try {
    const { type } = await fetch(address, { redirect: "manual", cache: "no-store" });
    return type === "opaqueredirect";
  } catch {
    return false;
  }
}

async function look() {
  if (document.visibilityState === "visible" && (await isOpen(location.href))) {
    location.reload();
  } else {
    // Phones of a whole hall must not ask in the same instant.
    setTimeout(look, EVERY * (0.75 + Math.random() / 2));
  }
}

if (globalThis.document) {
  setTimeout(look, EVERY * Math.random());
}
