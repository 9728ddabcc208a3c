import { expireStreams } from "./stream_records.js";

const DAY = 86_400_000;
/** Rows are only for reloading during and just after a gathering; they may tell who sat with whom. */
const STREAMS_LIVE = 7 * DAY;
const KEPT_LIVES = 30 * DAY;

/** Object stores: `outbox` in the order of adding, `streams` and `kept` by keys of their own. */
export function upgrade(database, from) {
  if (from < 1) {
    // Operations must be the same one wherever they are read, so they are found by the id they were made with.
    database.createObjectStore("outbox", { autoIncrement: true }).createIndex("id", "id", { unique: true });
    database.createObjectStore("streams");
    database.createObjectStore("kept");
  }
}

/** Write many in one transaction: `[key, value]`, where a null value deletes. Resolves when they are on the disk. */
export async function writeAll(database, name, entries) {
  // "strict" waits for the disk: a phone whose battery dies must not lose what it said it has kept. Drafts are written
  // at each letter and rows can be fetched again: for them it is enough to outlive the browser.
  const durability = name === "outbox" ? "strict" : "relaxed";
  const transaction = database.transaction(name, "readwrite", { durability });
  const work = entries.map(([key, value]) => writeOne(transaction.store, name, key, value));
  await Promise.all([...work, transaction.done]);
}

async function writeOne(objects, name, key, value) {
  const place = name === "outbox" ? await objects.index("id").getKey(key) : key;
  if (value !== null) {
    // Without a place a new operation goes to the end; one that is there keeps its turn.
    await objects.put(value, place);
  } else if (place !== undefined) {
    await objects.delete(place);
  }
}

/** Work on the saved rows in one transaction. Resolves to what `work` gives when it is on the disk. */
export async function writeRows(database, work) {
  const transaction = database.transaction("streams", "readwrite", { durability: "relaxed" });
  const [result] = await Promise.all([work(transaction.store), transaction.done]);
  return result;
}

/** Delete saved rows and drafts that nobody has come back to. The outbox never expires by itself. */
export async function expire(database, now) {
  await writeRows(database, (objects) => expireStreams(objects, now - STREAMS_LIVE));
  const transaction = database.transaction("kept", "readwrite");
  for await (const cursor of transaction.store) {
    if (cursor.value.at < now - KEPT_LIVES) {
      await cursor.delete();
    }
  }
  await transaction.done;
}

/** Why a write or an opening failed, in one word. */
export function reasonOf(error) {
  return { QuotaExceededError: "full", full: "full", blocked: "blocked", closed: "closed" }[error?.name] ?? "missing";
}
