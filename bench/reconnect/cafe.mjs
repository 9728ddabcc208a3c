// Phones of a café: back once their link has joined again, and up to date when they hold what has happened since.

import { Phone } from '../phone.mjs';

class CafePhone extends Phone {
  #before = new Map();
  #truth = null;

  onBack(listener) {
    this.link.subscribe((status) => status === 'connected' && listener());
  }

  onRefused(listener) {
    this.link.subscribe((status) => status === 'refused' && listener());
  }

  /** Remember what there is to lose; one that comes `afresh` holds nothing, like a page opened anew. */
  leave({ truth, afresh }) {
    this.#before = ownRows(this.rows);
    this.#truth = truth;
    if (afresh) this.rows.reset();
  }

  /** Everything it had is here, and the step and the announcement that came while it was away. */
  isUpToDate() {
    const held = ownRows(this.rows);
    const kept = [...this.#before].every(([key, row]) => held.get(key) === row);
    return kept && held.size === this.#before.size && this.session?.step === this.#truth.step
      && this.rows.all('announcement').some(({ text }) => text === this.#truth.announced);
  }
}

/** What stays as it was while the lines are broken: everything but the session's clock and announcements. */
function ownRows(rows) {
  const dumped = Object.entries(rows.dump().rooms).flatMap(([room, { rows: held }]) =>
    held.map((row) => [JSON.stringify([room, row.type, row.id]), JSON.stringify(row)]));
  return new Map(dumped.filter(([key]) => !/"(session|announcement)"/.test(key)));
}

/** The guests and hosts of a café, and its organiser, whose line does not break. */
export class CafeHall {
  #organiser;
  #truth;

  constructor({ origin, cafe, afresh }) {
    this.origin = origin;
    this.cafe = cafe;
    this.afresh = afresh;
  }

  async come(number) {
    const { stream, cookies, tables } = this.cafe;
    const joinAs = { stream, as: number < tables.length ? 'host' : 'guest', table: tables[number] ?? null };
    const phone = new CafePhone({ origin: this.origin, cookie: cookies[number], joinAs });
    await phone.arrive();
    return phone;
  }

  /** Settle what will happen while nobody hears it. */
  async beforeTheLinesBreak(guests) {
    const { stream, cookies } = this.cafe;
    const joinAs = { stream, as: 'organiser', table: null };
    this.#organiser = new Phone({ origin: this.origin, cookie: cookies.at(-1), joinAs });
    await this.#organiser.arrive();
    this.#truth = { announced: `Lunch at ${Math.random()}`, step: this.#organiser.session.step + 1 };
    guests.forEach((guest, number) => guest.leave({ truth: this.#truth, afresh: number % 100 < 100 * this.afresh }));
  }

  /** Let the café go on: an announcement and the next step. */
  async goOn() {
    const { link } = this.#organiser;
    const { announced, step } = this.#truth;
    const data = { session_id: this.cafe.stream };
    const answers = [
      await link.command('announce', { ...data, text: announced }),
      await link.command('advance', { ...data, from_step: step - 1 }),
    ];
    if (!answers.every(({ ok }) => ok)) throw new Error(JSON.stringify(answers));
  }
}
