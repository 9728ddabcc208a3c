// What a view draws, told as text and as what may be done, without a page: lit-html only needs one to exist.

globalThis.document ??= { createComment: () => ({}), createTreeWalker: () => ({}) };

/** The markup of a template with its values in it; functions are left out. */
export function markupOf(drawn) {
  if (Array.isArray(drawn)) {
    return drawn.map(markupOf).join("");
  }
  if (drawn?.strings) {
    return drawn.strings.map((string, n) => string + (n < drawn.values.length ? markupOf(drawn.values[n]) : "")).join("");
  }
  return typeof drawn === "function" || typeof drawn === "symbol" || drawn == null ? "" : String(drawn);
}

/** The functions that a template gives its elements, by the text just before them. */
export function handlersOf(drawn, found = []) {
  if (Array.isArray(drawn)) {
    drawn.forEach((one) => handlersOf(one, found));
  }
  if (drawn?.strings) {
    drawn.values.forEach((value, n) => (typeof value === "function" ? found.push({ before: drawn.strings[n], run: value }) : handlersOf(value, found)));
  }
  return found;
}
