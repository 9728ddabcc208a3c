/**
 * Where an operation is, as it may be shown: "saved", "saving", "here" (only on this phone) or "refused".
 *
 * "saved" only after the server's answer, "here" only after the disk's: until then it is on its way to one of them.
 * Whichever tab is sending, they all show the same.
 */
export function shownState({ state, written = true }, connected) {
  if (state === "saved" || state === "refused") {
    return state;
  }
  return connected || !written ? "saving" : "here";
}
