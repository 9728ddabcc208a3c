import { html, render } from "../../vendor/lit-html.js";
import { Asking } from "../lib/asking.js";
import { EarlierTexts } from "../lib/earlier_texts.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { citations, citedIn } from "./citations.js";
import { Editors } from "./editors.js";
import { citedNote, editorView } from "./editor_view.js";
import { filesView } from "./files_view.js";
import { Preview } from "./preview.js";
import { Searching } from "./searching.js";
import { withPending } from "../together/pending.js";
import { ALL, placedNotes, roundsOf } from "./slips.js";
import { binView, filtersView, slipsView } from "./slips_view.js";

const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("harvest");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

const session_id = page.stream;
const shown = { topic: null, filters: ALL, reading: false, asked: "" };
let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const editors = new Editors({ session_id, store, outbox, changed: soon });
const earlier = new EarlierTexts({ changed: soon });
const preview = new Preview({ url: page.urls.preview, csrf: page.csrf });
const things = () => [...rows.all("note"), ...rows.all("summary")];
const searching = new Searching({ url: page.urls.search, things, changed: soon });
const dialog = document.body.appendChild(document.createElement("dialog"));
dialog.className = "harvest-note";

const session = () => rows.all("session")[0];
const topics = () => rows.all("topic").sort((one, other) => one.position - other.position);
const textOf = (topic) => rows.all("consolidated").find((row) => row.topic_id === topic);
const field = () => document.getElementById("text");
const ask = (part, name, data, words) => {
  shown.asked = part;
  return asking.ask(name, { session_id, ...data }, words);
};

const act = {
  choose(topic) {
    editors.at(shown.topic).hurry();
    Object.assign(shown, { topic, reading: false, asked: "" });
    soon();
  },
  type: (text) => editors.type(shown.topic, text),
  hurry: () => editors.at(shown.topic).hurry(),
  hasRead: () => editors.at(shown.topic).read(),
  read(reading) {
    shown.reading = reading;
    soon();
  },
  cite(note) {
    shown.reading = false;
    editors.cite(shown.topic, note.id, field());
    draw();
    field().focus();
  },
  take(text) {
    earlier.close();
    editors.type(shown.topic, text);
    editors.at(shown.topic).hurry();
  },
  takeNote(note, text) {
    earlier.close();
    outbox.add({ name: "edit_note", data: { session_id, note_id: note.id, base_version: note.version, text } });
  },
  uncite: (id) => editors.uncite(shown.topic, id),
  approve(event) {
    if (event.currentTarget.getAttribute("aria-disabled") !== "true") {
      // An organiser who approves before the hosts have, does so without waiting for them; the page says it.
      const { version } = editors.at(shown.topic);
      ask("text", "approve_consolidated", { topic_id: shown.topic, version, without_hosts: true }, () => t("Approved."));
    }
  },
  mark: (note, important) => outbox.add({ name: "mark_important", data: { session_id, topic_id: note.topic_id, note_id: note.id, important } }),
  restore: (note) => outbox.add({ name: "restore_note", data: { session_id, note_id: note.id } }),
  filter(name, value) {
    shown.filters = { ...shown.filters, [name]: value };
    searching.look(shown.filters.words);
    soon();
  },
  openCited(event) {
    const mark = event.target.closest?.("a.cite");
    if (mark) {
      event.preventDefault();
      const number = Number(mark.textContent);
      const { known } = citations(editors.at(shown.topic).text, noteOf());
      render(citedNote(known[number - 1], number, () => dialog.close()), dialog);
      dialog.showModal();
    }
  },
};

function noteOf() {
  const notes = new Map(placedNotes(rows).map((note) => [note.id, note]));
  return (id) => notes.get(id);
}

function tabs(current) {
  const tab = (id, words) => html`<button type="button" aria-pressed=${current === id} @click=${() => act.choose(id)}>${words}
    ${textOf(id)?.approved ? html`<span class="quiet">${t("approved")}</span>` : ""}</button>`;
  return html`<div class="harvest-tabs" role="group" aria-label=${t("Topic")}>${tab(null, t("Introduction"))}
    ${topics().map((topic) => tab(topic.id, html`<span class="topic-name topic--${(topic.position % 8) + 1}"><span class="topic-mark">${topic.letter}</span> <span>${topic.title}</span></span>`))}</div>`;
}

function view() {
  const marks = withPending({ slips: rows.all("slip"), bundles: [] }, outbox.shown()).slips;
  const find = noteOf();
  const writing = editors.at(shown.topic);
  const cited = new Set(rows.all("consolidated").flatMap((row) => citedIn(row.text)).concat(citedIn(writing.text)));
  const said = (part) => (shown.asked === part ? asking.said.text : "");
  const filtered = JSON.stringify(shown.filters) !== JSON.stringify(ALL);
  const { words } = shown.filters;
  const rounds = roundsOf(rows, { topic_id: shown.topic, filters: shown.filters, cited, found: searching.ids });
  const hits = rounds.reduce((sum, round) => sum + round.notes.length + round.summaries.length, 0);
  const past = {
    earlier, locale: page.locale, take: act.takeNote, address: (note) => page.urls.note_texts.replace("ID", note.id),
    became: (note) => `${page.urls.conclusions}#note-${note.id}`,
  };
  return html`${tabs(shown.topic)}
    <div class="harvest-halves">
      <div class="harvest-slips">
        <h2>${t("What was said")}</h2>
        ${filtersView(shown.filters, { rounds: session().rounds, set: act.filter, how: searching.how, hits })}
        ${slipsView(rounds, { cited, cite: act.cite, filtered, past, words, marks, mark: act.mark })}
        ${binView(placedNotes(rows).filter((note) => note.binned && (shown.topic === null || note.topic_id === shown.topic)), { restore: act.restore })}
      </div>
      ${editorView({
        name: topics().find((topic) => topic.id === shown.topic)?.title ?? t("Introduction"),
        writing, state: editors.state(shown.topic), row: textOf(shown.topic), cited: citations(writing.text, find),
        reading: shown.reading, said: said("text"), hindrance: asking.hindrance, act,
        earlier, history: page.urls.earlier.replace("ID", shown.topic ?? "introduction"), locale: page.locale,
        byHosts: shown.topic !== null || topics().length === 0,
      })}
    </div>
    ${filesView({ urls: page.urls })}`;
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  if (!session()) {
    render(html`<p class="quiet">${t("One moment")}</p>`, root);
    return;
  }
  editors.follow([null, ...topics().map((topic) => topic.id)], textOf);
  render(view(), root);
  editors.place(shown.topic, field());
  if (shown.reading) {
    preview.show(editors.at(shown.topic).text, document.getElementById("preview"));
  }
}

rows.subscribe(soon);
link.subscribe(() => {
  if (link.ready) {
    searching.again();
  }
  soon();
});
await editors.takeUp([null, ...topics().map(({ id }) => id)], textOf);
draw();
