// A conclusion's title and text as one text, so that edits of both meet in the same way.
// As in cafe/harvest/whole.py: change both together.
const LONGEST_TITLE = 200;
const BETWEEN = "\n\n";

export const joined = (title, text) => `${title}${BETWEEN}${text}`;

/** `{title, text}`. What is more than a title can be stays, at the beginning of the text. */
export function parted(whole) {
  const between = whole.indexOf(BETWEEN);
  const above = between < 0 ? whole : whole.slice(0, between);
  const below = between < 0 ? "" : whole.slice(between + BETWEEN.length);
  const end = above.indexOf("\n");
  const line = end < 0 ? above : above.slice(0, end);
  const text = end < 0 ? below : `${above.slice(end + 1)}${between < 0 ? "" : BETWEEN}${below}`;
  if (line.length <= LONGEST_TITLE) {
    return { title: line, text };
  }
  const blank = line.lastIndexOf(" ", LONGEST_TITLE);
  const at = blank > 0 ? blank : LONGEST_TITLE;
  const over = line.slice(at).trimStart();
  return { title: line.slice(0, at), text: text ? joined(over, text) : over };
}
