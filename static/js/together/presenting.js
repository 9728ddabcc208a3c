import { render } from "../../vendor/lit-html.js";
import { afterKey, afterTap, slidesOf } from "./slides.js";
import { slideView } from "./slide_view.js";

/** The topic for everyone to see: the whole screen, one thing at a time, by keys or taps. */
export class Presenting {
  #url;
  #csrf;
  #source;
  #fetch;
  #dialog = null;
  #at = 0;
  #back = null;
  /** Texts as they will be published, by text: null while one is on its way. Without the line they are shown plainly. */
  #rendered = new Map();

  constructor({ url, csrf, slides, fetch = globalThis.fetch?.bind(globalThis) }) {
    this.#url = url;
    this.#csrf = csrf;
    this.#source = slides;
    this.#fetch = fetch;
  }

  open() {
    this.#dialog ??= this.#make();
    this.#at = 0;
    this.#back = document.activeElement;
    this.#dialog.showModal();
    // A phone may not allow the whole screen; the page fills it as far as it goes.
    document.documentElement.requestFullscreen?.().catch(() => {});
    this.draw();
    this.#dialog.focus();
  }

  draw() {
    if (!this.#dialog?.open) {
      return;
    }
    const slides = slidesOf(this.#source());
    this.#at = Math.min(this.#at, slides.length - 1);
    const slide = slides[this.#at];
    const set = slide.kind === "text" ? this.#set(slide.text) : null;
    const { title } = this.#source();
    render(slideView({ slide, set, title, at: this.#at, count: slides.length }, {
      go: (at) => this.#go(at), close: () => this.#dialog.close(),
    }), this.#dialog);
  }

  #make() {
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.className = "present";
    dialog.tabIndex = -1;
    dialog.addEventListener("keydown", (event) => this.#key(event));
    dialog.addEventListener("click", (event) => this.#tap(event));
    dialog.addEventListener("close", () => this.#closed());
    // With the whole screen, Escape is the browser's own: it ends both.
    document.addEventListener("fullscreenchange", () => document.fullscreenElement === null && dialog.open && dialog.close());
    return dialog;
  }

  #closed() {
    document.fullscreenElement && document.exitFullscreen();
    this.#back?.focus();
  }

  #go(at) {
    this.#at = at;
    this.draw();
    this.#dialog.querySelector(".present-slide").scrollTop = 0;
  }

  #key(event) {
    const onButton = event.target.closest("button") && ["Enter", " "].includes(event.key);
    const to = onButton || event.altKey || event.ctrlKey || event.metaKey ? null : afterKey(event.key, this.#at, this.#count());
    if (to !== null) {
      event.preventDefault();
      this.#go(to);
    }
  }

  #tap(event) {
    if (!event.target.closest("button, a") && String(getSelection()) === "") {
      this.#go(afterTap(event.clientX, innerWidth, this.#at, this.#count()));
    }
  }

  #count() {
    return slidesOf(this.#source()).length;
  }

  #set(text) {
    if (!this.#rendered.has(text)) {
      this.#rendered.set(text, null);
      this.#load(text);
    }
    return this.#rendered.get(text);
  }

  async #load(text) {
    try {
      const body = new URLSearchParams({ text });
      const answer = await this.#fetch(this.#url(), { method: "POST", body, headers: { "X-CSRFToken": this.#csrf } });
      const { html } = answer.ok ? await answer.json() : { html: null };
      this.#rendered.set(text, html);
    } catch {
      this.#rendered.delete(text);
      return;
    }
    this.draw();
  }
}
