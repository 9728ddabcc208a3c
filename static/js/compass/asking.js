// What is asked of the server: what a secret asks about, and to keep an answer.
export class Asking {
  #fetch;
  #addresses;
  #csrf;

  constructor({ asked, answers, csrf }, fetch = (...asked) => globalThis.fetch(...asked)) {
    this.#fetch = fetch;
    this.#addresses = { asked, answers };
    this.#csrf = csrf;
  }

  /** `{asked}`, `{refused: message}`, or `{offline: true}`. */
  async about(secret) {
    const { answer, ...other } = await this.#post(this.#addresses.asked, { secret });
    return answer ? { asked: answer } : other;
  }

  /** `{sent: true}`, `{before: true}` when this phone has answered, `{refused: message}`, or `{offline: true}`. */
  async send(command) {
    const { answer, ...other } = await this.#post(this.#addresses.answers, command);
    if (!answer) {
      return other;
    }
    return answer.new ? { sent: true } : { before: true };
  }

  async #post(address, data) {
    try {
      const response = await this.#fetch(address, {
        method: "POST",
        body: JSON.stringify(data),
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.#csrf },
      });
      const answer = await response.json();
      return response.ok ? { answer } : { refused: answer.message };
    } catch {
      return { offline: true };
    }
  }
}
