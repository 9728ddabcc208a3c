import { newId } from "./identifiers.js";
import { reasonOf, writeRows } from "./store_schema.js";
import { addTo, readStream, writeWhole } from "./stream_records.js";

/**
 * The rows on the disk. They can be fetched again: what the disk does not take is not held in memory as well.
 *
 * `attempt(work)` works on the database; `saved` and `failed(reason)` hear how it went.
 */
export class SavedStreams {
  #attempt;
  #saved;
  #failed;
  /** Where the rows of a stream lie that this page has read or written last. */
  #places = new Map();
  #saving = Promise.resolve();
  #ended = false;

  constructor({ attempt, saved, failed }) {
    this.#attempt = attempt;
    this.#saved = saved;
    this.#failed = failed;
  }

  save(key, value) {
    return this.#inTurn(key, (objects) => writeWhole(objects, key, value, newId()));
  }

  add(key, change) {
    return this.#inTurn(key, (objects, place) => place && addTo(objects, key, change, place));
  }

  async load(key) {
    const read = (database) => readStream(database.transaction("streams").store, key);
    const { value, place } = await this.#attempt(read).catch(() => ({ value: undefined, place: null }));
    this.#places.set(key, place);
    return value;
  }

  /** Save nothing any more. Resolves when nothing is under way. */
  end() {
    this.#ended = true;
    return this.#saving;
  }

  #inTurn(key, work) {
    this.#saving = this.#saving.then(async () => {
      if (!this.#ended) {
        this.#places.set(key, await this.#write((objects) => work(objects, this.#places.get(key))));
      }
      return Boolean(this.#places.get(key));
    });
    return this.#saving;
  }

  async #write(work) {
    try {
      const place = await this.#attempt((database) => writeRows(database, work));
      this.#saved();
      return place;
    } catch (error) {
      // Where there is no room, rows give way to texts.
      const madeWay = reasonOf(error) === "full" && (await this.#attempt((database) => database.clear("streams")).then(() => true, () => false));
      if (!madeWay) {
        this.#failed(reasonOf(error));
      }
      return null;
    }
  }
}
