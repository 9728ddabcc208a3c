import { html, render } from "../../vendor/lit-html.js";
import { Ticker, remaining } from "../lib/countdown.js";
import { keepDraft } from "../lib/forms.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { Asking } from "../lib/asking.js";
import { callsOf, movingInto, peopleOf, roomiest, roundOnShow, seatedAtStart, sessionOf, tablesOnShow, withoutSummary } from "./hall.js";
import { changedSince, missingFrom, notCome, unevenness } from "./seating.js";
import { runView, stepDone } from "./view.js";

const { page, store, rows, clock, link, outbox } = await startPage();
const root = document.getElementById("run");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const session_id = page.stream;
const desk = (number) => `/cafe/${session_id}/table/${number}`;
let announcing = null;

const act = {
  step: ({ name, data }) => asking.ask(name, { session_id, from_step: sessionOf(rows).step, ...data }, stepDone),
  answer: (call, state) => asking.ask("answer_help", { session_id, help_id: call.id, state }),
  seat: (person) => (sessionOf(rows).mode === "free_choice" ? act.seatWithRoom(person) : act.seatAgain(person)),
  seatWithRoom(person) {
    const session = sessionOf(rows);
    const table_id = roomiest(rows, session);
    const { number } = rows.get("table", table_id);
    return asking.ask("move_seat", { session_id, attendee_id: person.id, round: roundOnShow(session), table_id }, () =>
      t("{name} sits at table {table}.", { name: person.name, table: number }));
  },
  seatAgain: (person) => asking.ask("set_arrival", { session_id, attendee_id: person.id, arrival: "arrived" }, () =>
    t("If a seat was free, it is taken now. Names that stay on the list have none.")),
  free: (person) => asking.ask("set_arrival", { session_id, attendee_id: person.id, arrival: "away" }, () =>
    t("The chair of {name} is free.", person)),
  announce: (text) => asking.ask("announce", { session_id, text }, () => (text ? t("Everyone sees it now.") : t("It is taken down."))),
  async submitAnnouncement(event) {
    event.preventDefault();
    const field = event.target.elements.text;
    if (field.value.trim() && (await act.announce(field.value.trim()))) {
      field.value = "";
      announcing?.forget();
    }
  },
};

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  const session = sessionOf(rows);
  if (!session) {
    render(html`<p class="quiet">${t("One moment")}</p>`, root);
    return;
  }
  asking.see(session.step);
  const now = clock.now();
  const rounds = session.rounds;
  const people = peopleOf(rows, session);
  const next = session.phase === "running" ? session.round + 1 : roundOnShow(session);
  render(runView({
    session, rounds, people, now, asking, desk, act, urls: page.urls,
    calls: callsOf(rows, session),
    tables: tablesOnShow(rows, session, now),
    moving: session.round === 0 ? seatedAtStart(rows) : movingInto(rows, next),
    seating: {
      changed: changedSince(rows, session), missing: missingFrom(rows, session), away: notCome(rows, session),
      uneven: unevenness(rows, session),
    },
    unsummed: withoutSummary(rows, session),
    announcement: rows.all("announcement")[0],
    left: remaining({ ...session, now }),
  }), root);
  announcing ??= keepDraft(document.getElementById("announcement"), `announce/${session_id}`, { store });
}

const ticker = new Ticker({
  clock,
  read: () => sessionOf(rows) ?? { deadline: null, paused_left: null },
  tick: draw,
  region: document.getElementById("time-told"),
});
rows.subscribe(soon);
link.subscribe(soon);
ticker.start();
draw();
