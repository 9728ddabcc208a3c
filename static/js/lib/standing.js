import { clockTime, dateAndTime, t } from "./words.js";

/** The server goes on by itself when it is late, but not by more than this; see cafe/dialogue/rules.py. */
const STANDS_AFTER = 15 * 60_000;
const TIMED = new Set(["switching", "running"]);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than any lunch: a pause, open doors or a harvest of that age has been left behind. */
const LONG = 6 * HOUR;

/** Since when a round or a change has been over without anybody going on; null while all goes its way. */
export function standsSince({ phase, deadline, paused_left: pausedLeft }, now) {
  const counts = TIMED.has(phase) && pausedLeft === null && deadline !== null;
  return counts && now >= deadline + STANDS_AFTER ? deadline : null;
}

/** The same for organisers, who also know since when a pause, the open doors or the harvest have been standing. */
export function leftSince(session, now) {
  const since = session.counting_since ?? now;
  const waits = session.paused_left !== null || ["check_in", "harvest"].includes(session.phase);
  return standsSince(session, now) ?? (waits && now - since >= LONG ? since : null);
}

/** A moment as people say it: only the time today, "yesterday at", or with its date. */
export function dayTime(moment, now) {
  const day = (when) => new Date(when).toDateString();
  if (day(moment) === day(now)) {
    return clockTime(moment);
  }
  return day(moment) === day(now - DAY) ? t("yesterday at {time}", { time: clockTime(moment) }) : dateAndTime(moment);
}
