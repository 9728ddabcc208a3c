import { t } from "../lib/words.js";

/** A sign for each kind of thought: one can be hit with a thumb, and eight fit in a row. */
export const KINDS = ["insight", "idea", "question", "action", "quote"];
export const KIND_SIGNS = { insight: "•", idea: "+", question: "?", action: "→", quote: "“" };
export const SOURCES = ["professional", "lived_experience", "relative"];

export function kindName(kind) {
  return {
    insight: t("Insight"), idea: t("Idea"), question: t("Question"), action: t("Action"), quote: t("Quote"),
  }[kind] ?? kind;
}

/** The name of a source; empty where none is given, for none is the usual thing. */
export function sourceName(source) {
  return {
    professional: t("Professional"), lived_experience: t("Lived experience"), relative: t("Relative"),
  }[source] ?? "";
}
