import { newId } from "../lib/identifiers.js";
import { n, t } from "../lib/words.js";

/** Notes a command may name; ids of them all stay well within one message. */
const MOST = 1_000;

/** What is done with notes and themes: each goes through the outbox, so that it is seen at once and survives a lost line. */
export class Moves {
  #outbox;
  #session;
  #said;

  /** `said` is told what was done, in words. */
  constructor({ outbox, session_id, said }) {
    this.#outbox = outbox;
    this.#session = session_id;
    this.#said = said;
  }

  #add(name, data) {
    this.#outbox.add({ name, data: { session_id: this.#session, ...data } });
  }

  /** Move chosen notes (`[{column, noteIds}]`) to a theme; to "" takes them out of theirs. */
  move(chosen, theme, title) {
    let count = 0;
    for (const { column, noteIds } of chosen.filter((one) => one.column !== theme)) {
      count += noteIds.length;
      for (const note_ids of parts(noteIds)) {
        theme === "" ? this.#add("unplace_notes", { theme_id: column, note_ids })
          : this.#add("place_notes", { theme_id: theme, note_ids, ...(column === "" ? {} : { from_theme_id: column }) });
      }
    }
    this.#said(theme === "" ? n("{count} note taken out.", "{count} notes taken out.", count)
      : n("{count} note moved to “{theme}”.", "{count} notes moved to “{theme}”.", count, { theme: title }));
  }

  /** Let chosen notes stand under one more theme. */
  also(chosen, theme, title) {
    const ids = [...new Set(chosen.flatMap(({ noteIds }) => noteIds))];
    parts(ids).forEach((note_ids) => this.#add("place_notes", { theme_id: theme, note_ids }));
    this.#said(n("{count} note stands under “{theme}” too.", "{count} notes stand under “{theme}” too.", ids.length, { theme: title }));
  }

  /** Make a theme of chosen notes: from one column they go along, from several they are moved one column after the other. */
  make(chosen, title, { stay = false } = {}) {
    const id = newId();
    const [only] = chosen;
    const [first = [], ...rest] = parts(only?.noteIds ?? []);
    if (!stay && chosen.length === 1 && only.column !== "" && rest.length === 0) {
      this.#add("split_theme", { theme_id: only.column, new_theme_id: id, title, note_ids: first });
    } else if (chosen.length === 1 && (stay || only.column === "")) {
      this.#add("create_theme", { theme_id: id, title, note_ids: first });
      rest.forEach((note_ids) => this.#add("place_notes", { theme_id: id, note_ids }));
    } else {
      this.#add("create_theme", { theme_id: id, title });
      chosen.length > 0 && (stay ? this.also(chosen, id, title) : this.move(chosen, id, title));
    }
    this.#said(t("New theme: “{theme}”.", { theme: title }));
    return id;
  }

  rename(theme, title) {
    this.#add("rename_theme", { theme_id: theme, title });
    this.#said(t("The theme is now called “{theme}”.", { theme: title }));
  }

  together(theme, into) {
    this.#add("merge_themes", { theme_id: theme.id, into_theme_id: into.id });
    this.#said(t("“{theme}” is now part of “{into}”. It can be taken apart again.", { theme: theme.title, into: into.title }));
  }

  apart(theme) {
    this.#add("take_theme_apart", { theme_id: theme.id });
    this.#said(t("“{theme}” stands for itself again, with its own notes.", { theme: theme.title }));
  }

  remove(theme) {
    this.#add("remove_theme", { theme_id: theme.id });
    this.#said(t("“{theme}” is off the board. It keeps its notes and can be put back.", { theme: theme.title }));
  }

  restore(theme) {
    this.#add("restore_theme", { theme_id: theme.id });
    this.#said(t("“{theme}” is back on the board.", { theme: theme.title }));
  }

  /** Put a theme at the front, or back by one. `themes` are those on the board, in order. */
  reorder(theme, step, themes) {
    const rest = themes.filter((one) => one.id !== theme.id);
    const at = step < 0 ? 0 : Math.min(rest.length, themes.findIndex((one) => one.id === theme.id) + 1);
    const before = rest[at - 1]?.position ?? (rest[at]?.position ?? 1) - 2;
    const after = rest[at]?.position ?? before + 2;
    this.#add("move_theme", { theme_id: theme.id, position: (before + after) / 2 });
    this.#said(t("“{theme}” is number {place} on the board.", { theme: theme.title, place: at + 1 }));
  }
}

function parts(ids) {
  return Array.from({ length: Math.ceil(ids.length / MOST) }, (_, index) => ids.slice(index * MOST, (index + 1) * MOST));
}
