import { html, render } from "../../vendor/lit-html.js";
import { Editors } from "../harvest/editors.js";
import { Asking } from "../lib/asking.js";
import { newId } from "../lib/identifiers.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { showWhereOneIs } from "../lib/where_one_is.js";
import { t } from "../lib/words.js";
import { keyOf, planTexts, textsIn } from "../plan/texts.js";
import { Known } from "./known.js";
import { fillable, left, taken, written } from "./parts.js";
import { reportView } from "./report_view.js";

showWhereOneIs();
const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("report");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

const plan_id = page.stream;
const { report_id, gathering_id, parts } = page;
const fields = parts.map(({ field }) => field);
const keys = fields.map((field) => keyOf(report_id, field));
const textsHere = () => {
  const texts = textsIn(rows);
  return (key) => texts.get(key);
};

let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const known = new Known({ address: page.urls.known, first: page.known, changed: soon });
const editors = new Editors({ session_id: plan_id, store, outbox, kind: planTexts, changed: soon });

const report = () => rows.get("status_report", report_id);
const at = (field) => editors.at(keyOf(report_id, field));
const shownText = (field) => at(field).text;
const ownScore = () => rows.all("score").find((row) => row.report_id === report_id && row.by === "team")?.value ?? null;
let begun = null;
let writtenBefore = null;
let handedInHere = false;
let handedInBefore = page.was_handed_in;

/** The report itself goes ahead of the first words in it: the outbox keeps the order. */
function begin() {
  begun ??= report() ? Promise.resolve() : outbox.add({ id: newId(), name: "begin_report", data: { plan_id, gathering_id, report_id } });
  return begun;
}

async function send(name, data) {
  await begin();
  await outbox.add({ id: newId(), name, data: { plan_id, report_id, ...data } });
}

function write(field, text) {
  begin();
  editors.type(keyOf(report_id, field), text);
}

/** Whether something is still being sent: what came after handing in would take the report back. */
const onTheWay = () => outbox.pending().some(({ state }) => state !== "refused");

/** Whether all that is written has reached the server; waits for it as long as there is a line. */
async function allSaved() {
  fields.forEach((field) => at(field).hurry());
  while (!report() || onTheWay() || !fields.every((field) => at(field).clean)) {
    if (asking.hindrance || fields.some((field) => at(field).refused)) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

const act = {
  type: write,
  hurry: (field) => at(field).hurry(),
  take(field, proposals) {
    write(field, taken(shownText(field), proposals));
    at(field).hurry();
    draw();
    document.getElementById(`part-${field}`)?.focus();
  },
  fill(empty) {
    empty.forEach(({ field }) => {
      write(field, taken("", known.parts[field]));
      at(field).hurry();
    });
    draw();
    document.getElementById(`part-${empty[0].field}-title`)?.focus();
  },
  help: (wants_help) => send("change_report", { wants_help }),
  score: (value) => send("set_score", { value: value === "" ? null : Number(value) }),
  read: () => globalThis.location.assign(page.urls.read),
  async handIn(event) {
    if (event.currentTarget.getAttribute("aria-disabled") === "true" || !(await allSaved())) {
      return;
    }
    handedInHere = true;
    handedInHere = await asking.ask("submit_report", { plan_id, report_id }, () => t("Handed in."));
    if (handedInHere) {
      act.read();
    }
  },
};

/** Whether the report is with the team again: what is written after it was handed in takes it back. */
function again() {
  const handedIn = report()?.state === "submitted";
  handedInBefore ||= handedIn;
  return handedInBefore && !handedIn;
}

function model() {
  return {
    parts: parts.map((part) => ({
      part, act, writing: at(part.field), state: editors.state(keyOf(report_id, part.field)),
      offers: left(shownText(part.field), known.parts[part.field] ?? []), folded: writtenBefore?.has(part.field),
    })),
    fill: fillable(parts, shownText, known.parts), act,
    wantsHelp: report()?.wants_help ?? false,
    score: { scale: page.scale, own: ownScore(), locale: page.locale, act },
    handIn: {
      written: written(parts, shownText), of: parts.length, hindrance: asking.hindrance, said: asking.said.text,
      planIsDraft: page.plan_is_draft, again: again(), elsewhere: report()?.state === "submitted" && !handedInHere,
    },
  };
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  // What is known is folded where a part was written before this visit: not while somebody begins to write in it.
  writtenBefore ??= rows.seen === null ? null : new Set(fields.filter((field) => shownText(field).trim() !== ""));
  render(rows.seen === null ? html`<p class="quiet">${t("One moment")}</p>` : reportView(model()), root);
  root.querySelectorAll("textarea").forEach((field) => editors.place(keyOf(report_id, field.dataset.field), field));
}

await editors.takeUp(keys, textsHere());
rows.subscribe(() => {
  editors.follow(keys, textsHere());
  known.soon();
  soon();
});
link.subscribe(soon);
draw();
