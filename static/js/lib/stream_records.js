/**
 * How a stream's rows lie on the disk: a small head, and numbered records, each the next changes of rooms. The first of
 * them are the whole, in pieces; what comes later is added, so that a change costs what has changed.
 *
 * A head names the `base` its records belong to, and how many there are. Each whole is a new base. Who adds says which
 * records are known: where another tab has written since, the two would tell of different moments.
 */

/** Rows that are copied at once: more would make a page falter that holds ten thousand. */
const PIECE = 500;
const END = "\n";

const recordKey = (key, base, number) => `${key}${END}${base}${END}${number}`;
const headOf = (recordOrHead) => recordOrHead.split(END, 1)[0];
const baseOf = (recordKey) => recordKey.split(END)[1];

/** Save the whole in place of what was there. Gives the place at which to add. */
export async function writeWhole(objects, key, { rooms = {}, ...rest }, base) {
  await deleteRecords(objects, key, await objects.get(key));
  let count = 0;
  for (const piece of piecesOf(rooms)) {
    count += 1;
    await objects.put({ changes: [piece] }, recordKey(key, base, count));
  }
  await objects.put({ ...rest, base, count, at: Date.now() }, key);
  return { base, count };
}

/** Add changes of rooms to what lies at `place`. Gives the place after it, or null when somebody else has written. */
export async function addTo(objects, key, { changes, ...rest }, place) {
  const head = await objects.get(key);
  if (head?.base !== place.base || head.count !== place.count) {
    return null;
  }
  const next = { base: place.base, count: place.count + (changes.length > 0 ? 1 : 0) };
  if (changes.length > 0) {
    await objects.put({ changes }, recordKey(key, next.base, next.count));
  }
  await objects.put({ ...head, ...rest, ...next, at: Date.now() }, key);
  return next;
}

/** What was saved, `{value, place}`; its `later` are the changes in order, the pieces of the whole among them. */
export async function readStream(objects, key) {
  const head = await objects.get(key);
  if (!head?.base) {
    return { value: head, place: null }; // as versions before this one saved it, or nothing
  }
  const { base, count, ...value } = head;
  const later = [];
  for (let number = 1; number <= count; number += 1) {
    const record = await objects.get(recordKey(key, base, number));
    if (!record) {
      return { value: undefined, place: null };
    }
    later.push(...record.changes);
  }
  return { value: { ...value, rooms: {}, later }, place: { base, count } };
}

/** Delete what nobody has come back to since `before`, and records without a head. */
export async function expireStreams(objects, before) {
  const keys = await objects.getAllKeys();
  const bases = new Map();
  for (const key of keys.filter((one) => headOf(one) === one)) {
    const head = await objects.get(key);
    if (head.at < before) {
      await objects.delete(key);
    } else {
      bases.set(key, head.base);
    }
  }
  for (const key of keys.filter((one) => headOf(one) !== one)) {
    if (bases.get(headOf(key)) !== baseOf(key)) {
      await objects.delete(key);
    }
  }
}

async function deleteRecords(objects, key, head) {
  for (let number = 1; number <= (head?.count ?? 0); number += 1) {
    await objects.delete(recordKey(key, head.base, number));
  }
}

function* piecesOf(rooms) {
  for (const [room, { rows, gone }] of Object.entries(rooms)) {
    for (let first = 0; first === 0 || first < rows.length; first += PIECE) {
      yield { [room]: { rows: rows.slice(first, first + PIECE), gone: first === 0 ? gone : [] } };
    }
  }
}
