// Organisers at the board of a day with 10,000 notes, while hosts write and others want to know the time.
//
//   tools/node bench/board/board.mjs < plan.json      run.py writes the plan
//
// Prints one line of JSON, milliseconds. Against a café: the first view and moves; against a bare server: moves.

import { readFileSync } from 'node:fs';
import http from 'node:http';

import { Phone, at, now, processorTime, sleep } from '../phone.mjs';
import { Socket } from '../realtime/socket.mjs';

const plan = JSON.parse(readFileSync(0, 'utf8'));
const { port, origin, moves, views, cafe } = plan;
const NOTES_EVERY = 1000;
// One line may ask thirty times a second; five of them in turn see a server that stops for a hundredth.
const PINGERS = 5;
const PINGS_EVERY = 50;
const QUIET = 4000;
const PAUSE = 30;
const MANY = 200;
const key = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);
const summed = (values) => ({ n: values.length, p50: at(values, 0.5), p95: at(values, 0.95), p99: at(values, 0.99), worst: at(values, 1) });

/** What others see of the server: answers to the time, and to notes that are stored. */
class Others {
  pings = [];
  acks = [];
  refused = 0;
  #since = { at: 0, cpu: 0 };
  #ended = false;
  #busy = [];

  begin(stream, { places, sockets }) {
    this.#busy = sockets.map((socket, number) => (number < PINGERS ? this.#ping(socket) : this.#write(socket, stream, places[number])));
  }

  /** What has been seen since the last time, and the server's processor time meanwhile. */
  seen() {
    const before = this.#since;
    this.#since = { at: now(), cpu: processorTime(plan.server) };
    const [seconds, cpu] = [(this.#since.at - before.at) / 1000, this.#since.cpu - before.cpu];
    const seen = { pings: summed(this.pings), acks: summed(this.acks), refused: this.refused, seconds, cpu };
    [this.pings, this.acks, this.refused] = [[], [], 0];
    return seen;
  }

  async end() {
    this.#ended = true;
    await within(10_000, Promise.all(this.#busy));
  }

  async #ping(socket) {
    await sleep(Math.random() * PINGS_EVERY);
    while (!this.#ended) {
      const sent = now();
      await socket.ask('ping_time', {});
      this.pings.push(now() - sent);
      await sleep(Math.max(0, PINGS_EVERY - (now() - sent)));
    }
  }

  async #write(socket, stream, place) {
    await sleep(Math.random() * NOTES_EVERY);
    while (!this.#ended) {
      const sent = now();
      const data = { session_id: stream, table_round_id: place, note_id: key(), text: 'x'.repeat(120), position: Math.random() };
      const { ok } = await socket.ask('command', { name: 'add_note', id: key(), data });
      this.acks.push(now() - sent);
      this.refused += ok ? 0 : 1;
      await sleep(Math.max(0, NOTES_EVERY - (now() - sent)));
    }
  }
}

/** The server's processor time for each of so many things, without what it needs all the while. */
const each = ({ cpu, seconds }, times, quiet) => Math.round((cpu - (quiet.cpu / quiet.seconds) * seconds) / times);

/** What is never answered ends the measurement. */
function within(ms, promise) {
  return Promise.race([promise, sleep(ms).then(() => { throw new Error('never answered'); })]);
}

async function connected(cookie) {
  const socket = new Socket(() => {});
  await socket.connect(port, { cookie, origin });
  return socket;
}

/** Ask for an address as a browser does; what comes is not unpacked: that is the browser's time. */
function get(path, encoding) {
  const sent = now();
  return new Promise((done, failed) => {
    const headers = { cookie: cafe.organiser, 'accept-encoding': encoding };
    http.get(`${origin}${path}`, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (piece) => { bytes += piece.length; });
      response.on('end', () => (response.statusCode === 200 ? done({ ms: now() - sent, bytes }) : failed(new Error(`${path}: ${response.statusCode}`))));
    }).on('error', failed);
  });
}

/** What the server does until an organiser has the board: the page, the rows, and a place in the rooms. */
async function firstView(encoding) {
  const page = await get(cafe.page, encoding);
  const rows = await get(`/cafe/${cafe.stream}/rows?as=organiser`, encoding);
  const socket = await connected(cafe.organiser);
  const asked = now();
  const answer = await socket.ask('join', { stream: cafe.stream, as: 'organiser', fetches: true });
  const join = now() - asked;
  socket.close();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return { page, rows, join, whole: page.ms + rows.ms + join };
}

async function onTheLine() {
  const socket = await connected(cafe.organiser);
  const asked = now();
  await within(10_000, socket.ask('join', { stream: cafe.stream, as: 'organiser' }));
  const ms = now() - asked;
  socket.close();
  return ms;
}

async function organiser() {
  const phone = new Phone({ origin, cookie: cafe.organiser, joinAs: { stream: cafe.stream, as: 'organiser', table: null } });
  const began = now();
  await phone.arrive();
  return { phone, here: now() - began };
}

