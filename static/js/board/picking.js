// The list of themes that opens to move notes or to put themes together: typing narrows it down. Pure.

const plain = (text) => text.toLowerCase().normalize("NFC").trim();

/**
 * What can be picked for what is typed: `[{id, title, isNew}]`. Titles that begin so come first, then those with a word
 * that does, then those that hold it. What no theme is called yet can be made, where `make` says so.
 */
export function pickable(themes, typed, { make = true } = {}) {
  const wanted = plain(typed);
  const rank = (title) => {
    const low = plain(title);
    return low.startsWith(wanted) ? 0 : low.split(/[\s-]+/).some((word) => word.startsWith(wanted)) ? 1 : low.includes(wanted) ? 2 : 3;
  };
  const found = themes.map((theme) => ({ ...theme, rank: rank(theme.title) }))
    .filter((theme) => theme.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ id, title, count }) => ({ id, title, count, isNew: false }));
  const isKnown = themes.some((theme) => plain(theme.title) === wanted);
  return make && wanted !== "" && !isKnown ? [...found, { id: null, title: typed.trim(), isNew: true }] : found;
}
