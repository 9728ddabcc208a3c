import { render } from "../../vendor/lit-html.js";
import { announcementAt } from "../lib/announcements.js";
import { Composing } from "./composing.js";
import { deskActions } from "./actions.js";
import { deskView } from "./desk_view.js";
import { Editing } from "./editing.js";
import { EarlierTexts } from "../lib/earlier_texts.js";
import { formerView } from "./former_view.js";
import { HandingOver } from "./handing_over.js";
import { NoteEdits } from "./note_edits.js";
import { notesOf, ownNotesOf } from "./note_list.js";
import { peopleAt } from "./people.js";
import { RoundChoice, handedOver, leadAt, numberAt, placesOf, presentRound, questionOf, walksTo } from "./rounds.js";
import { SummaryWriter } from "./summary_writer.js";
import { TableVotes } from "./table_votes.js";

const OVER = new Set(["harvest", "closed", "published"]);
const BEFORE = new Set(["draft", "check_in"]);

/** A table's desk: what is shown follows from the rows, the outbox and the little that is only in the hands. */
export class Desk {
  #element;
  #choice = new RoundChoice();
  #writers = new Map();
  #does;
  #drawing = false;
  #handing = new HandingOver(this);

  panel = null;
  deleted = null;
  writingSummary = false;
  transcribed = false;
  copied = false;
  briefRead = true;
  left = { phase: "calm" };

  constructor({ page, store, rows, link, outbox, clock, element }) {
    Object.assign(this, { page, store, rows, link, outbox, clock, stream: page.stream, table: page.table });
    this.#element = element;
    this.edits = new NoteEdits({ outbox, stream: page.stream });
    this.composing = new Composing(this);
    this.editing = new Editing(this);
    this.votes = new TableVotes(this);
    this.earlier = new EarlierTexts({ changed: () => this.draw() });
    this.#does = deskActions(this);
  }

  /** Take up what an earlier visit has left, draw, and follow all that changes. */
  async start() {
    this.briefRead = (await this.store.kept("read/brief")) !== undefined;
    this.transcribed = (await this.store.kept(`paper/${this.table}`)) === "1";
    await this.editing.restore();
    this.votes.start();
    this.changed();
    this.rows.subscribe(() => this.changed());
    this.outbox.subscribe(() => this.changed());
    this.link.subscribe(() => this.changed());
    globalThis.addEventListener("pagehide", () => this.writer?.flush());
  }

  get session() {
    return this.rows.all("session")[0];
  }

  get writer() {
    return this.#writers.get(this.place()?.id);
  }

  connected() {
    return this.link.status === "connected";
  }

  /** The table's rows are for its hosts: without them somebody else hosts it, and this is the device of one before. */
  isFormer() {
    return Boolean(this.session) && this.places().length === 0;
  }

