// What becomes of a note, from the rows as they are now. As in cafe/harvest/became.py. Pure.
import { citedIn } from "../harvest/citations.js";
import { conclusionsIn } from "./grounds.js";

/** The way of a note: `{note, ends: [{conclusion, cited, themes}], themes, topics, introduction, important, leftOut, reason}`. */
export function becameOf(rows, grounds, note_id) {
  const own = grounds.themes.filter((theme) => grounds.under(theme.id).some(({ id }) => id === note_id));
  const ends = conclusionsIn(rows).flatMap((conclusion) => {
    const named = new Set(grounds.named(conclusion.id));
    const themes = own.filter(({ id }) => named.has(id));
    const cited = citedIn(conclusion.text).includes(note_id);
    return cited || themes.length > 0 ? [{ conclusion, cited, themes }] : [];
  });
  const led = new Set(ends.flatMap(({ themes }) => themes.map(({ id }) => id)));
  const citing = rows.all("consolidated").filter((row) => citedIn(row.text).includes(note_id));
  const slip = rows.get("slip", note_id);
  return {
    note: grounds.notes.get(note_id),
    ends,
    themes: own.filter(({ id }) => !led.has(id)),
    topics: citing.filter((row) => row.topic_id !== null).map((row) => rows.get("topic", row.topic_id)).filter(Boolean),
    introduction: citing.some((row) => row.topic_id === null),
    important: slip?.important ?? false,
    leftOut: slip?.left_out ?? false,
    reason: slip?.reason ?? "",
  };
}
