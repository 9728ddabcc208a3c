// Steps on the board in words, and which of them can be taken back. Pure but for the words.
import { n, t } from "../lib/words.js";

/** The steps as they were taken, the last first. */
export const stepsOf = (rows) => [...rows].sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));

/** The step that Undo takes back: the last one of this person's that still holds. Null when there is none. */
export function nextUndo(steps, author) {
  return steps.find((step) => step.author === author && !step.undone && !["undo", "redo"].includes(step.kind)) ?? null;
}

/** What Redo takes back: the last undoing, as long as this person has done nothing new since. */
export function nextRedo(steps, author) {
  const own = steps.filter((step) => step.author === author);
  for (const step of own) {
    if (step.kind === "undo" && !step.undone) {
      return step;
    }
    if (!["undo", "redo"].includes(step.kind)) {
      return null;
    }
  }
  return null;
}

/** What a step did, in words: "12 notes to «Trust»". */
export function stepWords({ kind, details }) {
  const { step = kind, theme = "", notes = 0, from = "", into = "", was = "" } = details;
  const values = { theme, from, into, was };
  switch (step) {
    case "create":
      return notes === 0 ? t("the new theme “{theme}”", values) : n("the new theme “{theme}” with {count} note", "the new theme “{theme}” with {count} notes", notes, values);
    case "accept":
      return n("the proposal “{theme}” with {count} note", "the proposal “{theme}” with {count} notes", notes, values);
    case "place":
      return n("{count} note to “{theme}”", "{count} notes to “{theme}”", notes, values);
    case "move":
      return n("{count} note from “{from}” to “{theme}”", "{count} notes from “{from}” to “{theme}”", notes, values);
    case "unplace":
      return n("{count} note out of “{theme}”", "{count} notes out of “{theme}”", notes, values);
    case "split":
      return n("{count} note from “{from}” to the new theme “{theme}”", "{count} notes from “{from}” to the new theme “{theme}”", notes, values);
    case "merge":
      return t("“{theme}” put together with “{into}”", values);
    case "apart":
      return t("“{theme}” for itself again", values);
    case "remove":
      return t("“{theme}” taken off the board", values);
    case "restore":
      return t("“{theme}” put back", values);
    case "bundle":
      return n("{count} note merged with others", "{count} notes merged", notes);
    case "unbundle":
      return n("{count} merged note for itself again", "{count} merged notes for themselves again", notes);
    case "rename":
      return t("“{was}” is now called “{theme}”", values);
    case "order":
      return t("“{theme}” moved", values);
    default:
      return t("a step on the board");
  }
}
