// What is said to each server: to a bare one, and to a café. Each gives the same four things.
//
//   join(socket, number)        come in
//   note(socket, number, text)  write a note, true once it is answered well
//   turn(socket)                send everyone to the next table, or let the next round begin
//   turned(event, payload)      which turn a message tells of, or null

const key = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

/** A server that only passes on what it is told. */
export class Bare {
  #turn = 0;

  constructor({ tables }) {
    this.tables = tables;
  }

  cookie() {
    return undefined;
  }

  join(socket, number) {
    return socket.ask('join', { room: `table-${number % this.tables}` });
  }

  async note(socket, number, text) {
    return (await socket.ask('note', { room: `table-${number}`, text })) === 'ok';
  }

  async turn(socket) {
    this.#turn += 1;
    await socket.ask('turn', { turn: this.#turn, text: 'y'.repeat(200) });
    return this.#turn;
  }

  turned(event, payload) {
    return event === 'turn' ? payload.turn : null;
  }
}

/** A café: tickets, commands, rows. `cookies` holds the guests' and, last, the organiser's. */
export class Cafe {
  #step;
  #round = 1;
  #phase = 'running';

  constructor({ stream, cookies, tables, places, step }) {
    this.stream = stream;
    this.cookies = cookies;
    this.tables = tables;
    this.places = places;
    this.#step = step;
  }

  cookie(number) {
    return this.cookies.at(number);
  }

  async join(socket, number) {
    const as = number < 0 ? 'organiser' : number < this.tables.length ? 'host' : 'guest';
    const answer = await socket.ask('join', { stream: this.stream, as, table: this.tables[number] ?? null });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }

  async note(socket, number, text) {
    const data = {
      session_id: this.stream,
      table_round_id: this.places[this.#round - 1][number],
      note_id: key(),
      text,
      position: Math.random(),
    };
    return (await socket.ask('command', { name: 'add_note', id: key(), data })).ok;
  }

  async turn(socket) {
    const data = { session_id: this.stream, from_step: this.#step };
    const answer = await socket.ask('command', { name: 'advance', id: key(), data });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    this.#step = answer.result.step;
    this.#round = answer.result.round;
    this.#phase = answer.result.phase;
    return this.#step;
  }

  turned(event, payload) {
    if (event !== 'rows') return null;
    const session = payload.rooms.guests?.rows.find((row) => row.type === 'session');
    return session ? session.step : null;
  }
}
