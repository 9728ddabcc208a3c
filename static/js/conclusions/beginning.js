import { newId } from "../lib/identifiers.js";

/**
 * Begin a conclusion; `{id, operations}` for the outbox, in order. From a theme on the board it gets the theme's title and
 * rests on it: `beginning({title: theme.title, theme_ids: [theme.id], topic_id})`.
 */
export function beginning({ session_id, title = "", topic_id = null, theme_ids = [], text = "" }) {
  const id = newId();
  const write = { name: "write_conclusion", data: { session_id, conclusion_id: id, topic_id, title, base_version: 0, text } };
  const rest = { name: "rest_on", data: { session_id, conclusion_id: id, theme_ids } };
  return { id, operations: theme_ids.length > 0 ? [write, rest] : [write] };
}

/** The one topic of these notes, or null where they come from several. */
export function topicOf(notes) {
  const topics = new Set(notes.map((note) => note.topic_id));
  return topics.size === 1 ? [...topics][0] : null;
}
