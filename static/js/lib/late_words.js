import { t } from "./words.js";

/** Why a note is marked as late, in words; empty for most. */
export const lateWords = (late) => ({
  round: t("came after the round"),
  host: t("from the host before, came late"),
  edit: t("the host before wanted the note above to say this; came late"),
  summary: t("the host before’s draft of the summary; came late"),
})[late] ?? "";
