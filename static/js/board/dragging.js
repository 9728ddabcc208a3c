/** A finger that rests this long takes the slip up; one that moves before scrolls the page. */
const REST = 400;
const FAR = 8;
const EDGE = 48;

/**
 * Dragging slips to a column, with mouse, pen or finger. It only ever adds to what can be done without: choosing and
 * "Move here".
 *
 * `take(column, slip)` is told what is taken up and gives how many notes go along; `drop(column)` where it ends.
 */
export class Dragging {
  #take;
  #drop;
  #root;
  #held = null;
  #ghost = null;
  #over = null;

  constructor({ root, take, drop }) {
    this.#root = root;
    this.#take = take;
    this.#drop = drop;
    root.addEventListener("touchmove", (event) => this.#ghost && event.preventDefault(), { passive: false });
    root.addEventListener("click", (event) => this.#swallow(event), true);
    root.addEventListener("contextmenu", (event) => this.#held?.touch && event.preventDefault());
  }

  press = (event) => {
    const slip = event.target.closest("[data-slip]");
    if (!slip || event.button !== 0 || !event.isPrimary) {
      return;
    }
    const touch = event.pointerType === "touch";
    this.#held = { slip, x: event.clientX, y: event.clientY, touch, isDone: false };
    if (touch) {
      this.#held.timer = setTimeout(() => this.#lift(this.#held.x, this.#held.y), REST);
    }
    for (const [name, does] of this.#ears()) {
      document.addEventListener(name, does);
    }
  };

  #ears() {
    return [["pointermove", this.#move], ["pointerup", this.#up], ["pointercancel", this.#end], ["keydown", this.#escape]];
  }

  #move = (event) => {
    const { clientX: x, clientY: y } = event;
    const isFar = Math.hypot(x - this.#held.x, y - this.#held.y) > FAR;
    if (!this.#ghost && isFar) {
      if (this.#held.touch) {
        this.#end(); // it scrolls
        return;
      }
      globalThis.getSelection?.().removeAllRanges();
      this.#lift(x, y);
    }
    if (this.#ghost) {
      this.#follow(x, y);
    }
  };

  #lift(x, y) {
    const { slip } = this.#held;
    const count = this.#take(slip.closest("[data-column]").dataset.column, slip.dataset.slip);
    this.#ghost = document.body.appendChild(document.createElement("div"));
    this.#ghost.className = "slip board-ghost";
    const text = document.createElement("p");
    text.textContent = slip.querySelector(".said").textContent;
    const number = document.createElement("strong");
    number.textContent = String(count);
    this.#ghost.append(text, number);
    this.#follow(x, y);
  }

  #follow(x, y) {
    this.#ghost.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
    const over = document.elementFromPoint(x, y)?.closest("[data-column]") ?? null;
    if (over !== this.#over) {
      this.#over?.classList.remove("board-column--over");
      over?.classList.add("board-column--over");
      this.#over = over;
    }
    const { left, right } = this.#root.getBoundingClientRect();
    const board = this.#root.querySelector(".board-columns");
    const push = x > right - EDGE ? 12 : x < left + EDGE ? -12 : 0;
    board?.scrollBy(push, 0);
  }

  #up = () => {
    const column = this.#over?.dataset.column;
    const isDropped = this.#ghost !== null;
    this.#end();
    if (isDropped) {
      this.#swallows = true;
      setTimeout(() => {
        this.#swallows = false;
      }, 50);
      column !== undefined && this.#drop(column);
    }
  };

  #swallows = false;

  /** The click that ends a drag chooses nothing. */
  #swallow(event) {
    if (this.#swallows) {
      this.#swallows = false;
      event.stopPropagation();
      event.preventDefault();
    }
  }

  #escape = (event) => event.key === "Escape" && this.#end();

  #end = () => {
    clearTimeout(this.#held?.timer);
    for (const [name, does] of this.#ears()) {
      document.removeEventListener(name, does);
    }
    this.#ghost?.remove();
    this.#over?.classList.remove("board-column--over");
    this.#ghost = this.#over = this.#held = null;
  };
}
