// A member of the hall on one device: the pages' own link, rows and outbox, and what is noted of its answers.

import { Outbox } from '../../static/js/lib/outbox.js';
import { Phone, cut, now, sleep } from '../phone.mjs';

/** What a page keeps in IndexedDB, in memory; and a browser of one tab. */
class Disk {
  #operations = new Map();
  durable = true;

  subscribe() {}

  async operations() {
    return [...this.#operations.values()];
  }

  async putOperation(operation) {
    this.#operations.set(operation.id, operation);
  }

  async removeOperation(id) {
    this.#operations.delete(id);
  }
}

const oneTab = {
  listen() {},
  say() {},
  close() {},
  alone: async (work) => {
    await work();
    return true;
  },
};

export class Member extends Phone {
  /** Once the hall is over nobody begins anything any more. */
  static isOver = false;
  #notes;

  /** `notes` takes what is measured: see Notes. `pace` makes everybody so much quicker than people are. */
  constructor({ number, stream, notes, pace, ...phone }) {
    super(phone);
    this.number = number;
    this.stream = stream;
    this.pace = pace;
    this.#notes = notes;
    const { link } = this;
    const transport = {
      get ready() {
        return link.ready;
      },
      subscribe: (listener) => link.subscribe(listener),
      send: (operation) => this.#send(operation),
    };
    this.outbox = new Outbox({ store: new Disk(), transport, stream, tabs: oneTab });
  }

  async arrive() {
    await super.arrive();
    await this.outbox.start();
  }

  /** Lose the line, as a phone in a crowded hall does. */
  loseLine() {
    this.#notes.cuts += 1;
    cut(this.socket);
  }

  async tell(name, data) {
    if (!Member.isOver) await this.outbox.add({ name, data: { session_id: this.stream, ...data } });
  }

  pause(least, most) {
    return sleep(((least + (most - least) * Math.random()) * 1000) / this.pace);
  }

  isRunning(round) {
    return !Member.isOver && this.session?.phase === 'running' && this.session.round === round;
  }

  async #send(operation) {
    const { id, name, data } = operation;
    const [sent, line] = [now(), this.socket.id];
    try {
      const answer = await this.link.send(operation);
      this.#notes.answered({ id, name, data, answer, took: now() - sent, number: this.number });
      return answer;
    } catch (error) {
      // On a line that broke an answer cannot come; on one that stands it has to.
      if (this.socket.connected && this.socket.id === line) this.#notes.unanswered += 1;
      throw error;
    }
  }
}
