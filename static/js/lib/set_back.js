/** Which row an edit changes. */
const ROWS = {
  edit_note: (rows, { note_id: id }) => rows.get("note", id),
  write_summary: (rows, { table_round_id: id }) => rows.get("summary", id) ?? UNWRITTEN,
  write_consolidated: (rows, { topic_id: topic = null }) =>
    rows.all("consolidated").find((row) => row.topic_id === topic) ?? UNWRITTEN,
  write_text: (rows, { about_id: id, field }) =>
    rows.all("plan_text").find((row) => row.about_id === id && row.field === field) ?? UNWRITTEN,
};
const UNWRITTEN = { version: 0 };

/**
 * Restored from a backup, the server may know an older text than an edit started from, and refuses the edit. It is sent
 * again as an edit of the text that is there: the same one, in its turn, so that those that grew from it still do.
 */
export function followSetBacks({ rows, outbox }) {
  const sendAgain = (id) => {
    const { name, data, state, error } = outbox.get(id) ?? {};
    const version = state === "refused" && error?.field === "base_version" ? ROWS[name]?.(rows, data)?.version : undefined;
    if (version < data?.base_version) {
      outbox.add({ id, name, data: { ...data, base_version: version } });
    }
  };
  outbox.subscribe(sendAgain);
  rows.subscribe(() => outbox.pending().forEach(({ id }) => sendAgain(id)));
}
