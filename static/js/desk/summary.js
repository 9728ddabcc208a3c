import { shownState } from "../lib/shown_state.js";
import { grownFrom } from "./basis.js";

export const SUMMARY_LENGTH = 600;

/**
 * A round's summary as the host sees it: the row, and over it what only this device knows so far.
 *
 * `phase` is "draft", "shown" or "approved"; `basis` what an edit of the shown text starts from; `changes` the wishes of
 * those who want something changed in just this version.
 */
export function summaryOf({ rows, operations, placeId, connected }) {
  const row = rows.get("summary", placeId);
  const summary = {
    text: row?.text ?? "",
    phase: row?.state ?? "draft",
    version: row?.version ?? 0,
    yes: row?.yes ?? 0,
    change: row?.change ?? 0,
    changes: changesOf(rows, row),
    met: row?.changed_by_both ? row.met : [],
    state: "saved",
    error: null,
    basis: { base_version: row?.version ?? 0, based_on: [] },
  };
  return operations.filter(({ data }) => data.table_round_id === placeId).reduce(
    (told, operation) => laidOver(told, operation, connected), summary,
  );
}

function laidOver(summary, operation, connected) {
  const { id, name, data, state, error, result } = operation;
  if (!["write_summary", "show_summary", "approve_summary"].includes(name)) {
    return summary;
  }
  if (state === "refused") {
    return { ...summary, error: { id, name, ...error } };
  }
  if (name !== "write_summary") {
    return { ...summary, phase: name === "show_summary" ? "shown" : "approved", state: shownState(operation, connected) };
  }
  if (state === "saved" && summary.version >= (result?.version ?? Infinity)) {
    return summary;
  }
  const basedOn = grownFrom([id, ...(data.based_on ?? [])], () => state === "saved");
  return {
    ...summary,
    text: data.text,
    phase: "draft",
    yes: 0,
    change: 0,
    changes: [],
    met: [],
    state: shownState(operation, connected),
    basis: { base_version: data.base_version, based_on: basedOn },
  };
}

function changesOf(rows, row) {
  return rows.all("nod")
    .filter((nod) => nod.summary_id === row?.id && nod.version === row.version && nod.answer === "change")
    .map(({ comment }) => comment)
    .filter(Boolean);
}
