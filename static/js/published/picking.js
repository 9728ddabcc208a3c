/** The rounds at tables that a page shows: `[{element, key}]`, the key being `<table>-<round>`. */
export const sectionsIn = (document) => [...document.querySelectorAll(".became__round")].map((element) => ({
  element, key: `${element.closest(".became__table").dataset.table}-${element.dataset.round}`,
}));

/** The keys to show for `#sat=4-1.7-2`; null when all are to be shown, also where none of them is here. */
export function shownFor(hash, sections) {
  const [, places] = /^#sat=([\d.-]+)$/.exec(hash) ?? [];
  const known = new Set(sections.map(({ key }) => key));
  const shown = new Set((places ?? "").split(".").filter((key) => known.has(key)));
  return shown.size > 0 ? shown : null;
}
