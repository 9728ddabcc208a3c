// What is said of notes, with what has been done on this device and is not a row yet. Pure.

const NOTHING = { bundle_id: null, important: false, left_out: false, reason: "" };

/** Slips by note and bundles by id: the rows, and over them `operations` in the order in which they were done. */
export function withPending({ slips, bundles }, operations) {
  const said = {
    slips: new Map(slips.map((slip) => [slip.id, slip])),
    bundles: new Map(bundles.map((bundle) => [bundle.id, bundle])),
  };
  operations.filter(({ state }) => state !== "refused").forEach(({ name, data }) => STEPS[name]?.(said, data));
  return said;
}

const STEPS = {
  mark_important: (said, { note_id: id, important }) => say(said, id, { important }),
  leave_out: (said, { note_id: id, left_out, reason = "" }) => say(said, id, { left_out, reason: left_out ? reason : "" }),
  bundle_notes(said, { bundle_id: id, topic_id, note_ids: notes, text }) {
    if (!said.bundles.has(id)) {
      said.bundles.set(id, { id, topic_id, text, version: 1, changed_by_both: false, taken_apart: false });
      putInto(said, id, notes);
    }
  },
  add_to_bundle(said, { bundle_id: id, note_ids: notes }) {
    change(said, id, { taken_apart: false });
    putInto(said, id, notes);
  },
  take_out_of_bundle: (said, { note_ids: notes }) => notes.forEach((id) => say(said, id, { bundle_id: null })),
  take_bundle_apart(said, { bundle_id: id }) {
    [...said.slips.values()].filter((slip) => slip.bundle_id === id).forEach((slip) => say(said, slip.id, { bundle_id: null }));
    change(said, id, { taken_apart: true });
  },
};

function say(said, id, more) {
  said.slips.set(id, { ...(said.slips.get(id) ?? { id, ...NOTHING }), ...more });
}

function change(said, id, more) {
  const bundle = said.bundles.get(id);
  bundle && said.bundles.set(id, { ...bundle, ...more });
}

/** A note stays in the bundle that it was put into first, as on the server. */
function putInto(said, id, notes) {
  notes.filter((note) => !said.slips.get(note)?.bundle_id).forEach((note) => say(said, note, { bundle_id: id }));
}
