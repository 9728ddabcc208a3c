// Who is in the hall, and what they do in a round.

import { newId } from '../../static/js/lib/identifiers.js';
import { Member } from './member.mjs';

const WORDS = 'å lytte først – så spørre 🙂 hvem mangler her og hva trenger de som ikke kom trygghet tid kaffe'.split(' ');

const one = (things) => things[Math.floor(Math.random() * things.length)];
const words = (count) => Array.from({ length: count }, () => one(WORDS)).join(' ');
const KINDS = ['insight', 'idea', 'question', 'action'];

/** Somebody who begins something in each round. */
class Person extends Member {
  #round = 0;

  async arrive() {
    await super.arrive();
    this.rows.subscribe(() => this.#look());
    this.#look();
  }

  #look() {
    const round = this.session?.round;
    if (round !== this.#round && this.isRunning(round)) {
      this.#round = round;
      this.takePart(round);
    }
    this.look();
  }

  look() {}
}

/** Writes notes, improves some, sums the round up. */
export class Host extends Person {
  constructor({ table, ...member }) {
    super(member);
    this.table = table;
  }

  async takePart(round) {
    const place = this.rows.all('table_round').find((row) => row.round === round && row.table_id === this.table);
    const mine = [];
    await this.pause(1, 11);
    for (let position = 0; this.isRunning(round); position += 1) {
      const note = newId();
      const text = `${note} ${words(12)}`;
      await this.tell('add_note', { table_round_id: place.id, note_id: note, text, kind: one(KINDS), position });
      mine.push(note);
      await this.pause(4, 7);
      if (Math.random() < 0.3) await this.#improve(one(mine));
      if (position === 3) await this.#sumUp(place);
      await this.pause(4, 7);
    }
  }

  async #improve(id) {
    const note = this.rows.get('note', id);
    if (note) {
      const data = { note_id: id, base_version: note.version, text: `${note.text.slice(0, 800)} ${words(4)}` };
      await this.tell('edit_note', data);
    }
  }

  async #sumUp({ id }) {
    const place = { table_round_id: id };
    await this.tell('write_summary', { ...place, base_version: 0, text: words(30) });
    await this.pause(3, 6);
    const version = this.rows.get('summary', id)?.version;
    if (version) {
      await this.tell('show_summary', { ...place, version });
      await this.pause(20, 30);
      await this.tell('approve_summary', { ...place, version });
    }
  }
}

/** Finds the table, sends a thought now and then, with or without a name, and nods to summaries. */
export class Guest extends Person {
  #nodded = new Set();

  async takePart(round) {
    const seat = this.rows.all('seat').find((row) => row.round === round);
    if (!seat) return;
    await this.pause(1, 15);
    await this.tell('take_seat', { table_round_id: seat.table_round_id });
    await this.pause(5, 60);
    if (Math.random() < 0.4 && this.isRunning(round)) {
      const idea = newId();
      const data = { table_round_id: seat.table_round_id, idea_id: idea, text: `${idea} ${words(9)}` };
      await this.tell('send_idea', { ...data, anonymous: Math.random() < 0.5 });
    }
  }

  look() {
    for (const { id, state, version } of this.rows.all('summary')) {
      const key = `${id} ${version}`;
      if (state === 'shown' && !this.#nodded.has(key)) {
        this.#nodded.add(key);
        this.#nod(id);
      }
    }
  }

  async #nod(id) {
    await this.pause(2, 12);
    await this.tell('nod', { table_round_id: id, answer: Math.random() < 0.9 ? 'yes' : 'change' });
  }
}

/** Says when it goes on, and something to everybody in each round. */
export class Organiser extends Person {
  async takePart(round) {
    await this.pause(5, 10);
    await this.tell('announce', { text: `Round ${round}: ${words(8)}` });
    await this.pause(10, 15);
    await this.tell('announce', { text: '' });
  }

  async goOn() {
    await this.tell('advance', { from_step: this.session.step });
  }
}

/** Is only looked at. */
export class Wall extends Member {}
