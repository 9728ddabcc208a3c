/** Which key leads where among storyboards: a presenter's remote control sends page keys. Null: not ours. */
const LEADS = {
  ArrowRight: (at) => at + 1, ArrowDown: (at) => at + 1, PageDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1, ArrowUp: (at) => at - 1, PageUp: (at) => at - 1,
  Home: () => 0, End: (_at, last) => last,
};

/** The place a key leads to; it stays on the first and on the last. */
export function stepped(key, at, count) {
  const leads = LEADS[key];
  return leads ? Math.min(Math.max(leads(at, count - 1), 0), count - 1) : null;
}
