// Hosts who write notes, two a second each, and how long their answers take. Other measurements run beside them.

import { Socket, now } from './realtime/socket.mjs';
import { Cafe } from './realtime/speech.mjs';

const NOTES_EVERY = 500;
const AT_ONCE = 50;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
export const key = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

function at(values, share) {
  const sorted = Float64Array.from(values).sort();
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted.length ? Number(sorted[index].toFixed(1)) : null;
}

const summed = (values) => ({ n: values.length, p50: at(values, 0.5), p95: at(values, 0.95), p99: at(values, 0.99), worst: at(values, 1) });

export class Writers {
  #answers = [];
  #writing = true;
  #hall = [];
  #busy = [];
  refused = 0;

  constructor({ port, origin, cafe }) {
    this.port = port;
    this.origin = origin;
    this.server = new Cafe(cafe);
  }

  /** Connect one of the hall; the organiser is -1. `hears` is told every event. */
  async come(number, hears = () => {}) {
    const socket = new Socket(hears);
    await socket.connect(this.port, { cookie: this.server.cookie(number), origin: this.origin });
    await this.server.join(socket, number);
    this.#hall.push(socket);
    return socket;
  }

  /** Connect so many phones, and let the first of them write. */
  async begin(phones, writers) {
    const hall = [];
    for (let first = 0; first < phones; first += AT_ONCE) {
      const few = Array.from({ length: Math.min(AT_ONCE, phones - first) }, (_, k) => this.come(first + k));
      hall.push(...(await Promise.all(few)));
    }
    await sleep(1000);
    this.#busy = hall.slice(0, writers).map((socket, number) => this.#write(socket, number));
  }

  async #write(socket, number) {
    await sleep(Math.random() * NOTES_EVERY);
    while (this.#writing) {
      const sent = now();
      const heard = this.#answers; // an answer belongs to the part in which its note was sent
      this.server.note(socket, number, 'x'.repeat(120)).then((ok) => {
        heard.push(now() - sent);
        this.refused += ok ? 0 : 1;
      });
      await sleep(NOTES_EVERY);
    }
  }

  /** Begin to count a part of the measurement; give what sums it up once it is over. */
  part() {
    const answers = (this.#answers = []);
    return () => summed(answers);
  }

  /** Let the organiser ask for something; give how long the answer took. */
  async command(organiser, name, data) {
    const sent = now();
    const answer = await organiser.ask('command', { name, id: key(), data: { session_id: this.server.stream, ...data } });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return now() - sent;
  }

  async end() {
    this.#writing = false;
    await Promise.all(this.#busy);
    await sleep(500);
    for (const socket of this.#hall) socket.close();
  }
}
