// One device of somebody who writes: the product's own code, on a disk that outlives a reload of the page.

import { io } from "socket.io-client";

import { ServerClock } from "../../static/js/lib/clock.js";
import { Link } from "../../static/js/lib/link.js";
import { Outbox } from "../../static/js/lib/outbox.js";
import { OutboxTabs } from "../../static/js/lib/outbox_tabs.js";
import { takeUpRows } from "../../static/js/lib/page.js";
import { Rows } from "../../static/js/lib/rows.js";
import { openSocket } from "../../static/js/lib/socket.js";
import { Store } from "../../static/js/lib/store.js";
import { Disk, FakePage } from "../js/support/fakes.mjs";

/** Writes down what a person is promised, the moment the product's code shows it. */
class WatchedOutbox extends Outbox {
  #promised = new Set();
  #log;

  constructor({ log, ...more }) {
    super(more);
    this.#log = log;
    this.subscribe((id) => this.#see(id));
  }

  async add(operation) {
    const added = await super.add(operation);
    const { id, name, data } = added ?? operation;
    this.#log({ made: id, name, data });
    return added;
  }

  async discard(id) {
    this.#log({ dropped: id });
    await super.discard(id);
  }

  #see(id) {
    const state = this.state(id);
    if (["saved", "refused"].includes(state) && !this.#promised.has(id)) {
      this.#promised.add(id);
      this.#log({ [state]: id, error: this.get(id)?.error ?? null });
    }
  }
}

/** Writes down what is sent, to tell how often something had to be sent again. */
class WatchedLink extends Link {
  log;

  send(operation) {
    if (this.ready) {
      this.log({ sent: operation.id });
    }
    return super.send(operation);
  }
}

/** `person` is `{url, origin, cookie, stream, as, table, place}`; `pollingOnly` is a network without WebSockets. */
export class Device {
  #disk = new Disk();
  #log;
  #key;
  #life = 0;
  #socketNow = null;

  /** When the line last came to stand, the last operation was saved, the rows last changed: `performance.now`. */
  connectedAt = null;
  savedAt = null;
  changedAt = null;
  connections = 0;

  constructor(person, log) {
    this.person = person;
    this.#log = log;
  }

  /** Open the page, as `startPage` does. */
  async open() {
    const { stream, as, table, cookie } = this.person;
    this.#life += 1;
    const life = this.#life;
    const log = (line) => life === this.#life && this.#log(line);
    this.rows = new Rows();
    const clock = new ServerClock();
    this.store = await Store.open({ open: this.#disk.open, storage: null });
    const page = { stream, as, table, person: cookie };
    this.#key = (await takeUpRows({ page, store: this.store, rows: this.rows, clock })).key;
    const [document, window] = [new FakePage(), new FakePage()];
    const socket = this.#socket();
    this.link = new WatchedLink({ socket, rows: this.rows, clock, joinAs: { stream, as, table }, document, window });
    this.link.log = log;
    const tabs = new OutboxTabs(stream, { locks: null, Channel: null });
    this.#socketNow = socket;
    this.outbox = new WatchedOutbox({ store: this.store, transport: this.link, stream, tabs, log });
    this.outbox.subscribe((id) => this.#saw(id));
    this.rows.subscribe(() => this.#changed());
    this.link.subscribe((status) => status === "connected" && this.#connected());
    await this.outbox.start();
    this.link.start();
  }

  /** Reload the page. Unwarned, as when the phone dies: nothing but what the disk has by now is kept. */
  async reload({ warned }) {
    if (warned && this.rows.seen !== null) {
      await this.store.saveStream(this.#key, this.rows.dump());
    }
    this.close();
    await this.open();
  }

  close() {
    this.link.stop();
    this.outbox.stop();
    // What is still going on in the old page must not reach the new one's disk.
    const left = this.#disk;
    this.#disk = Object.assign(new Disk(), { stores: structuredClone(left.stores), next: left.next });
    this.#life += 1;
  }

  connected() {
    return this.link.status === "connected";
  }

  get transport() {
    return this.#socketNow.io.engine?.transport.name ?? null;
  }

  /** For the desk's code. */
  changed() {}

  get stream() {
    return this.person.stream;
  }

  #saw(id) {
    this.savedAt = this.outbox.state(id) === "saved" ? performance.now() : this.savedAt;
  }

  #connected() {
    this.connectedAt = performance.now();
    this.connections += 1;
  }

  #changed() {
    this.changedAt = performance.now();
    this.outbox.release(this.rows.seen);
  }

  #socket() {
    const { url, origin, cookie, pollingOnly } = this.person;
    const extraHeaders = { cookie, origin };
    const socket = openSocket((options) => io(url, { ...options, extraHeaders, forceNew: true }));
    if (pollingOnly) {
      Object.defineProperty(socket.io.opts, "transports", { get: () => ["polling"], set() {} });
    }
    return socket;
  }
}