/** Let one organiser move notes to another theme; resolves when the other's rows have all of them there. */
async function move(one, other, notes, theme) {
  const under = new Set();
  const wanted = new Set(notes);
  const came = new Promise((done) => {
    const end = other.rows.subscribe((_rows, { rooms = {} }) => {
      Object.values(rooms).flatMap(({ rows = [] }) => rows)
        .filter(({ type, theme_id, note_id }) => type === 'placement' && theme_id === theme && wanted.has(note_id))
        .forEach(({ note_id }) => under.add(note_id));
      if (under.size === wanted.size) {
        end();
        done(now());
      }
    });
  });
  const from = other.rows.all('placement').find((placement) => placement.note_id === notes[0])?.theme_id;
  const sent = now();
  const data = { session_id: cafe.stream, theme_id: theme, note_ids: notes, ...(notes.length === 1 ? { from_theme_id: from } : {}) };
  const { ok, error } = await one.link.command('place_notes', data);
  if (!ok) throw new Error(JSON.stringify(error));
  const answered = now() - sent;
  return { known: (await came) - sent, answered };
}

/** A note that is not under this theme yet. */
function another(rows, { not, count = 1 }) {
  const there = new Set(rows.all('placement').filter(({ theme_id }) => theme_id === not).map(({ note_id }) => note_id));
  const free = cafe.notes.filter((id) => !there.has(id));
  const first = Math.floor(Math.random() * (free.length - count));
  return free.slice(first, first + count);
}

async function manyMoves(one, other, { times, count }) {
  const moved = [];
  for (let time = 0; time < times; time += 1) {
    const theme = cafe.themes[time % cafe.themes.length];
    const notes = another(other.rows, { not: theme, count });
    await sleep(PAUSE);
    moved.push(await move(one, other, notes, theme));
  }
  return { known: summed(moved.map(({ known }) => known)), answered: summed(moved.map(({ answered }) => answered)) };
}

async function manyTimes(look) {
  const seen = [];
  for (let view = 0; view < views; view += 1) {
    seen.push(await look());
    await sleep(100);
  }
  return seen;
}

async function atTheCafe() {
  const others = new Others();
  const sockets = [];
  for (const cookie of cafe.hosts) sockets.push(await connected(cookie)); // none has joined: the stream is not open yet
  others.begin(cafe.stream, { places: cafe.places, sockets });
  await sleep(500);
  others.seen();
  await sleep(QUIET);
  const quiet = others.seen();
  const cold = { view: await firstView('gzip, br'), others: (await sleep(500), others.seen()) };
  const warm = { br: await manyTimes(() => firstView('gzip, br')) };
  const viewing = others.seen();
  warm.gzip = await manyTimes(() => firstView('gzip'));
  others.seen();
  warm.line = await manyTimes(onTheLine);
  const onLine = others.seen();
  const [one, other] = [await organiser(), await organiser()];
  await sleep(500);
  others.seen();
  const single = await manyMoves(one.phone, other.phone, { times: moves, count: 1 });
  const moving = others.seen();
  const bulk = await manyMoves(one.phone, other.phone, { times: 10, count: MANY });
  const bulkMoving = others.seen();
  await others.end();
  const whole = (views_) => summed(views_.map((view) => view.whole));
  return {
    rows: other.phone.rows.size, bytes: warm.br.at(-1).rows.bytes, gzip: warm.gzip.at(-1).rows.bytes,
    cpu: {
      cold: each(cold.others, 1, quiet), view: each(viewing, views, quiet), line: each(onLine, views, quiet),
      move: each(moving, moves, quiet), bulk: each(bulkMoving, 10, quiet),
    },
    cold, quiet, viewing, moving, bulkMoving, single, bulk, here: [one.here, other.here],
    warm: {
      page: summed(warm.br.map(({ page }) => page.ms)), rows: summed(warm.br.map(({ rows }) => rows.ms)),
      join: summed(warm.br.map(({ join }) => join)), br: whole(warm.br), gzip: whole(warm.gzip), line: summed(warm.line),
    },
  };
}

/** The yardstick: two clients of a server that only passes on a message as long as that of a moved note. */
async function atABareServer() {
  let heard;
  const one = new Socket(() => {});
  const other = new Socket((event) => event === 'note' && heard(now()));
  for (const socket of [one, other]) {
    await socket.connect(port, { origin });
    await socket.ask('join', { room: 'board' });
  }
  const times = [];
  for (let time = 0; time < moves; time += 1) {
    await sleep(PAUSE);
    const came = new Promise((done) => { heard = done; });
    const sent = now();
    await one.ask('note', { room: 'board', text: 'x'.repeat(plan.size) });
    times.push((await came) - sent);
  }
  return { known: summed(times) };
}

console.log(JSON.stringify(await (cafe ? atTheCafe() : atABareServer())));
process.exit(0);
