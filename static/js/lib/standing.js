import { clockTime, dateAndTime, t } from "./words.js";

/** The server goes on by itself when it is late, but not by more than this; see cafe/dialogue/rules.py. */
const STANDS_AFTER = 15 * 60_000;
const TIMED = new Set(["switching", "running"]);
const DAY = 24 * 3_600_000;

/** Since when a round or a change has been over without anybody going on; null while all goes its way. */
export function standsSince({ phase, deadline, paused_left: pausedLeft }, now) {
  const counts = TIMED.has(phase) && pausedLeft === null && deadline !== null;
  return counts && now >= deadline + STANDS_AFTER ? deadline : null;
}

/** A moment as people say it: only the time today, "yesterday at", or with its date. */
export function dayTime(moment, now = Date.now()) {
  const day = (when) => new Date(when).toDateString();
  if (day(moment) === day(now)) {
    return clockTime(moment);
  }
  return day(moment) === day(now - DAY) ? t("yesterday at {time}", { time: clockTime(moment) }) : dateAndTime(moment);
}
