// What the monitor shows, computed from rows: no drawing, no clock of its own.
import { standsSince } from "../lib/standing.js";
import { attentionOf } from "./attention.js";

const BEFORE = new Set(["draft", "check_in"]);
const TALKING = "running";

/** The session, or undefined while nothing has come. */
export const sessionOf = (rows) => rows.all("session")[0];

/** The round on show: the present one; before the first one, the first. */
export const roundOnShow = (session) => Math.max(1, session.round);

/** How many people are to sit somewhere else in the next round than in this one; before the first, how many sit. */
export function movingInto(rows, round) {
  const before = new Map(seatsIn(rows, round - 1).map((seat) => [seat.attendee_id, seat.table_id]));
  return seatsIn(rows, round).filter((seat) => before.get(seat.attendee_id) !== seat.table_id).length;
}

/** How many will sit when the first round starts: whoever has a seat, and everybody else who is expected or has come. */
export function seatedAtStart(rows) {
  const seated = new Set(seatsIn(rows, 1).map((seat) => seat.attendee_id));
  const unseated = rows.all("attendee").filter(({ id, arrival, sitting_out: out }) =>
    arrival !== "away" && !seated.has(id) && !out.includes(1));
  return seated.size + unseated.length;
}

/** Tables that have written notes in a round that has begun, and no summary of it: `[{round, tables}]`. */
export function withoutSummary(rows, { round: present }) {
  const noted = new Set(rows.all("note").filter((note) => !note.binned).map((note) => note.table_round_id));
  const numbers = tableNumbers(rows);
  const open = rows.all("table_round").filter((place) =>
    place.round <= present && noted.has(place.id) && summaryAt(rows, place) === "none");
  return [...groupBy(open, (place) => place.round)].sort(([one], [other]) => one - other).map(([round, places]) => ({
    round, tables: places.map((place) => numbers.get(place.table_id)).sort((one, other) => one - other),
  }));
}

/** Who has come, who sits, who sits out, and who has come and has no seat. */
export function peopleOf(rows, session) {
  const round = roundOnShow(session);
  const seated = new Set(seatsIn(rows, round).map((seat) => seat.attendee_id));
  const all = rows.all("attendee");
  const come = all.filter((person) => person.arrival === "arrived");
  const out = come.filter((person) => person.sitting_out.includes(round));
  const isChosen = session.mode === "free_choice";
  const hosting = new Set(rows.all("table_round").filter((place) => place.round === round)
    .flatMap((place) => [place.host_id, place.cohost_id]));
  const planned = rows.all("seat").length > 0 || isChosen;
  const over = !BEFORE.has(session.phase) && !["switching", TALKING].includes(session.phase);
  const seatless = planned && !over
    ? come.filter(({ id, sitting_out: without }) => !seated.has(id) && !hosting.has(id) && !without.includes(round))
    : [];
  return {
    expected: all.filter((person) => person.arrival !== "away").length,
    come: come.length,
    seated: come.filter((person) => seated.has(person.id)).length,
    sittingOut: out.length,
    seatless,
    isChosen: isChosen && !over,
    hasRoom: !isChosen || roomiest(rows, session) !== null,
  };
}

/** The table with the most chairs left, where people choose for themselves: its id, or null when all is full. */
export function roomiest(rows, session) {
  const open = rows.all("open_table").filter(({ free, round }) => free > 0 && round === roundOnShow(session));
  const best = open.sort((one, other) => other.free - one.free || one.table - other.table)[0];
  return rows.get("table_round", best?.id)?.table_id ?? null;
}

/** Calls for help that are not done, the oldest first, each with the number of the caller's table. */
export function callsOf(rows, session) {
  const tables = tableNumbers(rows);
  const places = new Map(seatsIn(rows, roundOnShow(session)).map((seat) => [seat.attendee_id, tables.get(seat.table_id)]));
  return rows.all("help_call")
    .filter((call) => call.state !== "done")
    .sort((one, other) => one.at - other.at)
    .map((call) => ({ ...call, table: places.get(call.attendee_id) ?? null }));
}

/** One entry a table, in the order of their numbers. */
export function tablesOnShow(rows, session, now) {
  const round = roundOnShow(session);
  const places = new Map(rows.all("table_round").filter((p) => p.round === round).map((p) => [p.table_id, p]));
  const seats = groupBy(seatsIn(rows, round), (seat) => seat.table_id);
  const visits = groupBy(rows.all("visit"), (visit) => visit.table_round_id);
  const notes = groupBy(rows.all("note").filter((note) => !note.binned), (note) => note.table_round_id);
  const calls = groupBy(callsOf(rows, session).filter((call) => call.table !== null), (call) => call.table);
  return rows.all("table").sort((one, other) => one.number - other.number).map((table) => {
    const place = places.get(table.id);
    const seated = seats.get(table.id) ?? [];
    const facts = {
      table,
      place,
      topic: rows.get("topic", place?.topic_id),
      seated: seated.length,
      here: countHere(rows, session, seated, visits.get(place?.id) ?? []),
      host: hostAt(rows, place),
      ...notesAt(notes.get(place?.id) ?? [], session, now),
      summary: summaryAt(rows, place),
      calls: calls.get(table.number)?.length ?? 0,
    };
    return { ...facts, attention: attentionOf({ ...facts, ...timeOf(session, now), now }) };
  });
}

function timeOf(session, now) {
  const paused = session.paused_left !== null;
  // In a café that nobody has gone on with, nobody talks, and no table needs anybody.
  const talking = session.phase === TALKING && !paused && standsSince(session, now) === null;
  return { talking, left: paused ? session.paused_left : (session.deadline ?? now) - now };
}

function countHere(rows, session, seated, visits) {
  return BEFORE.has(session.phase)
    ? seated.filter((seat) => rows.get("attendee", seat.attendee_id)?.arrival === "arrived").length
    : visits.length;
}

/** `state`: "none" (nobody is named), "away" (has left), "here", "lost" (was connected, is not) or "never". */
export function hostAt(rows, place) {
  const ids = [place?.host_id, place?.cohost_id].filter(Boolean);
  if (ids.length === 0) {
    return { name: "", state: "none", since: null };
  }
  const name = place.host ?? rows.get("attendee", ids[0])?.name ?? "";
  if (ids.every((id) => rows.get("attendee", id)?.arrival === "away")) {
    return { name, state: "away", since: null };
  }
  const known = ids.map((id) => rows.get("host_presence", id)).filter(Boolean);
  if (known.some((presence) => presence.connected)) {
    return { name, state: "here", since: null };
  }
  return known.length > 0
    ? { name, state: "lost", since: Math.max(...known.map((presence) => presence.since)) }
    : { name, state: "never", since: null };
}

function notesAt(notes, session, now) {
  // An anonymous idea has no time of its own: it counts as a note, and says nothing of when.
  const times = notes.map((note) => note.at).filter((at) => at !== null).sort((one, other) => one - other);
  const begun = session.counting_since ?? now;
  const last = Math.max(times.at(-1) ?? 0, begun);
  return { notes: notes.length, times, quietFor: Math.max(0, now - last), lastNote: times.at(-1) ?? null };
}

function summaryAt(rows, place) {
  const summary = place && rows.get("summary", place.id);
  return summary && summary.text.trim() !== "" ? summary.state : "none";
}

const seatsIn = (rows, round) => rows.all("seat").filter((seat) => seat.round === round);
const tableNumbers = (rows) => new Map(rows.all("table").map((table) => [table.id, table.number]));

function groupBy(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    groups.has(key) ? groups.get(key).push(thing) : groups.set(key, [thing]);
  }
  return groups;
}
