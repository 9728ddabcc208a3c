import { io } from "../../vendor/socket.io.js";
import { ServerClock } from "./clock.js";
import { Fetching } from "./fetching.js";
import { Link } from "./link.js";
import { Outbox } from "./outbox.js";
import { Rows } from "./rows.js";
import { SavedRows } from "./saved_rows.js";
import { registerService } from "./service.js";
import { followSetBacks } from "./set_back.js";
import { openSocket } from "./socket.js";
import { Store } from "./store.js";
import { warnBeforeLoss } from "./unsent.js";
import { asWritten, setWords } from "./words.js";

/** What the server has put into the page: `{locale, words, stream, as, table, person, writers, rows, fetch, urls}`. */
export function readPage(document = globalThis.document) {
  const page = JSON.parse(document.getElementById("page").textContent);
  return { ...page, locale: asWritten(page.locale) };
}

/**
 * Wire what every live page needs: `{page, store, rows, clock, link, outbox}`.
 *
 * When it resolves, `rows` holds what is known without asking (from this device or from the page), so that the page
 * can draw at once; the link is on its way.
 */
export async function startPage({ page = readPage(), socket = openSocket(io) } = {}) {
  setWords(page);
  registerService();
  const rows = new Rows();
  const clock = new ServerClock();
  const store = await Store.open();
  const taken = await takeUpRows({ page, store, rows, clock });
  const { stream, as, table = null } = page;
  const joinAs = { stream, as, table };
  const fetching = new Fetching(joinAs, { at: page.rows_at });
  const link = new Link({ socket, rows, clock, joinAs, fetching });
  const left = () => store.clear().then(() => globalThis.location.replace("/"));
  const outbox = new Outbox({ store, transport: link, stream, writers: page.writers, left });
  rows.subscribe(() => outbox.release(rows.seen));
  link.heard = taken.heard;
  keepSaved({ ...taken, store, rows, clock, link });
  followSetBacks({ rows, outbox });
  warnBeforeLoss({ store, outbox });
  if (page.fetch && rows.seen === null) {
    fetching.begin();
  }
  await outbox.start();
  link.start();
  return { page, store, rows, clock, link, outbox };
}

/** Begin with the newer of what this device has saved and what the page brought. A cached page may be an old one. */
export async function takeUpRows({ page, store, rows, clock }) {
  // Another person on the same device, or the same one in another role, must never see these rows.
  const key = JSON.stringify([page.stream, page.as, page.table ?? null, page.person ?? null]);
  const found = await store.loadStream(key);
  let saved = Boolean(found);
  if (found) {
    rows.load(found);
    clock.restore(found.ahead);
  }
  // What is saved may hold live changes that nobody has vouched for yet: with the same `seq` it knows no less.
  if (page.rows && (rows.seen === null || page.rows.seq > rows.seen)) {
    rows.apply({ ...page.rows, after: undefined, reset: true });
    saved = false;
  }
  if (page.rows && !wasKept()) {
    clock.restore(page.rows.now - Date.now());
  }
  return { key, saved, heard: Math.max(found?.heard ?? 0, page.rows?.now ?? 0) || null };
}

/** Whether the page comes from the service worker, from hours ago perhaps: its time would show an old round as now. */
function wasKept(performance = globalThis.performance) {
  const [navigation] = performance.getEntriesByType("navigation");
  return (navigation?.serverTiming ?? []).some(({ name }) => name === "kept");
}

/** Save the rows soon after each change, and at once when the page may be about to be closed. */
function keepSaved({ key, saved, store, rows, clock, link }) {
  const moment = () => ({ ahead: clock.aheadOfWall, heard: link.heard });
  const savedRows = new SavedRows({ key, store, rows, saved, moment });
  savedRows.start();
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && savedRows.save());
  globalThis.addEventListener("pagehide", () => savedRows.save());
}
