// What is done here and not yet in the rows, laid over them, so that a move is seen at once. Pure.
import { joinedIn } from "./standing.js";

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));

const STEPS = {
  create_theme(board, { theme_id, title, note_ids = [] }) {
    const last = Math.max(0, ...[...board.themes.values()].map((theme) => theme.position));
    makeTheme(board, theme_id, title, last + 1);
    place(board, theme_id, note_ids);
  },
  rename_theme: (board, { theme_id, title }) => change(board, theme_id, { title }),
  place_notes(board, { theme_id, note_ids, from_theme_id = null }) {
    if (from_theme_id !== null && from_theme_id !== theme_id) {
      unplace(board, from_theme_id, note_ids, theme_id);
    }
    place(board, theme_id, note_ids);
  },
  unplace_notes: (board, { theme_id, note_ids }) => unplace(board, theme_id, note_ids),
  split_theme(board, { theme_id, new_theme_id, title, note_ids }) {
    makeTheme(board, new_theme_id, title, (board.themes.get(theme_id)?.position ?? 0) + 1e-6);
    unplace(board, theme_id, note_ids);
    place(board, new_theme_id, note_ids);
  },
  merge_themes: (board, { theme_id, into_theme_id }) => change(board, theme_id, { merged_into: into_theme_id }),
  take_theme_apart: (board, { theme_id }) => change(board, theme_id, { merged_into: null }),
  remove_theme: (board, { theme_id }) => change(board, theme_id, { removed: true }),
  restore_theme: (board, { theme_id }) => change(board, theme_id, { removed: false }),
  move_theme: (board, { theme_id, position }) => change(board, theme_id, { position }),
};

/** Themes and placements as they will be once `operations` have come through; the same arrays where nothing waits. */
export function laidOver({ themes, placements }, operations) {
  const own = operations.filter(({ name, state }) => STEPS[name] && state !== "refused");
  if (own.length === 0) {
    return { themes, placements };
  }
  const board = { themes: byId(themes), placements: [...placements] };
  own.forEach(({ name, data }) => STEPS[name](board, data));
  return { themes: [...board.themes.values()], placements: board.placements };
}

function makeTheme(board, id, title, position) {
  if (!board.themes.has(id)) {
    board.themes.set(id, { id, title, position, merged_into: null, removed: false });
  }
}

function change(board, id, what) {
  if (board.themes.has(id)) {
    board.themes.set(id, { ...board.themes.get(id), ...what });
  }
}

function place(board, theme, noteIds) {
  const together = joinedIn(theme, [...board.themes.values()]);
  const there = new Set(board.placements.filter((row) => together.has(row.theme_id)).map((row) => row.note_id));
  const added = noteIds.filter((note) => !there.has(note)).map((note) => ({ theme_id: theme, note_id: note }));
  board.placements = board.placements.concat(added);
}

function unplace(board, theme, noteIds, but = null) {
  const themes = [...board.themes.values()];
  const left = joinedIn(theme, themes);
  but !== null && joinedIn(but, themes).forEach((id) => left.delete(id));
  const gone = new Set(noteIds);
  board.placements = board.placements.filter((row) => !(left.has(row.theme_id) && gone.has(row.note_id)));
}
