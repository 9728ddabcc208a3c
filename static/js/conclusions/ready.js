import { t } from "../lib/words.js";

const PUBLISHABLE = new Set(["harvest", "closed", "published"]);

/** What is in the way of publishing, in words; "" when nothing is. */
export function hindranceTo({ session, check, passages }) {
  if (!PUBLISHABLE.has(session.phase)) {
    return t("The rounds are still going on. Publish after the last round.");
  }
  if (check.approved === 0) {
    return t("Approve a conclusion or a topic's text first.");
  }
  if (check.missing.some(({ text }) => text.approved)) {
    return t("A cited note is not there. Remove or replace the citation first.");
  }
  if (check.unsettled.length > 0) {
    return t("Settle the important notes first: they are listed above.");
  }
  return passages.open.length > 0 ? t("Look at the marked passages first: they are listed above.") : "";
}
