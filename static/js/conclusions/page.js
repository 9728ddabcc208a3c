import { html, render } from "../../vendor/lit-html.js";
import { Editors } from "../harvest/editors.js";
import { Preview } from "../harvest/preview.js";
import { Asking } from "../lib/asking.js";
import { EarlierTexts } from "../lib/earlier_texts.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { Actions } from "./actions.js";
import { becameOf } from "./became.js";
import { Before } from "./before.js";
import { Begun } from "./begun.js";
import { checkOf } from "./check.js";
import { checkView } from "./check_view.js";
import { Wholes, conclusionTexts } from "./conclusions.js";
import { placeFields } from "./editor_view.js";
import { notesLike } from "./finding.js";
import { Grounds, conclusionsIn } from "./grounds.js";
import { conclusionsView } from "./list_view.js";
import { noteView } from "./note_view.js";
import { Passages } from "./passages.js";
import { passagesView } from "./passages_view.js";
import { publishView } from "./publish_view.js";
import { hindranceTo } from "./ready.js";

const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("conclusions");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

const session_id = page.stream;
const shown = { conclusion: null, reading: false, step: null, reason: null, allPassages: false, asked: "" };
let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const begun = new Begun({ rows, outbox });
const editors = new Editors({ session_id, store, outbox, changed: soon, kind: conclusionTexts((id) => begun.topicOf(id)) });
const earlier = new EarlierTexts({ changed: soon });
const preview = new Preview({ url: page.urls.preview, csrf: page.csrf });
const passages = new Passages({ url: page.urls.passages, changed: soon });
const wholes = new Wholes();
const dialog = document.body.appendChild(document.createElement("dialog"));
dialog.className = "harvest-note";
const finding = { typed: "", at: 0 };
const parts = {
  rows, asking, editors, begun, shown, finding, earlier, passages, root, dialog, soon, draw: () => draw(),
  /** Have something kept here and sent when there is a line. */
  add(name, data) {
    outbox.add({ name, data: { session_id, ...data } });
    soon();
  },
  /** Ask for something now; the answer is said at a part of the page. */
  ask(part, name, data, words) {
    shown.asked = part;
    return asking.ask(name, { session_id, ...data }, words);
  },
};
const [writing, before] = [new Actions(parts), new Before(parts)];
const act = methodsOf(writing, before);

const session = () => rows.all("session")[0];
const topics = () => rows.all("topic").sort((one, other) => one.position - other.position);
const moment = (at) => new Intl.DateTimeFormat(page.locale, { dateStyle: "long", timeStyle: "short" }).format(at);
const textOf = (id) => wholes.of(rows.get("conclusion", id));

/** The methods of several objects in one, so that views need not know which of them does what. */
function methodsOf(...objects) {
  return Object.fromEntries(objects.flatMap((object) => Object.getOwnPropertyNames(Object.getPrototypeOf(object))
    .filter((name) => name !== "constructor").map((name) => [name, object[name].bind(object)])));
}

function viewOf(grounds) {
  const conclusions = [...conclusionsIn(rows), ...begun.all(editors)];
  const { typed, at } = finding;
  const like = (words) => (words === "" ? [] : notesLike(grounds.notes.values(), words, { topic_id: begun.topicOf(shown.conclusion) }));
  const found = like(typed);
  return {
    grounds, conclusions, removed: conclusionsIn(rows, { removed: true }), topics: topics(), act, shown, editors, earlier,
    finding: { typed, at: Math.min(at, Math.max(0, found.length - 1)), found, like }, urls: page.urls, locale: page.locale,
    steps: rows.all("next_step").sort((one, other) => one.position - other.position),
    hindrance: asking.hindrance, hasHosts: rows.all("table_round").some((place) => place.host_id || place.cohost_id),
  };
}

function whole(view) {
  const check = checkOf(rows, view.grounds);
  const notYet = hindranceTo({ session: session(), check, passages: passages.sorted(rows) });
  const said = (part) => (shown.asked === part ? asking.said.text : "");
  return html`${conclusionsView(view)}
    <p class="harvest-said conclusions__said" role="status">${asking.hindrance || said("text")}</p>
    <section aria-labelledby="before-title"><h2 id="before-title">${t("Before it is published")}</h2>
      ${checkView(check, view)}
      ${passagesView(passages, rows, view)}</section>
    ${publishView({
      session: session(), publication: rows.all("publication")[0], notYet, hindrance: asking.hindrance, said: said("page"),
      urls: page.urls, moment, act,
    })}`;
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  if (!session()) {
    render(html`<p class="quiet">${t("One moment")}</p>`, root);
    return;
  }
  const grounds = new Grounds(rows);
  writing.grounds = grounds;
  const view = viewOf(grounds);
  editors.follow(view.conclusions.map(({ id }) => id), textOf);
  render(whole(view), root);
  if (shown.conclusion) {
    placeFields(editors, shown.conclusion, root);
    shown.reading && preview.show(editors.at(shown.conclusion).text.split("\n\n").slice(1).join("\n\n"), document.getElementById("preview"));
  }
  if (shown.note) {
    render(noteView(becameOf(rows, grounds, shown.note), { urls: page.urls, close: () => act.closeNote() }), dialog);
  }
}

/** Lead to what the address names: a conclusion, or a note and its way. */
function goTo(hash) {
  const [, kind, id] = /^#(conclusion|note)-(.+)$/.exec(hash) ?? [];
  if (kind === "note" && writing.grounds?.notes.has(id)) {
    act.showNote(id);
  } else if (kind === "conclusion") {
    document.getElementById(`conclusion-${id}`)?.scrollIntoView();
    document.getElementById(`conclusion-${id}`)?.focus({ preventScroll: true });
  }
}

rows.subscribe(soon);
rows.subscribe(() => act.textsChanged());
link.subscribe(soon);
dialog.addEventListener("close", () => act.noteClosed());
addEventListener("hashchange", () => goTo(location.hash));
await editors.takeUp([...conclusionsIn(rows), ...begun.all(editors)].map(({ id }) => id), textOf);
draw();
passages.ask();
let led = false;
const leadOnce = () => {
  if (!led && session()) {
    led = true;
    requestAnimationFrame(() => goTo(location.hash));
  }
};
leadOnce();
rows.subscribe(leadOnce);
