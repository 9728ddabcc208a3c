/** Who wants to be told. One listener that fails must not keep the others in the dark. */
export class Listeners {
  #all = new Set();

  /** Add a listener and return the function that takes it away again. */
  add(listener) {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  notify(...details) {
    for (const listener of [...this.#all]) {
      try {
        listener(...details);
      } catch (error) {
        (globalThis.reportError ?? console.error)(error);
      }
    }
  }
}
