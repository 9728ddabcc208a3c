/** How many slips are drawn or left out together, and what one is thought to be high before it has been seen. */
export const CHUNK = 20;
const GUESS = 112;
const AHEAD = "600px";

/**
 * Which parts of long lists are near what is seen. Only those are drawn; the others keep the height they had.
 * `changed` is called when more has come near.
 */
export class Chunks {
  #near = new Set();
  #heights = new Map();
  #watched = new Map();
  #observer;

  constructor({ changed, Observer = globalThis.IntersectionObserver }) {
    this.#observer = new Observer((entries) => this.#seen(entries, changed), { rootMargin: AHEAD, scrollMargin: AHEAD });
  }

  /** Whether to draw a part. What is surely seen first is drawn without waiting to be told. */
  isNear(key, { isFirst = false } = {}) {
    return (isFirst && !this.#watched.has(key)) || this.#near.has(key);
  }

  /** Draw a part though it is not near yet, as for the focus. */
  bringNear(key) {
    this.#near.add(key);
  }

  /** Follow the parts that are on the page now; call after each drawing. */
  follow(root) {
    const there = new Set();
    for (const element of root.querySelectorAll("[data-chunk]")) {
      const key = element.dataset.chunk;
      there.add(key);
      if (element.dataset.drawn === "true") {
        this.#near.add(key);
      }
      if (this.#watched.get(key) !== element) {
        this.#watched.has(key) && this.#observer.unobserve(this.#watched.get(key));
        this.#watched.set(key, element);
        this.#observer.observe(element);
      }
      const isDrawn = element.dataset.drawn === "true";
      const count = Number(element.dataset.count);
      const height = isDrawn ? "" : `${this.#heights.get(key) ?? count * GUESS}px`;
      element.style.minHeight !== height && (element.style.minHeight = height);
    }
    for (const [key, element] of this.#watched) {
      if (!there.has(key)) {
        this.#observer.unobserve(element);
        this.#watched.delete(key);
        this.#near.delete(key);
      }
    }
  }

  #seen(entries, changed) {
    let isNew = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const key = target.dataset.chunk;
      if (isIntersecting && !this.#near.has(key)) {
        this.#near.add(key);
        isNew = true;
      } else if (!isIntersecting && this.#near.has(key) && !target.contains(document.activeElement)) {
        this.#heights.set(key, boundingClientRect.height);
        this.#near.delete(key);
        isNew = true;
      }
    }
    isNew && changed();
  }
}
