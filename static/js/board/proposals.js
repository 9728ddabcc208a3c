import { newId } from "../lib/identifiers.js";
import { t } from "../lib/words.js";

/** What somebody changes on a proposal before they answer it: its title, and which notes stay out. On this page only. */
export class Drafts {
  #drafts = new Map();

  of(suggestion) {
    if (!this.#drafts.has(suggestion.id)) {
      // Voices of their own are taken up one by one; what was grouped is taken whole.
      const without = new Set(suggestion.kind === "different" ? suggestion.note_ids : []);
      this.#drafts.set(suggestion.id, { title: suggestion.title, without, open: false });
    }
    return this.#drafts.get(suggestion.id);
  }
}

/**
 * The last search, and its proposals that wait for an answer. Those in `answered` are left out at once; when the rows
 * say so too they are taken out of it, for an answer may be taken back.
 */
export function proposalsIn(runs, suggestions, answered) {
  suggestions.filter((one) => one.state !== "open").forEach((one) => answered.delete(one.id));
  const run = [...runs].sort((one, other) => other.asked_at - one.asked_at)[0] ?? null;
  const open = suggestions.filter((one) => one.state === "open" && !answered.has(one.id));
  return { run, suggestions: open.sort((one, other) => one.position - other.position) };
}

/** What is done with proposals. */
export class Proposals {
  #asking;
  #outbox;
  #session;
  #changed;
  #board;

  drafts = new Drafts();
  /** Answered here; the rows will say so in a moment. */
  answered = new Set();

  constructor({ asking, outbox, session_id, changed, board }) {
    this.#asking = asking;
    this.#outbox = outbox;
    this.#session = session_id;
    this.#changed = changed;
    this.#board = board;
  }

  #ask(name, data, words) {
    return this.#asking.ask(name, { session_id: this.#session, ...data }, words);
  }

  #answer(suggestion, name, data) {
    this.answered.add(suggestion.id);
    this.#outbox.add({ name, data: { session_id: this.#session, ...data } });
    this.#changed();
  }

  ask = (event) => {
    event.preventDefault();
    const { topic, unplaced } = event.target.elements;
    const data = { run_id: newId(), topic_id: topic?.value || null, only_unplaced: unplaced.checked };
    this.#ask("suggest_themes", data, ({ notes = 0 }) => t("Looking at {count} notes.", { count: notes }));
  };

  cancel = (run) => this.#ask("cancel_suggestions", { run_id: run.id });

  title = (suggestion, text) => {
    this.drafts.of(suggestion).title = text;
    this.#changed();
  };

  tick = (suggestion, note) => {
    const { without } = this.drafts.of(suggestion);
    without.has(note) ? without.delete(note) : without.add(note);
    this.#changed();
  };

  unfold = (suggestion) => {
    this.drafts.of(suggestion).open = true;
    this.#changed();
  };

  accept = (suggestion, notes) => {
    const title = this.drafts.of(suggestion).title.trim();
    if (title !== "" && notes.length > 0) {
      this.#answer(suggestion, "create_theme", {
        theme_id: newId(), title, note_ids: notes.map((note) => note.id), suggestion_id: suggestion.id,
      });
      this.#board.said(t("The proposal is now the theme “{theme}”.", { theme: title }));
    }
  };

  /** Only notes of one topic are read as one. */
  canBundle = (notes) => notes.length > 1 && new Set(notes.map((note) => note.topic_id)).size === 1;

  bundle = (suggestion, notes) => {
    this.#answer(suggestion, "bundle_suggestion", {
      suggestion_id: suggestion.id, bundle_id: newId(), note_ids: notes.map((note) => note.id), text: notes[0].text,
    });
    this.#board.said(t("They are read as one now. Their hosts can write the text for all of them."));
  };

  /** Put notes under a theme; those that were not chosen wait on for an answer. */
  under = (suggestion, notes) => {
    const ids = notes.map((note) => note.id);
    return ids.length > 0 && this.#board.pick(ids, () => this.#placed(suggestion, ids));
  };

  #placed(suggestion, ids) {
    if (ids.length === suggestion.note_ids.length) return this.dismiss(suggestion);
    for (const id of ids) this.drafts.of(suggestion).without.add(id);
    const data = { session_id: this.#session, suggestion_id: suggestion.id, note_ids: ids };
    return this.#outbox.add({ name: "dismiss_suggestion", data });
  }

  dismiss = (suggestion) => this.#answer(suggestion, "dismiss_suggestion", { suggestion_id: suggestion.id });
}
