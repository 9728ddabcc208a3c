import { editorView } from "../harvest/editor_view.js";
import { t } from "../lib/words.js";

/** The topic's summary, which its hosts write together. Hosts say that they stand by it, organisers that it may be published. */
export function textView({ organiser, row, ...rest }) {
  const name = t("Our summary");
  if (organiser) {
    return editorView({ ...rest, row, name, byHosts: true });
  }
  const said = row?.approved ? t("Approved by the hosts and for publishing") : t("Approved by the hosts");
  return editorView({ ...rest, row, name, approval: { done: row?.approved_by_hosts === true, said, ask: t("We stand by this text") } });
}
