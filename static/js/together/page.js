import { nothing, render } from "../../vendor/lit-html.js";
import { citations } from "../harvest/citations.js";
import { conclusionsForHosts } from "../conclusions/for_hosts.js";
import { Editors } from "../harvest/editors.js";
import { Preview } from "../harvest/preview.js";
import { placedNotes } from "../harvest/slips.js";
import { Asking } from "../lib/asking.js";
import { EarlierTexts } from "../lib/earlier_texts.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { actionsOf } from "./actions.js";
import { Presenting } from "./presenting.js";
import { sheetOf, topicsOf } from "./sheet.js";
import { textView } from "./text_view.js";
import { togetherView } from "./together_view.js";
import { phaseView } from "./phase_view.js";

const parts = await startPage();
const { page, store, rows, link, outbox } = parts;
const root = document.getElementById("together");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

/** What is only in the hands: nothing of it is kept or sent. */
const hands = { topic: undefined, part: "notes", cell: null, chosen: new Set(), leaving: null, writing: null, reading: false, said: "" };
let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const earlier = new EarlierTexts({ changed: soon });
const texts = new Editors({ session_id: page.stream, store, outbox, changed: soon });
const bundles = new Editors({
  session_id: page.stream, store, outbox, changed: soon,
  kind: {
    command: "write_bundle", carries: (id, edit) => ({ topic_id: topicOfBundle(id), bundle_id: id, ...edit }),
    whose: (data) => data.bundle_id, textIn: (data) => data.text, draft: (id) => `bundle/${id}`,
  },
});
// One that is not a row yet was made here, where its topic is shown.
const topicOfBundle = (id) => (rows.get("bundle", id) ?? { topic_id: hands.topic }).topic_id;
const about = () => hands.topic ?? "all";
const preview = new Preview({ url: () => page.urls.preview.replace("ID", about()), csrf: page.csrf });
const presenting = new Presenting({ url: () => page.urls.preview.replace("ID", about()), csrf: page.csrf, slides: () => slides() });

const session = () => rows.all("session")[0];
const topic = (id = hands.topic) => rows.get("topic", id) ?? null;
const textOf = (id) => rows.all("consolidated").find((row) => row.topic_id === id);
const topics = () => topicsOf(rows, { own: !page.organiser });
const sheet = () => sheetOf(rows, { topic_id: hands.topic, operations: outbox.shown() });
const field = () => document.getElementById("text");
const noteOf = (id) => placedNotes(rows).find((note) => note.id === id);

const act = actionsOf({ page, outbox, asking, earlier, texts, bundles, hands, sheet, field, soon, draw, presenting });

function slides() {
  return { topic: topic(), title: session().title, text: texts.at(hands.topic).text, sheet: sheet() };
}

function text() {
  const writing = texts.at(hands.topic);
  return textView({
    organiser: page.organiser, writing, state: texts.state(hands.topic), row: textOf(hands.topic),
    cited: citations(writing.text, noteOf), reading: hands.reading, said: asking.said.text, hindrance: asking.hindrance, act,
    earlier, history: page.urls.earlier.replace("ID", about()), locale: page.locale,
  });
}

/** What hosts are to stand by; organisers have a page of their own for it. */
function conclusions() {
  const approve = (asked) => asking.ask("approve_conclusion_by_hosts", { session_id: page.stream, ...asked }, () => t("Approved."));
  return page.organiser ? nothing : conclusionsForHosts(rows, { topics: [hands.topic], approve, hindrance: asking.hindrance });
}

function view() {
  const phase = phaseView({ session: session(), organiser: page.organiser, urls: page.urls, publication: rows.all("publication")[0] });
  if (phase !== nothing) {
    return phase;
  }
  const known = topics().map((id) => ({ id, topic: topic(id) }));
  return togetherView({
    title: session().title, topic: topic(), topics: known, urls: page.urls, organiser: page.organiser, hands, sheet: sheet(),
    writing: (id) => ({ writing: bundles.at(id), state: bundles.state(id) }), text: text(),
    conclusions: conclusions(),
  }, act);
}

function follow() {
  const known = topics();
  if (hands.topic === undefined || !known.includes(hands.topic)) {
    hands.topic = known[0];
  }
  texts.follow(known, textOf);
  if (hands.topic !== undefined) {
    const shown = sheet();
    const all = [...shown.bundles, ...shown.apart];
    bundles.follow(all.map(({ id }) => id), (id) => all.find((bundle) => bundle.id === id));
  }
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  if (!session()) {
    return;
  }
  follow();
  render(view(), root);
  document.getElementById("said").textContent = hands.said;
  const bundleField = document.getElementById("bundle-text");
  bundleField && bundles.place(hands.writing, bundleField);
  if (field()) {
    texts.place(hands.topic, field());
    hands.reading && preview.show(texts.at(hands.topic).text, document.getElementById("preview"));
  }
  presenting.draw();
}

[rows, link, outbox].forEach((part) => part.subscribe(soon));
await texts.takeUp([null, ...rows.all("topic").map(({ id }) => id)], textOf);
await bundles.takeUp(rows.all("bundle").map(({ id }) => id), (id) => rows.get("bundle", id));
draw();
