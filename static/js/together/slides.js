// What is shown in the plenary, one thing at a time. Pure.

/** The slides of a topic: its title, its summary, then the important bundles and notes as they come in the sheet. */
export function slidesOf({ topic, text, sheet }) {
  const said = new Set();
  const quotes = sheet.notes.filter(({ important, leftOut }) => important && !leftOut).flatMap((note) => {
    const bundle = sheet.bundles.find(({ id }) => id === note.bundle);
    const one = bundle ?? note;
    if (said.has(one.id)) {
      return [];
    }
    said.add(one.id);
    return [{ kind: "quote", key: one.id, topic, text: one.text, notes: bundle?.notes ?? [note] }];
  });
  return [
    { kind: "title", key: `title/${topic?.id}`, topic },
    ...(text.trim() === "" ? [] : [{ kind: "text", key: `text/${topic?.id}`, topic, text }]),
    ...quotes,
  ];
}

/** A text without its marks, for where it cannot be set: citations gone, headings and lists as lines. */
export function plainly(text) {
  return text
    .replace(/\s*\[#[A-Za-z0-9_-]{8,36}\]/g, "")
    .replace(/^#{1,6}\s+/gm, "")
    .replace(/^[ \t]*[-*]\s+/gm, "– ")
    .replace(/(\*\*|__)(.+?)\1/g, "$2")
    .trim();
}

/** How large a text can be set: a few words larger than a paragraph, a paragraph larger than a page. */
export function sizeOf(text) {
  const { length } = plainly(text);
  if (length <= 140) {
    return "l";
  }
  return length <= 420 ? "m" : "s";
}

const STEPS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
  Home: -Infinity, End: Infinity,
};

/** Where a key leads, or null for one that means nothing here. */
export function afterKey(key, at, count) {
  return key in STEPS ? Math.min(Math.max(at + STEPS[key], 0), count - 1) : null;
}

/** Where a tap leads: back on the first third of the screen, on everywhere else. */
export function afterTap(x, width, at, count) {
  return Math.min(Math.max(at + (x < width / 3 ? -1 : 1), 0), count - 1);
}
