import { Heartbeat } from "./heartbeat.js";
import { newId } from "./identifiers.js";
import { Listeners } from "./listeners.js";
import { watchPage } from "./page_events.js";
import { NoAnswer, ask } from "./socket.js";

const ANSWER = 8_000;
/** A first answer may be the whole café over a bad network. */
const JOIN_ANSWER = 15_000;
/** A link that may be dead is shown as such within 5 seconds, also while joining. */
const SHOWN_LATE = 4_500;
/** These do not get better by asking again; signing in or being invited does. */
const FINAL = new Set(["signed_out", "not_allowed"]);

/**
 * The line to the server for one stream: joins, keeps `rows` complete and in order, and says truthfully how it stands.
 *
 * `status`: "connecting", "catching_up" (connected, what we missed is under way), "connected", "offline", or "refused"
 * with `message` (signed out, or not allowed; it then stops trying).
 *
 * `joinAs` is `{stream, as, table}`; `fetching` gets what is too much for the line, where the page can fetch.
 */
export class Link {
  #socket;
  #rows;
  #clock;
  #joinAs;
  #document;
  #window;
  #fetching;
  #listeners = new Listeners();
  #heartbeat;
  #joining = null;
  #held = [];
  #stopped = true;
  #failures = 0;
  #timer = null;
  #opening = null;
  #unwatch = () => {};

  status = "connecting";
  message = "";
  /** Whose place in the stream this is, as the server sees it; null where it is nobody's (the wall, an organiser). */
  person = null;
  /** When the server was last heard, in its own time; null when never. A page opened from the store sets it. */
  heard = null;

