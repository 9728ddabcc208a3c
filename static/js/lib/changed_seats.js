/** Phases in which nobody goes to a table any more. */
const ENDED = ["harvest", "closed", "published"];

/**
 * The seats that are no longer where they were told first, and still matter: in the round that people go to or are in
 * and in those to come, until they have been taken.
 */
export function changedSeats(seats, { session, isTaken }) {
  const from = ENDED.includes(session.phase) ? Infinity : Math.max(1, session.round);
  return seats
    .filter((seat) => (seat.was_table ?? null) !== null && seat.round >= from && !isTaken(seat))
    .sort((one, other) => one.round - other.round);
}
