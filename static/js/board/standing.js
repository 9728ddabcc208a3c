// Where each note stands on the board. As in cafe/harvest/board.py: change both together. Pure.

/** The theme on the board that each theme's notes stand under, by id; null where that is not on the board. */
export function roots(themes) {
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  return new Map(themes.map((theme) => [theme.id, rootOf(theme, known)]));
}

function rootOf(theme, known) {
  const passed = new Set();
  let at = theme;
  while (at && !at.removed && !passed.has(at.id)) {
    if (at.merged_into === null) {
      return at.id;
    }
    passed.add(at.id);
    at = known.get(at.merged_into);
  }
  return null;
}

/** A theme and all that were merged into it, and into those. */
export function joinedIn(id, themes) {
  const together = new Set([id]);
  for (const one of together) {
    themes.filter((theme) => theme.merged_into === one).forEach((theme) => together.add(theme.id));
  }
  return together;
}

/**
 * The board: `{columns, unplaced, themesOf}`. `columns` are the themes on it in order, each `{theme, merged, notes}`,
 * `themesOf` gives the ids of the themes that a note stands under. `notes` come in the order in which they are to stand.
 */
export function boardOf({ themes, placements, notes }) {
  const root = roots(themes);
  const byNote = new Map();
  for (const { theme_id: theme, note_id: note } of placements) {
    const under = root.get(theme) ?? null;
    if (under !== null) {
      byNote.has(note) ? byNote.get(note).add(under) : byNote.set(note, new Set([under]));
    }
  }
  const standing = themes.filter((theme) => root.get(theme.id) === theme.id)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
  const columns = new Map(standing.map((theme) => [theme.id, {
    theme, notes: [], merged: themes.filter((part) => part.id !== theme.id && root.get(part.id) === theme.id),
  }]));
  const unplaced = [];
  for (const note of notes) {
    const under = byNote.get(note.id);
    under ? under.forEach((theme) => columns.get(theme).notes.push(note)) : unplaced.push(note);
  }
  return { columns: [...columns.values()], unplaced, themesOf: (note) => [...(byNote.get(note) ?? [])] };
}