  constructor({ socket, rows, clock, joinAs, fetching = null, document = globalThis.document, window = globalThis.window }) {
    this.#socket = socket;
    this.#rows = rows;
    this.#clock = clock;
    this.#joinAs = joinAs;
    this.#fetching = fetching;
    this.#document = document;
    this.#window = window;
    this.#heartbeat = new Heartbeat({
      ask: () => this.#askTime(),
      late: () => this.#say("offline"),
      dead: () => this.#reopen(),
      alive: () => this.#say(this.#joining ? "catching_up" : "connected"),
      hidden: () => document?.visibilityState === "hidden",
    });
  }

  /** Whether commands can be sent: connected and joined. */
  get ready() {
    return this.status === "connected";
  }

  start() {
    this.#stopped = false;
    this.#socket.on("connect", () => this.#join());
    this.#socket.on("disconnect", (reason) => this.#lost(reason));
    this.#socket.on("connect_error", (error) => this.#failed(error));
    this.#socket.on("rows", (batch) => this.#receive(batch));
    this.#socket.on("audience", ({ stream }) => stream === this.#joinAs.stream && this.#join({ afresh: true }));
    this.#unwatch = watchPage({
      document: this.#document,
      window: this.#window,
      inView: () => this.#hurry(),
      online: () => this.#hurry(),
      // Asked rather than believed: a hall's network without the internet counts as offline in some browsers.
      offline: () => this.#heartbeat.now(),
    });
    this.#opening = setTimeout(() => this.status === "connecting" && this.#say("offline"), SHOWN_LATE);
    this.#socket.connect();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#opening);
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    this.#unwatch();
    this.#fetching?.stop();
    this.#socket.disconnect();
  }

  /** Be told of each change of `status`. */
  subscribe(listener) {
    return this.#listeners.add(listener);
  }

  /** Send a command without the outbox: for what makes no sense later, as "start round 2". Rejects with NoAnswer. */
  command(name, data, id = newId()) {
    return this.send({ id, name, data });
  }

  /** Send an operation once. Resolves to the server's answer, whatever it is; rejects with NoAnswer. */
  send({ id, name, data }) {
    if (!this.ready) {
      return Promise.reject(new NoAnswer("not connected"));
    }
    return ask(this.#socket, "command", { id, name, data }, ANSWER);
  }

  async #join({ afresh = false } = {}) {
    const joining = { late: setTimeout(() => this.#say("offline"), SHOWN_LATE) };
    this.#endJoining();
    this.#joining = joining;
    this.#heartbeat.stop();
    this.#say("catching_up");
    const sent = this.#clock.local();
    const known = afresh ? { seen: null, audience: null } : { seen: this.#rows.sure, audience: this.#rows.audience };
    const asked = { ...this.#joinAs, ...known, ...(this.#fetching ? { fetches: true } : {}) };
    try {
      const answer = await ask(this.#socket, "join", asked, JOIN_ANSWER);
      if (this.#joining === joining) {
        this.#hear(sent, answer.now);
        answer.fetch ? await this.#fetch(joining, known) : this.#joined(asAsked(answer, known));
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        throw error;
      }
      if (this.#joining === joining && this.#socket.connected) {
        this.#reopen();
      }
    }
  }

  /** Fetch, then join again: that tells whether it was for this audience, and brings what has changed since. */
  async #fetch(joining, known) {
    clearTimeout(joining.late);
    this.#heartbeat.start();
    const answer = await this.#fetching.take(known).catch(() => { throw new NoAnswer("rows"); });
    if (this.#joining === joining) {
      this.#rows.apply(asAsked(answer, known));
      this.#join();
    }
  }

  #endJoining() {
    clearTimeout(this.#joining?.late);
    this.#joining = null;
  }

  #joined(answer) {
    this.#endJoining();
    if (!answer.ok) {
      this.#held = [];
      this.#notJoined(answer.error);
      return;
    }
    this.#failures = 0;
    this.person = answer.person ?? null;
    this.#rows.apply(answer);
    const held = this.#held.filter((batch) => batch.seq > answer.seq);
    this.#held = [];
    this.#say("connected");
    this.#heartbeat.start();
    held.forEach((batch) => this.#receive(batch));
  }

  #notJoined({ code, message } = {}) {
    if (FINAL.has(code)) {
      this.message = message ?? "";
      this.stop();
      this.#say("refused");
    } else {
      this.#reopen();
    }
  }

  #receive(batch) {
    if (batch.stream !== this.#joinAs.stream) {
      return;
    }
    if (this.#joining) {
      // It may be in the answer under way, or be newer than it: the answer's seq will tell.
      this.#held.push(batch);
    } else if (this.#rows.misses(batch)) {
      this.#held.push(batch);
      this.#join();
    } else {
      this.#rows.apply(batch);
    }
  }

  async #askTime() {
    const sent = this.#clock.local();
    const { seen } = this.#rows;
    const { now } = await ask(this.#socket, "ping_time", {}, 30_000);
    this.#hear(sent, now);
    // Messages come in order: the rest of what had begun to arrive when we asked is here by now.
    if (!this.#joining) {
      this.#rows.vouch(seen);
    }
  }

  #hear(sent, now) {
    this.#clock.observe({ sent, received: this.#clock.local(), now });
    this.heard = now ?? this.heard;
  }

  #lost(reason) {
    this.#heartbeat.stop();
    this.#fetching?.stop();
    this.#endJoining();
    this.#held = [];
    if (this.#stopped) {
      return;
    }
    this.#say("offline");
    if (reason === "io server disconnect") {
      // Socket.IO leaves it at that when the server closes; joining again tells why, or mends it.
      this.#reopen();
    }
  }

  #failed(error) {
    if (FINAL.has(error?.message) && !this.#socket.active) {
      this.#notJoined({ code: error.message, message: error.data?.message });
      return;
    }
    this.#say("offline");
    if (!this.#socket.active) {
      this.#reopen();
    }
  }

  /** Close the line and open a new one, after a moment that differs from phone to phone. */
  #reopen() {
    this.#heartbeat.stop();
    this.#fetching?.stop();
    this.#endJoining();
    this.#held = [];
    this.#say("offline");
    this.#socket.disconnect();
    this.#connectAfter(Math.min(5_000, 500 * 2 ** this.#failures) * (0.2 + 1.6 * Math.random()));
    this.#failures += 1;
  }

  #connectAfter(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stopped || this.#socket.connect(), wait);
  }

  #say(status) {
    if (this.status !== status && (!this.#stopped || status === "refused")) {
      this.status = status;
      this.#listeners.notify(status);
    }
  }

  /** Do not wait for the next turn: somebody is looking, or the network is said to be back. */
  #hurry() {
    if (this.#socket.connected) {
      this.#heartbeat.now();
    } else if (!this.#stopped) {
      // Breaks off the wait Socket.IO may be in; `connect` alone would let it go on.
      this.#socket.disconnect();
      this.#connectAfter(300 * Math.random());
    }
  }
}

/** Who said to have nothing is given everything, also if the answer forgets to say so. */
function asAsked(answer, { seen }) {
  return seen === null ? { ...answer, reset: true } : answer;
}
