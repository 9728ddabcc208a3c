// What one person writes, by the desk's and the phone's own code. Each thing has words of its own, to be found again.

import { newId } from "../../static/js/lib/identifiers.js";
import { NoteEdits } from "../../static/js/desk/note_edits.js";
import { notesOf } from "../../static/js/desk/note_list.js";
import { SummaryWriter } from "../../static/js/desk/summary_writer.js";
import { randomFrom } from "../js/support/fakes.mjs";

const WORDS = "å være der når noen ringer – først spør vi dem det gjelder 🙂 ikke om uten oss çà et là".split(" ");
/** Longer notes are left alone, so that none grows beyond what a note may be. */
const LONG = 1_500;
const SUMMARY = 480;

export class Pen {
  #device;
  #count = 0;
  #summary = null;
  random;

  constructor(device, seed) {
    this.#device = device;
    this.random = randomFrom(seed);
    this.name = `${device.person.as}${seed}`;
  }

  /** Do one thing. Resolves when the device has it. */
  async writes() {
    const chance = this.random();
    const { as } = this.#device.person;
    if (as === "guest") {
      await (chance < 0.85 ? this.#sendsIdea() : this.#asksForHelp());
    } else if (as === "host") {
      await this.#atTheDesk(chance);
    } // an organiser reads along
  }

  /** The page is a new one: only the device's disk knows what was in hand. */
  takesUp() {
    this.#summary = null;
  }

  async finishes() {
    await this.#summary?.flush();
  }

  async #atTheDesk(chance) {
    const notes = this.#notes();
    const shown = notes.filter((note) => !note.binned && note.text.length < LONG);
    const binned = notes.filter((note) => note.binned);
    const edits = new NoteEdits({ outbox: this.#device.outbox, stream: this.#device.stream });
    if (chance < 0.15) {
      this.#writesSummary();
    } else if (chance < 0.5 && shown.length) {
      const note = this.#one(shown);
      await edits.edit(note, `${note.text} ${this.#text()}`);
    } else if (chance < 0.6 && shown.length) {
      await edits.remove(this.#one(shown));
    } else if (chance < 0.67 && binned.length) {
      await edits.restore(this.#one(binned));
    } else if (chance < 0.74 && shown.length) {
      await edits.mark(this.#one(shown), { kind: this.#one(["idea", "question", "quote"]) });
    } else if (chance < 0.8 && shown.length > 1) {
      await edits.move(shown, shown.at(-1).id, true);
    } else {
      const { place } = this.#device.person;
      await edits.add({ placeId: place, text: this.#text(), kind: "insight", source: "relative", notes });
    }
  }

  #notes() {
    const { rows, outbox, person } = this.#device;
    return notesOf({ rows, operations: outbox.shown(), placeId: person.place, connected: true });
  }

  #writesSummary() {
    this.#summary ??= new SummaryWriter(this.#device, this.#device.person.place);
    const { text } = this.#summary;
    this.#summary.type(text.length > SUMMARY ? this.#text() : `${text} ${this.#text()}`.trim());
  }

  #sendsIdea() {
    const { stream, place } = this.#device.person;
    const data = { session_id: stream, table_round_id: place, idea_id: newId(), text: this.#text() };
    return this.#device.outbox.add({ name: "send_idea", data: { ...data, anonymous: this.random() < 0.5 } });
  }

  #asksForHelp() {
    const data = { session_id: this.#device.stream, help_id: newId(), kind: "technical" };
    return this.#device.outbox.add({ name: "ask_for_help", data });
  }

  #text() {
    this.#count += 1;
    const words = Array.from({ length: 3 + Math.floor(8 * this.random()) }, () => this.#one(WORDS));
    return `${this.name}.${this.#count} ${words.join(" ")}`;
  }

  #one(things) {
    return things[Math.floor(this.random() * things.length)];
  }
}
