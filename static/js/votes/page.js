import { html, render } from "../../vendor/lit-html.js";
import { Asking } from "../lib/asking.js";
import { newId } from "../lib/identifiers.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { TableEntry } from "../lib/table_entry.js";
import { t } from "../lib/words.js";
import { enteredFor, formFor, hereOf, inOrder, missingIn, themesOf } from "./votes.js";
import { votesView } from "./view.js";

const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("votes");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

const session_id = page.stream;
const shown = { form: null, table: null, asked: "" };
let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const entry = new TableEntry({ changed: soon });
const heading = (id) => document.getElementById(`vote-${id}`);

async function ask(ballot, name, data = {}, words = () => t("Done.")) {
  shown.asked = ballot.id;
  const done = await asking.ask(name, { session_id, ballot_id: ballot.id, ...data }, words);
  if (done) {
    draw();
    // What was pressed may be gone with what it did.
    (document.activeElement === document.body ? heading(ballot.id) : null)?.focus();
  }
  return done;
}

const act = {
  begin() {
    shown.form = formFor(null, themesOf(rows), t("What is most important to go on with?"));
    draw();
    document.getElementById("question").focus();
  },
  edit(ballot) {
    shown.form = formFor(ballot, themesOf(rows), "");
    draw();
    document.getElementById("question").focus();
  },
  canLeave: () => shown.form.id !== null || inOrder(rows).length > 0,
  leave() {
    const { id } = shown.form;
    shown.form = null;
    draw();
    heading(id)?.focus();
  },
  fill(what) {
    Object.assign(shown.form, what);
    soon();
  },
  choose(id, on) {
    const others = shown.form.theme_ids.filter((one) => one !== id);
    act.fill({ theme_ids: on ? [...others, id] : others });
  },
  async save(event) {
    event.preventDefault();
    const form = { ...shown.form, id: shown.form.id ?? newId() };
    const order = themesOf(rows).map(({ id }) => id).filter((id) => form.theme_ids.includes(id));
    if (missingIn({ ...form, theme_ids: order }) || asking.hindrance) {
      return;
    }
    const { question, dots, stacked } = form;
    if (await ask(form, "prepare_ballot", { question: question.trim(), dots, stacked, theme_ids: order }, () => t("Saved. Nobody sees it before you open it."))) {
      shown.form = null;
      draw();
      heading(form.id)?.focus();
    }
  },
  open: (ballot) => ask(ballot, "open_ballot", {}, () => t("People can vote now. The wall shows how.")),
  close: (ballot) => ask(ballot, "close_ballot", {}, () => t("Closed. The phones show the result; the wall waits for you.")),
  wall: (ballot) => ask(ballot, "show_on_wall", { shown: !ballot.on_wall }),
  remove: (ballot) => ask(ballot, "remove_ballot"),
  toTable(id) {
    shown.table = id;
    soon();
  },
  enter: (ballot, table, given) => ask(ballot, "enter_dots", { table_id: table.id, ...given }, () => t("Entered for table {number}.", table)),
};

function model() {
  const session = rows.all("session")[0];
  const ballots = inOrder(rows);
  const themes = themesOf(rows);
  const tables = rows.all("table").sort((a, b) => a.number - b.number);
  const open = ballots.find(({ state }) => state === "open");
  shown.form ??= ballots.length === 0 && themes.length > 1 ? formFor(null, themes, t("What is most important to go on with?")) : null;
  const { hindrance } = asking;
  return {
    ballots, themes, tables, act, entry, hindrance, urls: page.urls,
    form: shown.form, missing: shown.form && missingIn(shown.form), here: hereOf(rows),
    table: tables.find(({ id }) => id === shown.table) ?? tables[0], entered: open ? enteredFor(rows, open) : new Map(),
    mayOpen: !open && ["harvest", "closed"].includes(session.phase), mayReopen: !open && session.phase === "harvest",
    said: (id) => (shown.asked === id ? asking.said.text : "") || (hindrance && ballots[0]?.id === id ? hindrance : ""),
  };
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  render(rows.all("session")[0] ? votesView(model()) : html`<p class="quiet">${t("One moment")}</p>`, root);
}

rows.subscribe(soon);
link.subscribe(soon);
draw();
