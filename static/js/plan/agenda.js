import { dueDay } from "./due.js";
import { isFinished } from "./plan.js";

const lastDay = ({ starts_on: first, ends_on: last }) => last ?? first;

/**
 * The gathering on whose agenda a measure stands, or null: the first one to come that is not before the deadline. As
 * the server has it (cafe/plans/returning.py), so that the page tells it at once when the deadline changes.
 */
export function agendaOf(measure, gatherings, today) {
  const deadline = dueDay(measure, gatherings);
  if (isFinished(measure) || (deadline === null && measure.due_gathering_id === null)) {
    return null;
  }
  const byGathering = measure.due_on === null;
  return [...gatherings]
    .sort((one, other) => ((one.starts_on ?? "9999") < (other.starts_on ?? "9999") ? -1 : 1))
    .filter((one) => lastDay(one) === null || lastDay(one) >= today)
    .find((one) => (byGathering && one.id === measure.due_gathering_id) || (deadline !== null && (lastDay(one) === null || deadline <= lastDay(one)))) ?? null;
}
