import { openDB } from "../../vendor/idb.js";
import { Listeners } from "./listeners.js";
import { SavedStreams } from "./saved_streams.js";
import { expire, reasonOf, upgrade, writeAll } from "./store_schema.js";

const NAME = "kafedialog";
const VERSION = 1;
/** Some browsers neither open nor refuse a database; the page must not wait for that. */
const OPENING = 1_500;
/** What is typed into a field and kept at each letter: a thought, a note. */
const DRAFT = /^(thought|note)\//;

/**
 * What this device keeps: operations not yet saved, rows for a reload without network, drafts.
 *
 * Never throws at its caller. What IndexedDB does not take is held in memory and tried again with the next write;
 * meanwhile `durable` is false and `reason` says why ("missing", "blocked", "full", "closed"), so that the page can
 * ask to be kept open.
 */
export class Store {
  #open;
  #database = null;
  /** What the disk does not have yet, by key. A null stands for a deletion. */
  #memory = { outbox: new Map(), kept: new Map() };
  #streams = new SavedStreams({
    attempt: (work) => this.#try(work),
    saved: () => this.#write(),
    failed: (reason) => this.#say(false, reason),
  });
  #writing = Promise.resolve();
  #ended = false;
  #listeners = new Listeners();

  durable = true;
  reason = "";

  constructor(open) {
    this.#open = open;
  }

  /** Open the database if there is one to be had. Always resolves. */
  static async open({ open = openDB, storage = globalThis.navigator?.storage, now = Date.now() } = {}) {
    const store = new Store(open);
    await store.#connect();
    if (store.#database) {
      await expire(store.#database, now).catch(() => {});
      // Asked quietly: most browsers decide by themselves, and a refusal changes nothing we do.
      storage?.persist?.().catch(() => {});
    }
    return store;
  }

  /** Be told when `durable` changes. */
  subscribe(listener) {
    return this.#listeners.add(listener);
  }

  /** Operations in the order in which they were added, by whichever tab. */
  async operations() {
    const written = await this.#read((database) => database.getAll("outbox"), []);
    const newer = new Map(this.#memory.outbox);
    const known = new Set(written.map(({ id }) => id));
    const merged = written.map((operation) => (newer.has(operation.id) ? newer.get(operation.id) : operation));
    const added = [...newer].filter(([id]) => !known.has(id)).map(([, operation]) => operation);
    return [...merged, ...added].filter((operation) => operation !== null);
  }

  /** Add an operation, or replace the one with its id. Resolves when it is on the disk, or `durable` is false. */
  putOperation(operation) {
    return this.#put("outbox", operation.id, operation);
  }

  removeOperation(id) {
    return this.#put("outbox", id, null);
  }

  /** Keep what a reload without network renders from. `key` says whose rows of which stream. Resolves to whether it is. */
  saveStream(key, value) {
    return this.#streams.save(key, value);
  }

  /** Add `{changes, ...}` to what this page has read or saved under a key. Resolves to false when that is gone. */
  addToStream(key, change) {
    return this.#streams.add(key, change);
  }

  loadStream(key) {
    return this.#streams.load(key);
  }

  /** Keep a text on this device only. */
  keep(key, text) {
    return this.#put("kept", key, { text, at: Date.now() });
  }

  /** The text kept under a key, or undefined. */
  async kept(key) {
    return (await this.#get("kept", key))?.text;
  }

  forget(key) {
    return this.#put("kept", key, null);
  }

  /** Texts begun here and not handed over: what is kept under the fields' keys. */
  async drafts() {
    const keys = await this.#read((database) => database.getAllKeys("kept"), []);
    const texts = await Promise.all(keys.filter((key) => DRAFT.test(key)).map((key) => this.kept(key)));
    return texts.filter((text) => text?.trim());
  }

  /** Forget all of it, as when leaving for good on a shared device. What this page holds is not written again. */
  async clear() {
    this.#ended = true;
    await Promise.all([this.#writing, this.#streams.end()]);
    Object.values(this.#memory).forEach((waiting) => waiting.clear());
    for (const name of ["outbox", "kept", "streams"]) {
      await this.#try((database) => database.clear(name)).catch(() => {});
    }
  }

  async #get(name, key) {
    if (this.#memory[name].has(key)) {
      return this.#memory[name].get(key) ?? undefined;
    }
    return this.#read((database) => database.get(name, key), undefined);
  }

  async #read(work, otherwise) {
    try {
      return await this.#try(work);
    } catch {
      return otherwise;
    }
  }

  #put(name, key, value) {
    if (this.#ended) {
      return this.#writing;
    }
    this.#memory[name].set(key, value);
    return this.#write();
  }

  #write() {
    // One after the other: a deletion must not be overtaken by the write that came before it.
    this.#writing = this.#writing.then(() => this.#flush());
    return this.#writing;
  }

  async #flush() {
    try {
      for (const [name, waiting] of Object.entries(this.#memory)) {
        const entries = [...waiting];
        if (entries.length > 0) {
          await this.#writeOut(name, entries);
          entries.filter(([key, value]) => waiting.get(key) === value).forEach(([key]) => waiting.delete(key));
        }
      }
      this.#say(true, "");
    } catch (error) {
      this.#say(false, reasonOf(error));
    }
  }

  /** Where there is no room, rows give way to texts: they can be fetched again. */
  async #writeOut(name, entries) {
    try {
      await this.#try((database) => writeAll(database, name, entries));
    } catch (error) {
      if (reasonOf(error) !== "full" || this.#database === null) {
        throw error;
      }
      await this.#try((database) => database.clear("streams"));
      await this.#try((database) => writeAll(database, name, entries));
    }
  }

  /** Work on the database; open it anew once if the browser has closed it behind our back, as iOS does. */
  async #try(work) {
    if (this.#database === null) {
      await this.#reopen();
    }
    try {
      return await work(this.#database);
    } catch (error) {
      if (error?.name !== "InvalidStateError" && error?.name !== "UnknownError") {
        throw error;
      }
      await this.#reopen();
      return work(this.#database);
    }
  }

  async #reopen() {
    if (["closed", "full"].includes(this.reason) || this.#database !== null) {
      this.#database = null;
      await this.#connect();
    }
    if (this.#database === null) {
      throw Object.assign(new Error("no database"), { name: this.reason });
    }
  }

  async #connect() {
    try {
      this.#database = await this.#openInTime();
    } catch (error) {
      this.#say(false, reasonOf(error));
    }
  }

  #openInTime() {
    return new Promise((resolve, reject) => {
      let late = false;
      const blocked = () => {
        late = true;
        reject(Object.assign(new Error("the database does not open"), { name: "blocked" }));
      };
      const timer = setTimeout(blocked, OPENING);
      const opening = this.#open(NAME, VERSION, {
        upgrade,
        blocked,
        // A newer version in another tab must be able to open; this page goes on in memory.
        blocking: () => this.#closed(),
        terminated: () => this.#closed(),
      });
      const opened = (database) => (late ? this.#openedLate(database) : resolve(database));
      opening.then(opened, reject).finally(() => clearTimeout(timer));
    });
  }

  /** A slow phone: what is in memory goes to the disk now, and what an earlier visit has left is there after all. */
  #openedLate(database) {
    if (this.#database === null) {
      this.#database = database;
      this.#writing = this.#writing.then(() => this.#flush());
    } else {
      database.close();
    }
  }

  #closed() {
    this.#database?.close();
    this.#database = null;
    this.#say(false, "closed");
  }

  #say(durable, reason) {
    if (this.durable !== durable || this.reason !== reason) {
      this.durable = durable;
      this.reason = reason;
      this.#listeners.notify(this);
    }
  }
}
