// One connection that speaks Engine.IO 4 and Socket.IO 5 by hand, so that a thousand of them cost little.

import WebSocket from 'ws';

/** Milliseconds that only ever go up. */
export const now = () => performance.now();

/** `received(event, payload, bytes)` is called for each event; `sent` counts the events sent, without pongs. */
export class Socket {
  #socket;
  #waiting = new Map();
  #next = 0;
  #received;
  sent = 0;

  constructor(received) {
    this.#received = received;
  }

  /** Connect as a browser does: with its cookie, and from a page of `origin`. */
  connect(port, { cookie, origin }) {
    const address = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
    const headers = cookie ? { cookie } : {};
    return new Promise((connected, failed) => {
      this.#socket = new WebSocket(address, { perMessageDeflate: false, origin, headers });
      this.#socket.on('error', failed);
      this.#socket.on('close', () => failed(new Error('closed')));
      this.#socket.on('message', (data) => this.#packet(data.toString(), data.length, connected, failed));
    });
  }

  /** Send an event and wait for its answer. */
  ask(event, payload) {
    return new Promise((answered) => {
      const id = this.#next;
      this.#next += 1;
      this.#waiting.set(id, answered);
      this.sent += 1;
      this.#socket.send(`42${id}${JSON.stringify([event, payload])}`);
    });
  }

  close() {
    this.#socket.removeAllListeners('close');
    this.#socket.terminate();
  }

  #packet(packet, bytes, connected, failed) {
    if (packet === '2') this.#socket.send('3');
    else if (packet[0] === '0') this.#socket.send('40');
    else if (packet.startsWith('40')) connected();
    else if (packet.startsWith('44')) failed(new Error(packet));
    else if (packet.startsWith('43')) this.#answer(packet);
    else if (packet.startsWith('42')) this.#received(...JSON.parse(packet.slice(2)), bytes);
  }

  #answer(packet) {
    const bracket = packet.indexOf('[');
    const id = Number(packet.slice(2, bracket));
    this.#waiting.get(id)?.(JSON.parse(packet.slice(bracket))[0]);
    this.#waiting.delete(id);
  }
}
