import { n, t } from "../lib/words.js";

const MINUTE = 60_000;
/** A table may think: below this nothing is said. */
const GENTLE = 4 * MINUTE;
const ALARMING = 8 * MINUTE;
/** The summary is asked for in the last two minutes. */
const SUMMARY_DUE = 2 * MINUTE;

/**
 * What a table needs an organiser for, told by words first: `{level, words}`.
 *
 * `level` is "" (nothing), "gentle" (look over when passing) or "high" (go there).
 */
export function attentionOf(table) {
  const reasons = [help(table), host(table), quiet(table), summary(table)].filter(Boolean);
  const level = reasons.some((reason) => reason.level === "high") ? "high" : reasons.length > 0 ? "gentle" : "";
  return { level, words: reasons.map((reason) => reason.words) };
}

function help({ calls }) {
  return calls > 0 && { level: "high", words: n("Someone needs help", "{count} people need help", calls) };
}

function host({ host: { state, since }, seated, talking, notes, now }) {
  if (state === "away" && seated > 0) {
    return { level: "gentle", words: t("The host has left: name another under Prepare") };
  }
  if (!talking || seated === 0) {
    return null;
  }
  if (state === "none") {
    return { level: "gentle", words: t("No host: name one under Prepare") };
  }
  if (state === "lost") {
    return { level: "gentle", words: lostFor(now - since) };
  }
  // Where notes come in all the same, somebody writes: it matters no longer whose device it is.
  return state === "never" && notes === 0 && { level: "gentle", words: t("The host has not connected yet") };
}

function lostFor(time) {
  const minutes = Math.floor(time / MINUTE);
  return minutes < 1
    ? t("The host has just lost the connection")
    : n("The host lost the connection {count} minute ago", "The host lost the connection {count} minutes ago", minutes);
}

function quiet({ quietFor, seated, talking }) {
  if (!talking || seated === 0 || quietFor < GENTLE) {
    return null;
  }
  const minutes = Math.floor(quietFor / MINUTE);
  const words = n("No notes for {count} minute", "No notes for {count} minutes", minutes);
  return { level: quietFor >= ALARMING ? "high" : "gentle", words };
}

function summary({ summary: state, seated, talking, left }) {
  return talking && seated > 0 && left <= SUMMARY_DUE && state === "none"
    && { level: "gentle", words: t("No summary yet") };
}
