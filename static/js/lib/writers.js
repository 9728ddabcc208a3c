/** As whom the page of a stream writes: the names the server has given the person for it. Null: it has given none. */
export class Writers {
  #stream;
  #names;

  constructor(stream, names) {
    this.#stream = stream;
    this.#names = names;
  }

  /** The name that what is written now goes by. */
  get name() {
    return this.#names?.[0] ?? null;
  }

  has(name) {
    return this.#names === null || this.#names.includes(name);
  }

  /** Whether an operation is this person's. In another stream a person has another name: there nobody can tell. */
  wrote({ stream, writer = null }) {
    return writer === null || stream !== this.#stream || this.has(writer);
  }
}
