// What is looked at before publishing. As in cafe/harvest/check.py: change both together. Pure.
import { citedIn } from "../harvest/citations.js";
import { conclusionsIn } from "./grounds.js";

/**
 * `{unsettled, leftOut, missing, waiting}`: important notes that no approved text uses and that nobody has left out;
 * those that are left out; citations of notes that are not there, each with the text it stands in; and texts that are
 * not approved, so that they stay out.
 */
export function checkOf(rows, grounds) {
  const texts = textsIn(rows);
  const approved = texts.filter((text) => text.approved);
  const used = usedIn(rows, grounds, approved);
  const important = rows.all("slip").filter((slip) => slip.important && grounds.note(slip.id));
  const ofSlip = (slip) => ({ note: grounds.note(slip.id), reason: slip.reason });
  return {
    unsettled: important.filter((slip) => !slip.left_out && !used.has(slip.id)).map(ofSlip).sort(byPlace),
    leftOut: important.filter((slip) => slip.left_out && !used.has(slip.id)).map(ofSlip).sort(byPlace),
    missing: texts.flatMap((text) => citedIn(text.text).filter((id) => !grounds.note(id)).map((id) => ({ id, text }))),
    waiting: texts.filter((text) => !text.approved),
    approved: approved.length,
  };
}

/** The ids of the notes that are used; notes read as one with such a note are used with it. */
function usedIn(rows, grounds, approved) {
  const used = new Set(approved.flatMap((text) => citedIn(text.text)));
  approved.filter((text) => text.kind === "conclusion")
    .forEach((text) => grounds.of(text).themes.forEach((theme) => grounds.under(theme.id).forEach(({ id }) => used.add(id))));
  const bundles = new Set(rows.all("slip").filter((slip) => slip.bundle_id && used.has(slip.id)).map((slip) => slip.bundle_id));
  rows.all("slip").filter((slip) => bundles.has(slip.bundle_id)).forEach((slip) => used.add(slip.id));
  return used;
}

/** Every text that may be published: `{kind, id, topic_id, title, text, approved}`; empty ones are none. */
function textsIn(rows) {
  const consolidated = rows.all("consolidated").filter((row) => row.text.trim() !== "").map((row) => ({
    kind: row.topic_id === null ? "introduction" : "topic", id: row.id, topic_id: row.topic_id,
    title: rows.get("topic", row.topic_id)?.title ?? "", text: row.text, approved: row.approved,
  }));
  const conclusions = conclusionsIn(rows).map((row) => ({
    kind: "conclusion", id: row.id, topic_id: row.topic_id, title: row.title, text: row.text, approved: row.approved,
  }));
  return [...conclusions, ...consolidated];
}

const byPlace = ({ note: one }, { note: other }) => one.table - other.table || one.round - other.round || one.position - other.position;
