// Stand-ins for what a browser and a server would be: a disk, a socket, a page, other tabs.

/** Let everything that is ready happen, timers excepted. */
export async function settle(turns = 20) {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Random numbers that are the same each time. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** What survives a reload. `failing`, an error, makes every write fail; `log` tells what has reached the disk. */
export class Disk {
  stores = { outbox: new Map(), streams: new Map(), kept: new Map() };
  next = 1;
  failing = null;
  opening = null;
  log = [];
  /** How much has been written. */
  bytes = 0;

  /** In the place of idb's `openDB`. */
  open = async (name, version, events = {}) => {
    this.events = events;
    if (this.opening) {
      throw this.opening;
    }
    return new Database(this);
  };
}

class Database {
  constructor(disk) {
    this.disk = disk;
  }

  async getAll(name) {
    return structuredClone([...this.disk.stores[name].entries()].sort(([a], [b]) => a - b).map(([, value]) => value));
  }

  async get(name, key) {
    return structuredClone(this.disk.stores[name].get(key));
  }

  async getAllKeys(name) {
    return [...this.disk.stores[name].keys()];
  }

  async clear(name) {
    this.disk.stores[name].clear();
  }

  close() {}

  transaction(name) {
    const { disk } = this;
    const objects = disk.stores[name];
    const check = () => {
      if (disk.failing) {
        throw disk.failing;
      }
    };
    return {
      done: Promise.resolve(),
      store: {
        index: () => ({ getKey: async (id) => [...objects].find(([, value]) => value.id === id)?.[0] }),
        get: async (key) => structuredClone(objects.get(key)),
        getAllKeys: async () => [...objects.keys()],
        async put(value, key = disk.next++) {
          check();
          objects.set(key, structuredClone(value));
          disk.log.push(["put", value.id ?? key]);
          disk.bytes += JSON.stringify(value).length;
        },
        async delete(key) {
          check();
          objects.delete(key);
          disk.log.push(["delete", key]);
        },
        async *[Symbol.asyncIterator]() {
          for (const [key, value] of [...objects]) {
            yield { value, delete: async () => objects.delete(key) };
          }
        },
      },
    };
  }
}

/** A Socket.IO client whose other end is the test. `answer(event, payload)` returns the answer, or undefined for none. */
export class FakeSocket {
  connected = false;
  active = true;
  sent = [];
  handlers = new Map();
  pendingAcks = new Set();
  connects = 0;
  /** Whether a connection comes about when asked for. */
  reachable = true;

  constructor(answer) {
    this.answer = answer;
  }

  on(event, handler) {
    this.handlers.set(event, handler);
  }

  connect() {
    this.connects += 1;
    if (this.connected) {
      return;
    }
    if (this.reachable) {
      this.connected = true;
      this.receive("connect");
    } else {
      this.receive("connect_error", new Error("unreachable"));
    }
  }

  disconnect() {
    this.drop("io client disconnect");
  }

  /** The line breaks. */
  drop(reason = "transport close") {
    if (this.connected) {
      this.connected = false;
      [...this.pendingAcks].forEach((fail) => fail(new Error("disconnected")));
      this.receive("disconnect", reason);
    }
  }

  /** The server says something. */
  receive(event, payload) {
    this.handlers.get(event)?.(payload);
  }

  timeout(patience) {
    return {
      emit: (event, payload, done) => {
        this.sent.push([event, payload]);
        const fail = (error) => finish(error);
        const timer = setTimeout(() => finish(new Error("timeout")), patience);
        const finish = (error, answer) => {
          if (this.pendingAcks.delete(fail)) {
            clearTimeout(timer);
            done(error, answer);
          }
        };
        this.pendingAcks.add(fail);
        Promise.resolve(this.answer(event, payload)).then((answer) => answer !== undefined && finish(null, answer));
      },
    };
  }

  of(event) {
    return this.sent.filter(([name]) => name === event).map(([, payload]) => payload);
  }
}

/** `document` or `window`: something that can be listened to. */
export class FakePage extends EventTarget {
  visibilityState = "visible";

  hide() {
    this.visibilityState = "hidden";
    this.dispatchEvent(new Event("visibilitychange"));
  }

  show() {
    this.visibilityState = "visible";
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

/** Web Locks and BroadcastChannel for several tabs in one test. */
export function browserWithTabs() {
  const held = new Set();
  const channels = new Set();
  return {
    held,
    locks: {
      async request(name, options, work) {
        if (held.has(name)) {
          return work(null);
        }
        held.add(name);
        try {
          return await work({ name });
        } finally {
          held.delete(name);
        }
      },
    },
    Channel: class {
      constructor() {
        channels.add(this);
      }

      postMessage(message) {
        for (const other of channels) {
          if (other !== this) {
            queueMicrotask(() => other.onmessage?.({ data: structuredClone(message) }));
          }
        }
      }

      close() {
        channels.delete(this);
      }
    },
  };
}

/** A server that does each operation once and gives the first answer again. */
export class FakeServer {
  done = [];
  answers = new Map();
  calls = [];
  ready = true;
  listeners = new Set();
  /** Called before each operation; what it returns or throws comes instead of acting. */
  before = () => undefined;

  subscribe(listener) {
    this.listeners.add(listener);
  }

  becomes(ready) {
    this.ready = ready;
    this.listeners.forEach((listener) => listener());
  }

  async send(operation) {
    this.calls.push(operation.id);
    await Promise.resolve();
    const instead = this.before(operation, this);
    return instead ?? this.act(operation);
  }

  act({ id, data }) {
    if (!this.answers.has(id)) {
      this.done.push(data);
      this.answers.set(id, { ok: true, result: { id }, seq: this.done.length, now: 0 });
    }
    return this.answers.get(id);
  }
}
