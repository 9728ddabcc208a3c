// Finding a note by some of its words, while typing. Pure.
const SHOWN = 8;

/** The notes that hold every word typed (a word may be its beginning), those that begin with them first. */
export function notesLike(notes, typed, { topic_id: topic = null, most = SHOWN } = {}) {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return [];
  }
  const table = words.length === 1 && /^\d+$/.test(words[0]) ? Number(words[0]) : null;
  const scored = [];
  for (const note of notes) {
    const score = note.binned ? -1 : scoreOf(note, words, table);
    score >= 0 && scored.push({ note, score: score + (topic !== null && note.topic_id === topic ? 1 : 0) });
  }
  return scored.sort((one, other) => other.score - one.score || (one.note.id < other.note.id ? -1 : 1)).slice(0, most).map(({ note }) => note);
}

function scoreOf(note, words, table) {
  const text = note.text.toLowerCase();
  if (!words.every((word) => text.includes(word))) {
    return table !== null && note.table === table ? 0 : -1;
  }
  const whole = words.filter((word) => new RegExp(`(^|[^\\p{L}\\p{N}])${escaped(word)}`, "u").test(text)).length;
  return 2 * whole + (text.startsWith(words[0]) ? 1 : 0);
}

const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
