const SOON = 500;
/** So many changes are added to what is saved, or rows (half of what there is, if that is more): then all is saved anew. */
const MOST_CHANGES = 200;
const MOST_ROWS = 500;
/** To save as many anew takes a while: two tabs that save the same ones must not do so in turns without a pause. */
const MANY_ROWS = 2_000;
const PAUSE = 10_000;

/**
 * Saves the rows soon after each change, for a reload without network: what has changed, and now and then the whole.
 *
 * `saved` says that the disk has what `rows` hold. `moment()` gives what is saved with them besides.
 */
export class SavedRows {
  #key;
  #store;
  #rows;
  #saved;
  #moment;
  /** What is not on its way to the disk yet: changes of rooms, in order. */
  #changes = [];
  #added = { changes: 0, rows: 0 };
  #savedAnewAt = -Infinity;
  #timer = null;

  constructor({ key, store, rows, saved = false, moment = () => ({}) }) {
    this.#key = key;
    this.#store = store;
    this.#rows = rows;
    this.#saved = saved;
    this.#moment = moment;
  }

  start() {
    this.#rows.subscribe((rows, batch) => this.#changed(batch));
  }

  /** Save what there is at once, as when the page may be about to be closed. */
  async save() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#rows.seen === null) {
      return;
    }
    const changes = this.#changes.splice(0);
    if (this.#saved && !this.#isLong()) {
      await this.#add(changes);
    } else {
      await this.#saveAnew();
    }
  }

  #changed({ reset = false, rooms = {} }) {
    this.#saved &&= !reset;
    if (Object.keys(rooms).length > 0) {
      this.#changes.push(rooms);
    }
    this.#soon();
  }

  #soon() {
    const pause = this.#saved || this.#rows.size < MANY_ROWS ? 0 : this.#savedAnewAt + PAUSE - Date.now();
    this.#timer ??= setTimeout(() => this.save(), Math.max(SOON, pause));
  }

  #isLong() {
    const { changes, rows } = this.#added;
    return changes > MOST_CHANGES || rows > Math.max(MOST_ROWS, this.#rows.size / 2);
  }

  async #add(changes) {
    this.#added.changes += 1;
    this.#added.rows += changes.reduce((sum, rooms) => sum + countOf(rooms), 0);
    const { sure: seq, audience } = this.#rows;
    if (!(await this.#store.addToStream(this.#key, { changes, seq, audience, ...this.#moment() }))) {
      // Another tab has saved since, or the browser has taken it away.
      this.#saved = false;
      this.#soon();
    }
  }

  async #saveAnew() {
    this.#saved = true;
    this.#added = { changes: 0, rows: 0 };
    this.#savedAnewAt = Date.now();
    if (!(await this.#store.saveStream(this.#key, { ...this.#rows.dump(), ...this.#moment() }))) {
      this.#saved = false;
    }
  }
}

function countOf(rooms) {
  return Object.values(rooms).reduce((sum, { rows = [], gone = [] }) => sum + rows.length + gone.length, 0);
}
