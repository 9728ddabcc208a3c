// A phone as the pages have it: the project's own socket options, link and rows, run by Node.

import { readFileSync } from 'node:fs';

import { io } from 'socket.io-client';

import { ServerClock } from '../static/js/lib/clock.js';
import { Fetching } from '../static/js/lib/fetching.js';
import { Link } from '../static/js/lib/link.js';
import { Rows } from '../static/js/lib/rows.js';
import { openSocket } from '../static/js/lib/socket.js';

/** Milliseconds that only ever go up. */
export const now = () => performance.now();

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The value below which `share` of the values lie. */
export function at(values, share) {
  const sorted = Float64Array.from(values).sort();
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted.length ? Number(sorted[index].toFixed(1)) : null;
}

/** Milliseconds of processor time that a server has had; gunicorn's answers are its worker's. */
export function processorTime(server) {
  const [worker] = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').split(' ').filter(Boolean);
  const pid = worker ?? server;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10; // the system counts hundredths of a second
}

/** A socket with the pages' own options; Node has no cookie jar and no page, so cookie and origin are said here. */
export function pageSocket(origin, cookie) {
  const headers = cookie ? { cookie, origin } : { origin };
  return openSocket((options) =>
    io(origin, { ...options, extraHeaders: headers, forceNew: true, perMessageDeflate: false }));
}

/** Break the line as a network does: no goodbye, in neither direction. */
export function cut(socket) {
  socket.io.engine?.transport?.ws?.terminate();
}

/** Spread the first attempt to come back evenly over so many milliseconds, as phones that find the Wi-Fi again do. */
export function comeBackWithin(socket, milliseconds) {
  socket.io.reconnectionDelay(milliseconds / 2);
  socket.io.randomizationFactor(1);
}

/** One phone of a café. `joinAs` is `{stream, as, table}`. */
export class Phone {
  constructor({ origin, cookie, joinAs }) {
    this.joinAs = joinAs;
    this.rows = new Rows();
    this.socket = pageSocket(origin, cookie);
    const fetching = new Fetching(joinAs, {
      fetch: (address, options) => fetch(origin + address, { ...options, headers: { cookie } }),
    });
    this.link = new Link({ socket: this.socket, rows: this.rows, clock: new ServerClock(), joinAs, fetching });
  }

  /** Connect and join. Resolves once everything is here; rejects when the café refuses. */
  arrive() {
    return new Promise((here, refused) => {
      const stop = this.link.subscribe((status) => {
        if (status === 'connected') {
          stop();
          here();
        } else if (status === 'refused') {
          refused(new Error(this.link.message));
        }
      });
      this.link.start();
    });
  }

  get session() {
    return this.rows.all('session')[0];
  }
}
