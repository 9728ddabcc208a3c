/**
 * Who is expected at a table in a round and who has come: `[{id, name, here, away, missing, hosting, late}]`, the host
 * first.
 *
 * `late` is somebody who came without having a seat here, `missing` who is not there as the host has told the organisers. What the host has just tapped counts at once, and the one
 * who writes (`self`) is there.
 */
export function peopleAt({ rows, operations, placeId, self = null }) {
  const here = new Map();
  for (const visit of rows.all("visit").filter((one) => one.table_round_id === placeId)) {
    here.set(visit.attendee_id, visit.name ?? "");
  }
  for (const { name, data, state } of operations) {
    if (name === "mark_visit" && data.table_round_id === placeId && state !== "refused") {
      data.here ? here.set(data.attendee_id, here.get(data.attendee_id) ?? "") : here.delete(data.attendee_id);
    }
  }
  const said = new Map(operations
    .filter(({ name, data, state }) => name === "mark_missing" && data.table_round_id === placeId && state !== "refused")
    .map(({ data }) => [data.attendee_id, data.missing]));
  const seated = rows.all("seat").filter((seat) => seat.table_round_id === placeId);
  const expected = seated.map(({ attendee_id: id, name, hosting, arrival, missing = false }) => {
    const isHere = here.has(id) || id === self;
    return { id, name, hosting, here: isHere, away: arrival === "away", missing: !isHere && (said.get(id) ?? missing), late: false };
  });
  const known = new Set(expected.map(({ id }) => id));
  const late = [...here].filter(([id]) => !known.has(id)).map(([id, name]) => ({
    id, name, hosting: false, here: true, away: false, missing: false, late: true,
  }));
  return [...expected, ...late].sort((a, b) => b.hosting - a.hosting || a.name.localeCompare(b.name));
}
