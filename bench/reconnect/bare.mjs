// Phones of a server that only passes on what it is told: back once they stand in their room again.

import { ask } from '../../static/js/lib/socket.js';
import { pageSocket } from '../phone.mjs';

const ANSWER = 15_000;

class BarePhone {
  #joined = () => {};
  #inRoom = false;

  constructor(origin, room) {
    this.socket = pageSocket(origin);
    this.socket.on('connect', () => this.#join(room));
    this.socket.on('disconnect', () => { this.#inRoom = false; });
  }

  arrive() {
    return new Promise((here) => {
      this.#joined = here;
      this.socket.connect();
    });
  }

  onBack(listener) {
    this.#joined = listener;
  }

  onRefused() {}

  isUpToDate() {
    return this.#inRoom;
  }

  async #join(room) {
    await ask(this.socket, 'join', { room }, ANSWER);
    this.#inRoom = true;
    this.#joined();
  }
}

/** The guests of a bare server; nothing goes on while they are away. */
export class BareHall {
  constructor({ origin, tables }) {
    this.origin = origin;
    this.tables = tables;
  }

  async come(number) {
    const phone = new BarePhone(this.origin, `table-${number % this.tables}`);
    await phone.arrive();
    return phone;
  }

  async beforeTheLinesBreak() {}

  async goOn() {}
}
