import { html, nothing, render } from "../../vendor/lit-html.js";
import { Ticker, remaining } from "../lib/countdown.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { Actions } from "./actions.js";
import { Changes, changeSentence, changesToCome } from "./changes.js";
import { choiceNews, offerSentence } from "./choosing.js";
import { factsOf } from "./facts.js";
import { instructionOf } from "./instruction.js";
import { Known } from "./known.js";
import { sceneOf, sentenceOf, stood } from "./scenes.js";
import { Sat } from "./sat.js";
import { Thoughts } from "./thoughts.js";
import { Votes } from "./votes.js";
import { dialogs } from "./within_reach.js";

class GuestPage {
  #parts;
  #element = document.getElementById("guest");
  #known;
  #changes;
  #sat;
  #thoughts;
  #votes;
  #actions;
  #ticker;
  #instruction = { kind: "loading" };
  #spoken = null;
  #hidden = null;

  constructor(parts) {
    this.#parts = parts;
    const { store, outbox, page, clock } = parts;
    const redraw = () => this.draw();
    this.#known = new Known({ store, stream: page.stream });
    this.#changes = new Changes({ store, stream: page.stream });
    this.#sat = new Sat({ store, stream: page.stream });
    this.#thoughts = new Thoughts({ store, outbox, stream: page.stream, person: page.person, redraw });
    this.#votes = new Votes({ store, outbox, stream: page.stream, redraw });
    this.#actions = new Actions({ outbox, stream: page.stream, known: this.#known, redraw });
    this.#ticker = new Ticker({
      clock,
      read: () => ({ deadline: this.#instruction.deadline ?? null, paused_left: this.#instruction.pausedLeft ?? null }),
      tick: redraw,
      region: document.getElementById("time-spoken"),
    });
  }

  async start() {
    await Promise.all([this.#known.start(), this.#changes.start(), this.#sat.start(), this.#thoughts.start(), this.#votes.start()]);
    this.#element.replaceChildren();
    const { rows, outbox, link } = this.#parts;
    const again = () => this.#ticker.refresh();
    this.draw();
    this.#ticker.start();
    [rows, outbox, link].forEach((part) => part.subscribe(again));
  }

  draw() {
    const { rows, outbox, page, clock, link } = this.#parts;
    const facts = factsOf({
      rows, shown: outbox.shown(), person: page.person, now: clock.now(), status: link.status, heard: link.heard,
      known: this.#known.ids, refusal: this.#actions.refusal,
    });
    const instruction = instructionOf(facts);
    this.#sat.follow(facts);
    const news = this.#changes.follow(changesToCome(facts, instruction));
    const { deadline = null, pausedLeft = null } = instruction;
    const view = {
      facts, urls: page.urls, thoughts: this.#thoughts, votes: this.#votes, actions: this.#actions, changing: this.#actions.changing,
      sat: this.#sat, planChanged: this.#changes.unseen, lookAtPlan: () => this.#look(),
      left: remaining({ deadline, paused_left: pausedLeft, now: facts.now }),
    };
    this.#place(instruction, view);
    this.#moveOn(instruction, facts, news);
  }

  #look() {
    this.#changes.look();
    this.draw();
  }

  #place(instruction, view) {
    const held = this.#element.contains(document.activeElement);
    render(
      html`<div class="scene" data-kind=${instruction.kind}>
          ${this.#announcement(view.facts)}${choiceNews(instruction, view)}${stood(instruction, view)}${sceneOf(instruction, view)}
        </div>${dialogs(view)}`,
      this.#element,
    );
    if (held && !this.#element.contains(document.activeElement)) {
      // What had the focus is gone with its scene; leave nobody at the top of the document.
      this.#element.querySelector("h1")?.focus();
    }
  }

  #announcement({ announcement }) {
    if (!announcement || announcement.id === this.#hidden) {
      return nothing;
    }
    const hide = () => {
      this.#hidden = announcement.id;
      this.draw();
    };
    return html`<div class="announcement" role="status">
      <p>${announcement.text}</p>
      <button type="button" class="ds-button" data-size="sm" data-variant="tertiary" @click=${hide}>${t("Close")}</button>
    </div>`;
  }

  /** What follows from showing an instruction: it is remembered, said once, and stands in the window's title. */
  #moveOn(instruction, facts, news) {
    const { kind, seat, started } = instruction;
    if (seat && (kind === "here" || (kind === "go" && !started))) {
      this.#known.add(seat.table_round_id);
    }
    const said = [offerSentence(facts), sentenceOf(instruction), changeSentence(instruction)].filter(Boolean).join(" ");
    const isNew = this.#spoken !== said;
    if (this.#spoken !== null && (isNew || news)) {
      document.getElementById("place-spoken").textContent = [isNew ? said : "", news].filter(Boolean).join(" ");
    }
    if (isNew) {
      document.title = `${offerSentence(facts) || sentenceOf(instruction)} – Kafédialog`;
      this.#spoken = said;
      this.#thoughts.findUnfinished(Object.values(facts.seats), kind === "talking" ? seat.table_round_id : null);
    }
    this.#instruction = instruction;
  }
}

const parts = await startPage();
const { link, outbox, store, clock } = parts;
new StatusLine({ element: document.getElementById("status"), link, outbox, store, clock }).start();
await new GuestPage(parts).start();
