import { html, render } from "../../vendor/lit-html.js";
import { newId } from "../lib/identifiers.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { counts, matches, missingNow, notCome, peopleAtDoor, tableOf } from "./queue.js";
import { doorView } from "./view.js";

const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("door");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

const session_id = page.stream;
const byName = new Intl.Collator(page.locale, { numeric: true });
/** Who is still expected stands first: that is who comes next. */
const ORDER = ["expected", "arrived", "away"];
const TOLD = { arrived: "came", away: "freed" };
const shown = { typed: "", told: null, open: null };
let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));

const act = {
  type(text) {
    shown.typed = text;
    soon();
  },
  set(person, arrival) {
    shown.told = TOLD[arrival] ? { kind: TOLD[arrival], people: [person] } : null;
    shown.open = null;
    outbox.add({ name: "set_arrival", data: { session_id, attendee_id: person.id, arrival } });
    ready();
  },
  /** Those who stand on the page as not come, and nobody who comes while it is on its way. */
  free(people, free = true) {
    outbox.add({ name: "free_chairs", data: { session_id, attendee_ids: people.map(({ id }) => id), free } });
    shown.told = free ? { kind: "freed", people } : null;
    ready();
  },
  open(id) {
    shown.open = shown.open === id ? null : id;
    soon();
  },
  dismiss: (person) => outbox.pending()
    .filter((operation) => operation.state === "refused" && operation.data.attendee_id === person.id)
    .forEach((operation) => outbox.discard(operation.id)),
  add(event) {
    event.preventDefault();
    const fields = event.target.elements;
    const display_name = fields.display_name.value.trim();
    if (!display_name) {
      return;
    }
    const person = { id: newId(), name: display_name };
    const data = { session_id, attendee_id: person.id, display_name };
    for (const name of ["organisation_id", "kind"]) {
      if (fields[name].value) {
        data[name] = fields[name].value;
      }
    }
    outbox.add({ name: "add_attendee", data });
    shown.told = { kind: "came", people: [person] };
    event.target.reset();
    event.target.closest("details").open = false;
    ready();
  },
};

/** The next one in the queue: an empty field. Who taps without typing wants no keyboard in the way. */
function ready() {
  if (shown.typed !== "") {
    shown.typed = "";
    document.getElementById("search").focus();
  }
  soon();
}

/** What the last tap has done, and whether it is still on its way. */
function told(operations) {
  const ids = shown.told?.people.map(({ id }) => id) ?? [];
  const waits = ({ data, state }) => state !== "saved" && [data.attendee_id, ...(data.attendee_ids ?? [])].some((id) => ids.includes(id));
  return shown.told && { ...shown.told, waiting: operations.some(waits) };
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  if (rows.seen === null) {
    render(html`<p class="quiet">${t("One moment")}</p>`, root);
    return;
  }
  const operations = outbox.shown();
  const people = peopleAtDoor(rows, operations, page.organisations).sort((one, other) => ORDER.indexOf(one.arrival) - ORDER.indexOf(other.arrival) || byName.compare(one.name, other.name));
  const session = rows.all("session")[0];
  render(doorView({
    people,
    found: shown.typed.trim() ? people.filter((person) => matches(person, shown.typed)) : people,
    counts: counts(people), typed: shown.typed, told: told(operations), open: shown.open, page, act,
    away: notCome(people, session), missing: missingNow(rows),
    tableOf: (id) => tableOf(rows, id),
  }), root);
}

rows.subscribe(soon);
outbox.subscribe(soon);
draw();
