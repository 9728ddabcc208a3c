// What has become of the plan of seats in the middle of things, computed from rows: who was moved, who is missing, and
// whether the tables are still even.
import { changedSeats } from "../lib/changed_seats.js";

const UNDER_WAY = ["switching", "running"];
/** Fewer people than this make no round table talk where others have more, and a wider spread is seen by everybody. */
const FEW = 4;
const WIDE = 2;

/** Seats that have changed since they were told, in rounds that are not over: `[{id, name, round, was, table}]`. */
export function changedSince(rows, session) {
  const taken = new Set(rows.all("visit").map((visit) => `${visit.attendee_id} ${visit.table_round_id}`));
  const isTaken = (seat) => taken.has(`${seat.attendee_id} ${seat.table_round_id}`);
  const numbers = tableNumbers(rows);
  return changedSeats(rows.all("seat"), { session, isTaken })
    .map((seat) => ({
      id: seat.id, name: nameOf(rows, seat), round: seat.round, was: seat.was_table, table: numbers.get(seat.table_id),
    }))
    .sort((one, other) => one.round - other.round || one.name.localeCompare(other.name));
}

/** Whose chair is empty in the present round, as the host says, and who has been seen nowhere: `[{id, name, table}]`. */
export function missingFrom(rows, session) {
  const places = new Set(rows.all("table_round").filter(({ round }) => round === session.round).map(({ id }) => id));
  const seen = new Set(rows.all("visit").filter((visit) => places.has(visit.table_round_id)).map((visit) => visit.attendee_id));
  const numbers = tableNumbers(rows);
  return rows.all("seat")
    .filter((seat) => seat.missing && seat.round === session.round && !seen.has(seat.attendee_id))
    .map((seat) => ({ id: seat.attendee_id, name: nameOf(rows, seat), table: numbers.get(seat.table_id) }))
    .sort((one, other) => one.table - other.table || one.name.localeCompare(other.name));
}

/** How many are expected and have not come although people have been sent to their tables. */
export function notCome(rows, session) {
  const holdChairs = UNDER_WAY.includes(session.phase) && session.mode !== "free_choice";
  return holdChairs ? rows.all("attendee").filter(({ arrival }) => arrival === "expected").length : 0;
}

/** The round whose seats may still be planned anew: the one people are going to, else the next; null if there is none. */
export function roundToPlan({ phase, round, rounds }) {
  const first = phase === "running" ? round + 1 : Math.max(1, round);
  return ["draft", "check_in", ...UNDER_WAY].includes(phase) && first <= rounds ? first : null;
}

/**
 * Why the next round should be planned again: `{round, least, most, unseated}`, or null. `least` and `most` are
 * `{table, people}` where the tables have become uneven, else null; `unseated` counts who has come and has no chair.
 *
 * A table that is full is no small table: it seats no more. Where people choose their tables nobody evens them out.
 */
export function unevenness(rows, session) {
  const round = roundToPlan(session);
  const seats = rows.all("seat").filter((seat) => seat.round === round);
  if (round === null || seats.length === 0 || session.mode === "free_choice") {
    return null;
  }
  const tables = rows.all("table").map((table) => ({
    table: table.number, people: seats.filter((seat) => seat.table_id === table.id).length, seats: table.seats,
  })).filter(({ people }) => people > 0);
  const bySize = [...tables].sort((one, other) => one.people - other.people || one.table - other.table);
  const most = bySize.find(({ people }) => people === bySize.at(-1).people);
  const least = bySize.find(({ people, seats: chairs }) => people < chairs) ?? most;
  const gap = most.people - least.people;
  const uneven = gap > WIDE || (gap >= WIDE && least.people < FEW);
  const seated = new Set(seats.map((seat) => seat.attendee_id));
  const unseated = rows.all("attendee").filter(({ id, arrival, sitting_out: out }) =>
    arrival === "arrived" && !seated.has(id) && !out.includes(round)).length;
  return uneven || unseated > 0 ? { round, least: uneven ? least : null, most: uneven ? most : null, unseated } : null;
}

const tableNumbers = (rows) => new Map(rows.all("table").map((table) => [table.id, table.number]));
const nameOf = (rows, seat) => rows.get("attendee", seat.attendee_id)?.name ?? "";
