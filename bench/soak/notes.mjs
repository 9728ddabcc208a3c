// What is noted while a hall runs: answers and their times, refusals, lines; and each answer's promise, for the check.

import { appendFileSync } from 'node:fs';

import { at } from '../phone.mjs';

export class Notes {
  #log;
  #times = [];
  #acknowledged = 0;
  #refused = {};
  #unsaid = [];
  cuts = 0;
  unanswered = 0;

  /** `log` is the file that gets a line for each acknowledged command. */
  constructor(log) {
    this.#log = log;
  }

  /** Times from now on count; what came before was warming up. */
  begin() {
    this.#times = [];
  }

  answered({ id, name, data, answer, took, number }) {
    this.#times.push(took);
    if (answer.ok) {
      this.#acknowledged += 1;
      this.#unsaid.push(JSON.stringify({ id, name, data, number, result: answer.result }));
      if (this.#unsaid.length > 200) this.write();
    } else {
      this.#refused[answer.error.code] = (this.#refused[answer.error.code] ?? 0) + 1;
    }
  }

  write() {
    if (this.#unsaid.length) appendFileSync(this.#log, `${this.#unsaid.join('\n')}\n`);
    this.#unsaid = [];
  }

  summed() {
    const times = this.#times;
    return {
      acknowledged: this.#acknowledged,
      refused: this.#refused,
      unanswered: this.unanswered,
      cuts: this.cuts,
      p50: at(times, 0.5),
      p95: at(times, 0.95),
      p99: at(times, 0.99),
      worst: at(times, 1),
    };
  }
}
