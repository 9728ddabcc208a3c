/** How deep emphasis may lie in emphasis. */
const DEEPEST = 3;
/** A sign that opens emphasis looks this far for the one that closes it. */
const REACH = 1_000;
const MARKERS = [["**", { strong: true }], ["__", { strong: true }], ["*", { em: true }], ["_", { em: true }]];
const LINK = /!?\[([^[\]\n]{0,300})\]\([^()\s]{0,1000}\)/y;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The inline Markdown of a note as runs of plain text: `[{text, strong, em}]`.
 *
 * Links and pictures become their words, HTML stays the text it is: what comes out is only ever shown as text.
 */
export function inlineRuns(text, marks = {}, depth = 0) {
  const runs = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") {
      runs.push({ text: plain, strong: false, em: false, ...marks });
      plain = "";
    }
  };
  for (let at = 0; at < text.length; ) {
    if (text[at] === "\\" && /[\\*_[\]!`]/.test(text[at + 1] ?? "")) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    const found = depth < DEEPEST ? emphasisAt(text, at) ?? linkAt(text, at) : null;
    if (found) {
      flush();
      runs.push(...inlineRuns(found.inner, { ...marks, ...found.marks }, depth + 1));
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return runs;
}

function emphasisAt(text, at) {
  const found = MARKERS.find(([marker]) => text.startsWith(marker, at));
  if (!found) {
    return null;
  }
  const [marker, marks] = found;
  const start = at + marker.length;
  const opens = /\S/.test(text[start] ?? "") && !(marker[0] === "_" && WORD.test(text[at - 1] ?? ""));
  const end = opens ? closing(text, marker, start) : -1;
  return end < 0 ? null : { inner: text.slice(start, end), marks, end: end + marker.length };
}

function closing(text, marker, start) {
  const within = text.slice(start, start + REACH);
  for (let end = within.indexOf(marker, 1); end > 0; end = within.indexOf(marker, end + 1)) {
    const after = within[end + marker.length] ?? "";
    const isDouble = marker.length === 1 && (after === marker || within[end - 1] === marker);
    const isInWord = marker[0] === "_" && WORD.test(after);
    if (/\S/.test(within[end - 1]) && !isDouble && !isInWord) {
      return start + end;
    }
  }
  return -1;
}

function linkAt(text, at) {
  LINK.lastIndex = at;
  const match = LINK.exec(text);
  return match ? { inner: match[1], marks: {}, end: at + match[0].length } : null;
}
