// Who stands where in the queue, computed from rows and from what is still on its way to the server.

/** Letters as people type them in a hurry: no accents, no capitals, æøå as a e o where the keyboard has none. */
export function plainLetters(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/[øœ]/g, "o")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/đ|ð/g, "d")
    .trim();
}

/** Whether every word that was typed begins a word of the name or the organisation. */
export function matches({ name, organisation }, typed) {
  const words = plainLetters(`${name} ${organisation ?? ""}`).split(/[\s\-'’.,]+/);
  return plainLetters(typed).split(/[\s\-'’.,]+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)));
}

/** The people at the door, by name, with what is still on its way laid over: `{…row, pending, refused}`. */
export function peopleAtDoor(rows, operations, organisations = []) {
  const people = new Map(rows.all("attendee").map((row) => [row.id, { ...row, pending: false, refused: null }]));
  for (const { name, data, state, error } of operations) {
    if (name === "free_chairs") {
      lay(people, data, state);
      continue;
    }
    if (name === "add_attendee" && !people.has(data.attendee_id)) {
      people.set(data.attendee_id, added(data, organisations));
    }
    const person = people.get(data.attendee_id);
    if (person && (name === "set_arrival" || name === "add_attendee")) {
      const refused = state === "refused" ? error : null;
      const arrival = name === "set_arrival" && !refused ? data.arrival : person.arrival;
      people.set(data.attendee_id, { ...person, arrival, pending: !refused && state !== "saved", refused });
    }
  }
  return [...people.values()];
}

/** Chairs that are being freed or given back; the server skips whoever has come meanwhile. */
function lay(people, { attendee_ids: ids, free }, state) {
  const [before, after] = free ? ["expected", "away"] : ["away", "expected"];
  for (const person of ids.map((id) => people.get(id))) {
    if (person?.arrival === before && state !== "refused") {
      people.set(person.id, { ...person, arrival: after, pending: state !== "saved" });
    }
  }
}

function added({ attendee_id: id, display_name: name, organisation_id, kind = null }, organisations) {
  const organisation = organisations.find((one) => one.id === organisation_id)?.name ?? null;
  return { id, name, organisation, kind, arrival: "arrived", sitting_out: [], by_phone: false, pending: true, refused: null };
}

/** How many have come, are still expected, are away. */
export function counts(people) {
  const count = (arrival) => people.filter((person) => person.arrival === arrival).length;
  return { arrived: count("arrived"), expected: count("expected"), away: count("away") };
}

/** Who is expected and has not come although people have been sent to their tables: their chairs may be freed. */
export function notCome(people, session) {
  return ["switching", "running"].includes(session?.phase) ? people.filter(({ arrival }) => arrival === "expected") : [];
}

/** Whose chair is empty, as the host says, in the present round; not who has been seen at some table. */
export function missingNow(rows) {
  const round = rows.all("session")[0]?.round;
  const places = new Set(rows.all("table_round").filter((place) => place.round === round).map(({ id }) => id));
  const seen = new Set(rows.all("visit").filter((visit) => places.has(visit.table_round_id)).map((visit) => visit.attendee_id));
  const missing = rows.all("seat").filter((seat) => seat.missing && seat.round === round && !seen.has(seat.attendee_id));
  return new Set(missing.map((seat) => seat.attendee_id));
}

/** The number of the table where somebody sits in the present round (before the first: in the first), or null. */
export function tableOf(rows, attendeeId) {
  const session = rows.all("session")[0];
  const round = Math.max(1, session?.round ?? 1);
  const seat = rows.all("seat").find((one) => one.attendee_id === attendeeId && one.round === round);
  return seat ? rows.get("table", seat.table_id)?.number ?? null : null;
}
