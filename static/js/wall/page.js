import { render } from "../../vendor/lit-html.js";
import { announcementAt } from "../lib/announcements.js";
import { Ticker } from "../lib/countdown.js";
import { startPage } from "../lib/page.js";
import { clockTime, t } from "../lib/words.js";
import { namesOf, namesThatFit, pageAt, pagesOf } from "./names.js";
import { Newcomers } from "./newcomers.js";
import { byPlan, minutesOf, rimLeft, sceneOf, talkOf } from "./scenes.js";
import { voteOnWall } from "./vote.js";
import { stayAwake } from "./wake.js";
import { wallView } from "./wall_view.js";

/** A line that is gone for a moment is nobody's business in the hall. */
const NOTICED = 6_000;

const FEWEST = 4;

const { page, rows, clock, link } = await startPage();
const qr = document.getElementById("join-qr").content.firstElementChild;
const [live, status] = ["live", "status"].map((id) => document.getElementById(id));
let left = { ms: null, text: "", phase: "calm", paused: false };
let lostAt = null;
const newcomers = new Newcomers();
/** How many names fewer than reckoned fit: a long announcement takes room that only the page itself knows of. */
let fewer = 0;

/** The session as it stands, or should stand by now; undefined while nothing has come. */
function planned() {
  const session = rows.all("session")[0];
  const connected = link.status === "connected";
  return session && byPlan(session, { rounds: rows.all("round"), now: clock.now(), connected });
}

function model() {
  const session = planned();
  const [topics, rounds, places] = ["topic", "round", "table_round"].map((type) => rows.all(type));
  const publication = rows.all("publication").find((one) => !one.taken_down) ?? null;
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize);
  // Where people choose their table there is nothing to call out but chairs.
  const names = session.mode === "free_choice" ? [] : namesOf(rows.all("seat"), session.round, page.locale);
  const announcement = announcementAt(clock.now(), rows.all("announcement"));
  const height = innerHeight - live.getBoundingClientRect().top - (announcement ? 4 * size : 0);
  const tables = tablesOf(session, topics, places);
  const called = names.length > 0 ? names : tables;
  const pages = pagesOf(called, Math.max(1, namesThatFit({ width: innerWidth, height, size }) - fewer));
  const vote = voteOnWall(rows, session);
  return {
    session, publication, vote, left, qr, code: page.code, now: clock.now(),
    scene: vote ? "vote" : sceneOf(session, publication),
    paused: session.paused_left !== null,
    address: new URL(page.join_address).host,
    arrived: rows.all("attendee").filter(({ arrival }) => arrival === "arrived").length,
    rim: rimLeft({ ms: left.ms, minutes: minutesOf(session, rounds) }),
    talked: talkOf(session, { topics, rounds, places }),
    newcomers: newcomers.at(clock.now(), session.phase === "running" ? session.round : null, rows.all("seat")),
    page: pages.length > 0 ? pageAt(pages, clock.now()) : null, pages: pages.length,
    calls: names.length > 0 ? "people" : "tables",
    announcement,
  };
}

function tablesOf(session, topics, places) {
  const placeOf = new Map(places.filter(({ round }) => round === session.round).map((place) => [place.table_id, place]));
  const open = new Map(rows.all("open_table").map((one) => [one.table, one]));
  return rows.all("table").sort((a, b) => a.number - b.number).map((table) => ({
    name: "", number: table.number, open: open.get(table.number) ?? null,
    topic: topics.find(({ id }) => id === (placeOf.get(table.id) ?? table).topic_id) ?? null,
  }));
}

function draw() {
  if (rows.all("session")[0]) {
    render(wallView(model()), live);
    while (isCutOff(live.querySelector(".names"))) {
      fewer += 1;
      render(wallView(model()), live);
    }
  }
  drawStatus();
}

/** A column too many would stand outside the wall, and nobody in it would be called. */
function isCutOff(list) {
  return list !== null && list.scrollWidth > list.clientWidth + 1 && list.childElementCount > FEWEST;
}

/** Truthful and quiet: a hall need not know, an organiser who looks for it does. */
function drawStatus() {
  const isLost = link.status === "refused" || (lostAt !== null && Date.now() - lostAt > NOTICED);
  status.dataset.state = link.status === "connected" ? "connected" : "offline";
  const since = lostAt === null ? "" : t("No network since {time}. The wall goes on with what it knows.", {
    time: clockTime(lostAt),
  });
  status.textContent = isLost ? (link.status === "refused" && link.message) || since : "";
}

link.subscribe(() => {
  lostAt = link.status === "connected" ? null : lostAt ?? Date.now();
  draw();
});
const ticker = new Ticker({
  clock,
  read: () => planned() ?? { deadline: null, paused_left: null },
  tick(now) {
    left = now;
    draw();
  },
});
rows.subscribe(() => ticker.refresh());
addEventListener("resize", () => {
  fewer = 0;
  draw();
});
ticker.start();
stayAwake();
