// Slips: what stands on the board. A note, or several that are read as one. Pure.

/** The filters at rest. `show`: "" all, "unplaced", "important" or "several" (under more than one theme). */
export const ALL = { topic: "", round: "", table: "", kind: "", source: "", show: "", words: "" };

/** Whether a note passes; `found` holds the ids with the words that are searched, null while nothing is. */
export function passes(note, filters, { found, important, themesOf }) {
  return (filters.topic === "" || (note.topic_id ?? "-") === filters.topic)
    && (filters.round === "" || note.round === Number(filters.round))
    && (filters.table === "" || note.table === Number(filters.table))
    && (filters.kind === "" || note.kind === filters.kind)
    && (filters.source === "" || note.source === filters.source)
    && (filters.show !== "unplaced" || themesOf(note.id).length === 0)
    && (filters.show !== "important" || important.has(note.id))
    && (filters.show !== "several" || themesOf(note.id).length > 1)
    && (found === null || found.has(note.id));
}

export const isFiltered = (filters) => Object.entries(filters).some(([name, value]) => value !== ALL[name]);

/**
 * Notes as slips, in their order: `{id, notes, text, bundle}`. Notes of one bundle are one slip, where the first of
 * them stands, under the text that was written for all of them.
 */
export function slipsOf(notes, { bundleOf, bundles }) {
  const slips = [];
  const open = new Map();
  for (const note of notes) {
    const bundle = bundles.get(bundleOf.get(note.id));
    if (!bundle || bundle.taken_apart) {
      slips.push({ id: note.id, notes: [note], text: note.text, bundle: null });
    } else if (open.has(bundle.id)) {
      open.get(bundle.id).notes.push(note);
    } else {
      const slip = { id: bundle.id, notes: [note], text: bundle.text, bundle };
      open.set(bundle.id, slip);
      slips.push(slip);
    }
  }
  return slips;
}

/** How often each theme's notes come from each topic: rows `{id, title, cells, total}`, the unplaced first. */
export function gridOf(columns, topics) {
  return columns.map(({ id, title, slips }) => {
    const notes = slips.flatMap((slip) => slip.notes);
    const count = (topic) => notes.filter((note) => (note.topic_id ?? "-") === topic).length;
    return { id, title, cells: topics.map((topic) => ({ topic, count: count(topic) })), total: notes.length };
  });
}

/** The two knowledge sources of a column beside one another, neither before the other; what is not given apart. */
export function sidesOf(slips) {
  const says = (...sources) => slips.filter((slip) => slip.notes.some((note) => sources.includes(note.source)));
  return {
    professional: says("professional"),
    lived: says("lived_experience", "relative"),
    unspecified: slips.filter((slip) => slip.notes.every((note) => note.source === "unspecified")),
  };
}