  writers() {
    return [...this.#writers.values()];
  }

  places() {
    return placesOf(this.rows, this.table);
  }

  place() {
    return this.places().find(({ round }) => round === this.#choice.shown);
  }

  /** Whether the time belongs to the round on the page. Without network nobody knows how it went on after its end. */
  countsDown({ phase }) {
    const ended = (phase === "grace" || phase === "over") && !this.connected();
    return this.#choice.shown === presentRound(this.session) && !ended;
  }

  notes() {
    const placeId = this.place().id;
    return notesOf({ rows: this.rows, operations: this.outbox.shown(), placeId, connected: this.connected() });
  }

  /** Whether somebody's hands are on something that must stay where it is. */
  busy() {
    return this.composing.text.trim() !== "" || this.editing.open !== null || this.inSummary() || this.#unsentSummary();
  }

  inSummary() {
    return document.activeElement?.id === "summary";
  }

  chooseRound(round) {
    this.#choice.choose(round);
    this.changed();
  }

  /** Something is different: decide on the round, draw, and let the fields follow. */
  changed() {
    if (!this.session) {
      return;
    }
    if (this.isFormer()) {
      this.#handing.begin().then(() => this.draw());
      this.draw();
      return;
    }
    this.#handing.end();
    this.#handing.remember(this.places());
    if (this.editing.open && this.#choice.shown === null) {
      const kept = this.places().find(({ id }) => id === this.editing.open.placeId);
      kept ? this.#choice.choose(kept.round) : (this.editing.open = null);
    }
    this.#choice.update(this.session, { busy: this.#choice.shown !== null && this.busy() });
    if (!this.place()) {
      this.#choice.choose(this.places().at(-1).round);
    }
    this.#writerFor(this.place().id);
    this.draw();
    this.writer.refresh({ busy: this.inSummary() });
  }

  draw() {
    if (this.isFormer()) {
      this.#drawFormer();
      return;
    }
    // When a host is replaced the table may leave a moment before its rounds do.
    if (this.#drawing || !this.place() || !this.rows.get("table", this.table)) {
      return;
    }
    this.#drawing = true;
    render(deskView(this.model(), this.#does), this.#element);
    this.#drawing = false;
    this.composing.goTo(this.place().id);
    this.editing.bringIntoView();
    this.#showSummaryText();
  }

  #drawFormer() {
    const model = {
      number: this.page.number, pending: this.outbox.pending(), connected: this.connected(), copied: this.copied,
      phone: this.page.urls.phone,
    };
    render(formerView(model, this.#does), this.#element);
  }

  model() {
    const place = this.place();
    const { rows, session } = this;
    const operations = this.outbox.shown();
    const { topic, question } = questionOf(rows, place);
    const writer = this.writer;
    const { told } = writer;
    const notes = this.notes();
    return {
      place, places: this.places(), table: { number: numberAt(rows, place) }, topic, question,
      before: handedOver(rows, place), ownNotes: ownNotesOf(rows, this.places(), place),
      people: peopleAt({ rows, operations, placeId: place.id, self: this.page.person }),
      self: this.page.person,
      seats: place.seats ?? rows.get("table", place.table_id)?.seats ?? 0,
      walksTo: walksTo(rows, this.places(), place),
      earlier: this.earlier, urls: this.page.urls, locale: this.page.locale,
      notes, editing: this.editing.open, deleted: this.deleted, mark: this.composing.mark,
      writer, told, writingSummary: this.writingSummary, connected: this.connected(),
      summaryAsked: this.#summaryAsked(place, told),
      panel: this.panel ?? this.#firstPanel(notes), offer: this.#choice.offer(session),
      past: OVER.has(session.phase) || place.round < session.round, early: BEFORE.has(session.phase), walks: session.mode === "hosts_rotate",
      paused: session.paused_left !== null, lead: leadAt(this),
      refused: this.link.status === "refused" ? { message: this.link.message, copied: this.copied } : null,
      announcement: announcementAt(this.clock.now(), rows.all("announcement")),
      vote: this.votes.model, phone: this.page.person ? this.page.urls.phone : null,
      transcribed: this.transcribed, calls: this.#calls(operations), mayCall: Boolean(this.page.person),
    };
  }

  editLast() {
    const last = this.notes().filter((note) => !note.binned).at(-1);
    if (last) {
      this.editing.begin(last);
    }
  }

  toComposer() {
    this.composing.field?.focus();
  }

  #writerFor(placeId) {
    if (!this.#writers.has(placeId)) {
      const writer = new SummaryWriter(this, placeId);
      this.#writers.set(placeId, writer);
      writer.restore();
    }
  }

  #unsentSummary() {
    const writer = this.writer;
    return Boolean(writer && (writer.unsent || writer.wanted));
  }

  #showSummaryText() {
    const field = document.getElementById("summary");
    if (field && (field.dataset.place !== this.writer.placeId || (!this.inSummary() && field.value !== this.writer.text))) {
      field.dataset.place = this.writer.placeId;
      field.value = this.writer.text;
    }
  }

  #summaryAsked(place, told) {
    const { session } = this;
    const near = this.left.phase !== "calm" || session.phase === "switching";
    const isNow = session.phase === "running" ? place.round === session.round : place.round === session.round - 1;
    return ["running", "switching"].includes(session.phase) && near && isNow && told.phase !== "approved";
  }

  #firstPanel(notes) {
    if (BEFORE.has(this.session.phase)) {
      return this.briefRead ? "talk" : "host";
    }
    // Once the first note is written the question has been read.
    return this.session.phase === "running" && notes.length === 0 ? "talk" : "none";
  }

  #calls(operations) {
    const asked = operations
      .filter(({ name, state }) => name === "ask_for_help" && state !== "refused")
      .map(({ data }) => ({ id: data.help_id, kind: data.kind, state: "open" }));
    const known = this.rows.all("help_call");
    return [...known, ...asked.filter(({ id }) => !known.some((call) => call.id === id))];
  }
}
