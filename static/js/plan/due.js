import { isFinished } from "./plan.js";

/** The day something is due: its own, or the first day of its gathering. Null when there is none, or none is known. */
export function dueDay({ due_on: day, due_gathering_id: at }, gatherings) {
  return day ?? gatherings.find(({ id }) => id === at)?.starts_on ?? null;
}

/** The gathering that comes next, from today on. */
export const nextGathering = (gatherings, today) =>
  gatherings.filter(({ starts_on: day }) => day !== null && day >= today).sort((one, other) => (one.starts_on < other.starts_on ? -1 : 1))[0];

/** What somebody is responsible for: what is due first comes first, then what has no deadline; each in the plan's order. */
export function yoursOf(measures, me, gatherings) {
  const day = (measure) => dueDay(measure, gatherings) ?? "9999";
  return measures.filter(({ responsible_id: who }) => who === me)
    .sort((one, other) => (day(one) === day(other) ? 0 : day(one) < day(other) ? -1 : 1));
}

/**
 * The measures a filter shows: "all", "open" or "mine". One that was touched during this visit stays in view, so that
 * nothing vanishes under a finger.
 */
export function filtered(measures, filter, { me, touched = new Set() }) {
  const shows = {
    all: () => true,
    open: (measure) => !isFinished(measure),
    mine: (measure) => measure.responsible_id === me,
  }[filter];
  return measures.filter((measure) => shows(measure) || touched.has(measure.id));
}

/** How far a deadline is from today, in days; negative once it has passed. */
export const daysUntil = (day, today) => Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000);

/** Today as a date, by this device's calendar. */
export function todayAt(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
