// Citations in a text: `[#note-id]`, numbered in the order of citing. As in cafe/harvest/rules.py: change both together.
const CITATION = /\[#([A-Za-z0-9_-]{8,36})\]/g;

/** The ids a text cites, each once, in order. */
export const citedIn = (text) => [...new Set([...text.matchAll(CITATION)].map((match) => match[1]))];

/** The cited notes that can be shown, in the order of their numbers, and the ids of those that cannot. */
export function citations(text, noteOf) {
  const known = [];
  const unknown = [];
  for (const id of citedIn(text)) {
    const note = noteOf(id);
    note && !note.binned ? known.push(note) : unknown.push(id);
  }
  return { known, unknown };
}

/** Put a citation where the cursor is: after the selection, with a space to the word before it. `{text, cursor}` */
export function withCitation(text, cursor, id) {
  const before = text.slice(0, cursor);
  const gap = before === "" || /[\s\]]$/.test(before) ? "" : " ";
  const mark = `${gap}[#${id}]`;
  return { text: before + mark + text.slice(cursor), cursor: cursor + mark.length };
}

/** Take a citation out, with the space that stood before it. */
export function withoutCitation(text, id) {
  return text.replaceAll(` [#${id}]`, "").replaceAll(`[#${id}]`, "");
}
