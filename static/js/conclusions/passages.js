/** Passages to look at before publishing, as the server finds them; asked for anew when texts have changed. */
export class Passages {
  #url;
  #changed;
  #fetch;
  #underWay = false;

  /** `[{id, what, of, table, round, kind, reason, text, sentence}]`; null while they have never come. */
  all = null;
  failed = false;
  /** Texts have changed since they were asked for. */
  stale = false;

  constructor({ url, changed, fetch = globalThis.fetch?.bind(globalThis) }) {
    this.#url = url;
    this.#changed = changed;
    this.#fetch = fetch;
  }

  async ask() {
    if (this.#underWay) {
      return;
    }
    this.#underWay = true;
    this.stale = false;
    try {
      const answer = await this.#fetch(this.#url, { headers: { Accept: "application/json" } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      this.all = (await answer.json()).passages;
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.#underWay = false;
    this.#changed();
  }

  /** Those nobody has looked at yet, and those somebody has, by the rows that everyone gets. */
  sorted(rows) {
    const looked = new Set(rows.all("looked_at").filter((row) => row.looked).map(({ id }) => id));
    const all = this.all ?? [];
    return { open: all.filter(({ id }) => !looked.has(id)), looked: all.filter(({ id }) => looked.has(id)) };
  }
}

/** A sentence in three parts, around the passage: `[before, passage, after]`. */
export function around({ sentence, text }) {
  const at = sentence.indexOf(text);
  return at < 0 ? [sentence, "", ""] : [sentence.slice(0, at), text, sentence.slice(at + text.length)];
}
