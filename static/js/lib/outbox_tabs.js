/** A tab that holds the turn and says nothing for this long is frozen: go on without it. Ids make that harmless. */
const FROZEN = 20_000;

/**
 * The tabs of one browser that share an outbox: they tell each other what happens, and take turns in sending.
 *
 * Without Web Locks (no secure context) every tab sends; since the server does each id once, that costs only messages.
 */
export class OutboxTabs {
  #lockName;
  #locks;
  #channel;
  #refusedSince = null;

  constructor(stream, { locks = globalThis.navigator?.locks, Channel = globalThis.BroadcastChannel } = {}) {
    this.#lockName = `kafedialog-outbox/${stream}`;
    this.#locks = locks;
    this.#channel = Channel ? new Channel("kafedialog-outbox") : null;
  }

  /** Hear what the other tabs say. */
  listen(listener) {
    if (this.#channel) {
      this.#channel.onmessage = ({ data }) => {
        this.#refusedSince = null;
        listener(data);
      };
    }
  }

  say(message) {
    this.#channel?.postMessage(message);
  }

  close() {
    this.#channel?.close();
    this.#channel = null;
  }

  /** Do the work while no other tab does; resolves to false when another one is at it. */
  async alone(work) {
    if (!this.#locks || this.#isFrozen()) {
      await work();
      return true;
    }
    return this.#locks.request(this.#lockName, { ifAvailable: true }, async (lock) => {
      if (lock === null) {
        this.#refusedSince ??= Date.now();
        return false;
      }
      this.#refusedSince = null;
      await work();
      return true;
    });
  }

  #isFrozen() {
    return this.#refusedSince !== null && Date.now() - this.#refusedSince > FROZEN;
  }
}
