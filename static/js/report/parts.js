/** Pure decisions about the parts of a report: what a proposal becomes in a text, and what is left to take. */

const POINT = "- ";

const withPlainSpaces = (text) => text.replaceAll("\u00a0", " ");

/**
 * Whether a text has a proposal in it, as it was taken. Once it is reworded it is the team's own, and not offered again.
 * The space that keeps a day and its month together is a space to whoever types.
 */
export function holds(text, proposal) {
  return withPlainSpaces(text).includes(withPlainSpaces(proposal));
}

/** The proposals that are not in the text, each once. */
export function left(text, proposals) {
  return [...new Set(proposals)].filter((proposal) => !holds(text, proposal));
}

/** A text with proposals put below what the team has written: nothing of that is touched. */
export function taken(text, proposals) {
  const points = left(text, proposals).map((proposal) => POINT + proposal);
  if (points.length === 0) {
    return text;
  }
  const above = text.trimEnd();
  if (above === "") {
    return points.join("\n");
  }
  const lastLine = above.slice(above.lastIndexOf("\n") + 1);
  return above + (lastLine.startsWith(POINT) ? "\n" : "\n\n") + points.join("\n");
}

/** The parts that nobody has written and something is known for: what one tap may fill. */
export function fillable(parts, textOf, known) {
  return parts.filter(({ field }) => textOf(field).trim() === "" && (known[field] ?? []).length > 0);
}

/** How many of the parts say something. */
export function written(parts, textOf) {
  return parts.filter(({ field }) => textOf(field).trim() !== "").length;
}
