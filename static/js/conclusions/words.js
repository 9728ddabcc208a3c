import { sourceWords } from "../harvest/slips_view.js";
import { n, t } from "../lib/words.js";

/** How widely something was said, in one line: notes, tables, rounds, and the sources side by side. */
export function groundWords({ notes, tables, rounds, sources }) {
  if (notes.length === 0) {
    return t("No note is named for this yet.");
  }
  const said = [
    n("Rests on {count} note", "Rests on {count} notes", notes.length),
    n("from {count} table", "from {count} tables", tables.length),
    n("in {count} round", "in {count} rounds", rounds.length),
  ].join(" ");
  return `${said} (${sources.map(([source, count]) => `${sourceWords(source)}: ${count}`).join(", ")})`;
}

/** How far the approval of a conclusion has come, in words. */
export function approvalWords(row) {
  if (row.approved) {
    return row.without_hosts ? t("Approved without the hosts") : t("Approved");
  }
  return row.approved_by_hosts ? t("Approved by the hosts, not by an organiser yet") : t("Not approved yet");
}

/** The beginning of a text, for names of buttons. */
export const beginningOf = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
