/** A page of names is up this long: enough to find one's own in a column. */
export const PAGE_TIME = 9_000;

/** Who goes where in a round: `[{name, table, was}]` by name; `was` is another table they were told first, or null. */
export function namesOf(seats, round, locale = "en") {
  const order = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
  return seats
    .filter((seat) => seat.round === round && seat.arrival !== "away")
    .map(({ name, table, was_table: was = null }) => ({ name, table, was }))
    .sort((a, b) => order.compare(a.name, b.name) || a.table - b.table);
}

/** Split names into pages of about the same length, each with the letters it goes from and to. */
export function pagesOf(names, most) {
  const count = Math.max(1, Math.ceil(names.length / Math.max(1, most)));
  const each = Math.ceil(names.length / count);
  return Array.from({ length: count }, (_, page) => names.slice(page * each, (page + 1) * each))
    .filter((page) => page.length > 0)
    .map((page) => ({ names: page, letters: lettersOf(page) }));
}

function lettersOf(page) {
  const [first, last] = [page[0], page.at(-1)].map(({ name }) => [...name][0]?.toLocaleUpperCase() ?? "");
  return first === last ? first : `${first}–${last}`;
}

/** The page that is up at a time. It follows from the clock, so that two walls in a hall show the same. */
export function pageAt(pages, now) {
  return pages[Math.floor(now / PAGE_TIME) % pages.length];
}

/** How many names fit on a page, read from across a hall: columns of `rows` lines. */
export function namesThatFit({ width, height, size }) {
  const columns = Math.max(1, Math.floor((width * 0.92 + 2.5 * size) / (14.5 * size)));
  const rows = Math.max(4, Math.floor((height * 0.9 - 4.2 * size) / (1.75 * size)));
  return columns * rows;
}
