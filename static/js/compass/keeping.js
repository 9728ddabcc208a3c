// Where a draft is kept on the phone. A phone that keeps nothing (a private window) can still answer.
const NOW = "compass/now";
const draftOf = (secret) => `compass/draft/${secret}`;
const sentTo = (secret) => `compass/sent/${secret}`;

export class Keeping {
  #storage;

  constructor(storage) {
    this.#storage = storage;
  }

  /** The secret that was answered last here: a reload has none behind the # any more. */
  secret() {
    return this.#read(NOW);
  }

  draft(secret) {
    return this.#read(draftOf(secret));
  }

  keep(draft) {
    this.#write(NOW, draft.secret);
    this.#write(draftOf(draft.secret), draft);
  }

  /** After sending nothing of what was chosen stays; only that this phone has answered, and the number it did so by. */
  sent({ secret, device }) {
    this.#write(sentTo(secret), device);
    this.#remove(draftOf(secret));
    this.#remove(NOW);
  }

  wasSent(secret) {
    return Boolean(this.#read(sentTo(secret)));
  }

  #read(key) {
    try {
      return JSON.parse(this.#storage.getItem(key) ?? "null");
    } catch {
      return null;
    }
  }

  #write(key, value) {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
    } catch {
      // Blocked or full: what is chosen lasts as long as the page.
    }
  }

  #remove(key) {
    try {
      this.#storage.removeItem(key);
    } catch {
      // Blocked: then nothing was kept either.
    }
  }
}
