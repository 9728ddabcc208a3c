import assert from "node:assert/strict";
import { test } from "node:test";
import { announcementAt } from "../../../static/js/lib/announcements.js";
import { PAGE_TIME, namesOf, namesThatFit, pageAt, pagesOf } from "../../../static/js/wall/names.js";
import { byPlan, minutesOf, rimLeft, sceneOf, talkOf, wordsOf } from "../../../static/js/wall/scenes.js";

const seat = (name, table, more = {}) => ({ name, table, round: 1, arrival: "arrived", ...more });

test("each phase has its picture", () => {
  const shown = ["draft", "check_in", "switching", "running", "harvest", "closed", "published"].map((phase) =>
    sceneOf({ phase }));
  assert.deepEqual(shown, ["gather", "gather", "move", "talk", "harvest", "thanks", "thanks"]);
  assert.equal(sceneOf({ phase: "published" }, { slug: "x" }), "published");
});

test("without a network the wall goes by the plan: the change is over, so the round has begun", () => {
  const rounds = [{ number: 1, minutes: 20 }];
  const session = { phase: "switching", round: 1, deadline: 120_000, paused_left: null };
  const at = (now, connected, more = {}) => byPlan({ ...session, ...more }, { rounds, now, connected });
  assert.equal(at(119_000, false).phase, "switching");
  assert.equal(at(121_000, false).phase, "running");
  assert.equal(at(121_000, false).deadline, 120_000 + 20 * 60_000);
  assert.equal(at(121_000, true).phase, "switching", "the server tells it in a moment");
  assert.equal(at(131_000, true).phase, "running");
  assert.equal(at(121_000, false, { deadline: null, paused_left: 5 }).phase, "switching");
});

test("a café that nobody has gone on with is at rest, as far as the server knows", () => {
  const session = { phase: "running", round: 1, deadline: 0, paused_left: null };
  const morning = { rounds: [], now: 15 * 3_600_000 };
  assert.equal(sceneOf(byPlan(session, { ...morning, connected: true })), "rest");
  assert.equal(sceneOf(byPlan(session, { ...morning, connected: false })), "talk");
});

test("the rim runs empty with the time, and added time does not overfill it", () => {
  assert.equal(rimLeft({ ms: 600_000, minutes: 20 }), 50);
  assert.equal(rimLeft({ ms: 1_500_000, minutes: 20 }), 100);
  assert.equal(rimLeft({ ms: 0, minutes: 20 }), 0);
  assert.equal(rimLeft({ ms: null, minutes: 20 }), undefined);
  const rounds = [{ number: 1, minutes: 20 }, { number: 2, minutes: 15 }];
  assert.equal(minutesOf({ phase: "running", round: 2, switch_minutes: 2 }, rounds), 15);
  assert.equal(minutesOf({ phase: "switching", round: 2, switch_minutes: 2 }, rounds), 2);
});

test("one question is shown as one, several topics as a list, and only those that stand on a table", () => {
  const topics = [
    { id: "b", position: 1, title: "B", question: "b?" },
    { id: "a", position: 0, title: "A", question: "a?" },
    { id: "c", position: 2, title: "C", question: "" },
  ];
  const places = [{ round: 1, topic_id: "a" }, { round: 1, topic_id: "b" }, { round: 2, topic_id: "c" }];
  const session = { round: 1, question: "", title: "Kafé" };
  assert.deepEqual(talkOf(session, { topics, rounds: [], places }).topics.map(({ id }) => id), ["a", "b"]);
  assert.equal(talkOf({ ...session, round: 2 }, { topics, rounds: [], places }).question, "C");
  const rounds = [{ number: 1, question: "Deeper?" }];
  assert.deepEqual(talkOf(session, { topics, rounds, places }), { question: "Deeper?", topics: [] });
  assert.equal(talkOf(session, { topics: [], rounds: [], places: [] }).question, "Kafé");
});

test("an announcement is up while it is new", () => {
  const announcements = [{ id: "1", at: 0 }, { id: "2", at: 60_000 }];
  assert.equal(announcementAt(61_000, announcements).id, "2");
  assert.equal(announcementAt(60_000 + 11 * 60_000, announcements), null);
  assert.equal(announcementAt(0, []), null);
});

test("names stand by the alphabet of the language, without those who have left", () => {
  const seats = [seat("Åse", 1), seat("anne", 2), seat("Ørjan", 3), seat("Zoe", 4), seat("Away", 5, { arrival: "away" }),
    seat("Later", 6, { round: 2 })];
  assert.deepEqual(namesOf(seats, 1, "nb").map(({ name }) => name), ["anne", "Zoe", "Ørjan", "Åse"]);
});

test("a large hall is paged evenly, with the letters of each page, and every name is on one", () => {
  const names = Array.from({ length: 300 }, (_, n) => ({ name: `${String.fromCodePoint(65 + (n % 26))}${n}`, table: n }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const pages = pagesOf(names, 44);
  assert.equal(pages.length, 7);
  assert.ok(pages.every((page) => page.names.length <= 44 && page.names.length > 30));
  assert.deepEqual(pages.flatMap((page) => page.names), names);
  assert.match(pages[0].letters, /^A–/);
  assert.equal(pagesOf([{ name: "Åse", table: 1 }], 10)[0].letters, "Å");
  assert.equal(pageAt(pages, 3 * PAGE_TIME + 1), pages[3]);
  assert.equal(pageAt(pages, 8 * PAGE_TIME), pages[1]);
});

test("more names fit on a wider wall", () => {
  const small = namesThatFit({ width: 1024, height: 768, size: 21.5 });
  assert.ok(small >= 30 && small < namesThatFit({ width: 1920, height: 1080, size: 30 }));
});

test("whose table has changed is called with the one that was told first", () => {
  const seats = [seat("Anne", 7, { was_table: 3 }), seat("Bo", 4, { was_table: null })];
  assert.deepEqual(namesOf(seats, 1, "nb"), [{ name: "Anne", table: 7, was: 3 }, { name: "Bo", table: 4, was: null }]);
});

test("few topics are asked about, many are named, and what is much is set smaller", () => {
  const topics = (count, question) => Array.from({ length: count }, (_, n) => ({ title: `T${n}`, question }));
  assert.deepEqual(wordsOf(topics(2, "What?")), { texts: ["What?", "What?"], crowded: false });
  assert.deepEqual(wordsOf(topics(2, "")), { texts: ["T0", "T1"], crowded: false });
  assert.equal(wordsOf(topics(5, "What?")).texts[4], "T4");
  assert.equal(wordsOf(topics(5, "What?")).crowded, true);
  assert.equal(wordsOf(topics(4, "What does Kvardagsmeistringsgruppeleiarsamlinga mean?")).crowded, true);
});
