import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock } from "../../static/js/lib/clock.js";
import { Fetching } from "../../static/js/lib/fetching.js";
import { Link } from "../../static/js/lib/link.js";
import { Rows } from "../../static/js/lib/rows.js";
import { NoAnswer, ask } from "../../static/js/lib/socket.js";
import { FakePage, FakeSocket, settle } from "./support/fakes.mjs";

const joinAs = { stream: "cafe", as: "guest", table: null };
const note = (id) => ({ type: "note", id });
const live = (after, seq, id = `n${seq}`) => ({ stream: "cafe", after, seq, now: 0, rooms: { guests: { rows: [note(id)], gone: [] } } });
const joined = (seq, { reset = false, audience = "a", ids = [] } = {}) => ({
  ok: true, audience, reset, seq, now: 0, rooms: { guests: { rows: ids.map(note), gone: [] } },
});

/** A guest's page whose server is `answers`, by event; each may be a value or a function of the payload. */
function guest(context, answers = {}, { fetching = null } = {}) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });
  const given = { join: joined(10, { reset: true, ids: ["n1"] }), ping_time: { now: 0 }, ...answers };
  const socket = new FakeSocket((event, payload) => {
    const answer = given[event];
    return typeof answer === "function" ? answer(payload) : answer;
  });
  const [document, window] = [new FakePage(), new FakePage()];
  const rows = new Rows();
  const clock = new ServerClock({ wall: () => Date.now(), steady: () => Date.now(), hidden: () => false });
  const link = new Link({ socket, rows, clock, joinAs, fetching, document, window });
  const statuses = [];
  link.subscribe((status) => statuses.push(status));
  const passes = async (ms, step = 100) => {
    for (let past = 0; past < ms; past += step) {
      context.mock.timers.tick(step);
      await settle(3);
    }
  };
  const ids = () => rows.all("note").map(({ id }) => id).sort();
  return { given, socket, document, window, rows, link, statuses, passes, ids };
}

test("joins on connecting and says how it stands", async (context) => {
  const { link, socket, statuses, ids } = guest(context);
  assert.equal(link.status, "connecting");
  link.start();
  await settle();
  assert.deepEqual(statuses, ["catching_up", "connected"]);
  assert.deepEqual(socket.of("join"), [{ ...joinAs, seen: null, audience: null }]);
  assert.deepEqual(ids(), ["n1"]);
});

test("says as whom the server has let it in, and that of the last time", async (context) => {
  const { link, given, socket, passes } = guest(context, { join: { ...joined(10, { reset: true }), person: "anna" } });
  link.start();
  await settle();
  assert.equal(link.person, "anna");
  given.join = { ...joined(11), person: "bo" };
  socket.drop();
  socket.connect();
  await passes(1_000);
  assert.equal(link.person, "bo");
});

test("a live batch that follows on is applied", async (context) => {
  const { link, socket, ids } = guest(context);
  link.start();
  await settle();
  socket.receive("rows", live(8, 11));
  socket.receive("rows", { ...live(8, 12), stream: "another" });
  assert.deepEqual(ids(), ["n1", "n11"]);
  assert.equal(socket.of("join").length, 1);
});

test("a gap: joins again with what it is sure of, keeps what came meanwhile, applies nothing twice", async (context) => {
  const { link, socket, given, rows, ids } = guest(context);
  link.start();
  await settle();
  let answer;
  given.join = () => new Promise((resolve) => { answer = resolve; });
  socket.receive("rows", live(12, 13));
  assert.equal(link.status, "catching_up");
  assert.deepEqual(socket.of("join").at(-1), { ...joinAs, seen: 10, audience: "a" });
  socket.receive("rows", live(13, 14));
  socket.receive("rows", live(14, 15));
  assert.deepEqual(ids(), ["n1"], "nothing is applied before the answer");
  await settle();
  answer(joined(14, { ids: ["n12", "n13", "n14"] }));
  await settle();
  assert.deepEqual(ids(), ["n1", "n12", "n13", "n14", "n15"]);
  assert.deepEqual([rows.seen, socket.of("join").length, link.status], [15, 2, "connected"]);
});

test("an older batch that arrives before the answer does not undo it", async (context) => {
  const { link, socket, given, ids } = guest(context);
  let answer;
  given.join = () => new Promise((resolve) => { answer = resolve; });
  link.start();
  await settle();
  socket.receive("rows", { ...live(0, 9), rooms: { guests: { rows: [note("old")], gone: [] } } });
  answer(joined(10, { reset: true, ids: ["n1"] }));
  await settle();
  assert.deepEqual(ids(), ["n1"]);
});

test("another audience: everything is asked for afresh, the old rows stay until the answer", async (context) => {
  const { link, socket, given, ids, rows } = guest(context);
  link.start();
  await settle();
  let answer;
  given.join = () => new Promise((resolve) => { answer = resolve; });
  socket.receive("audience", { stream: "another" });
  assert.equal(socket.of("join").length, 1);
  socket.receive("audience", { stream: "cafe" });
  assert.deepEqual(socket.of("join").at(-1), { ...joinAs, seen: null, audience: null });
  assert.deepEqual(ids(), ["n1"]);
  await settle();
  answer(joined(11, { audience: "b", ids: ["m1"] })); // even if it forgets to say reset
  await settle();
  assert.deepEqual([ids(), rows.audience], [["m1"], "b"]);
});

test("a second change of audience while the first is under way: only the last answer counts", async (context) => {
  const { link, socket, given, ids } = guest(context);
  link.start();
  await settle();
  const answers = [];
  given.join = () => new Promise((resolve) => { answers.push(resolve); });
  socket.receive("audience", { stream: "cafe" });
  socket.receive("audience", { stream: "cafe" });
  await settle();
  answers[0](joined(11, { reset: true, ids: ["stale"] }));
  await settle();
  assert.deepEqual([ids(), link.status], [["n1"], "catching_up"]);
  answers[1](joined(12, { reset: true, ids: ["new"] }));
  await settle();
  assert.deepEqual([ids(), link.status], [["new"], "connected"]);
});

test("cut between two batches of one commit: the next join asks from before it", async (context) => {
  const { link, socket, passes } = guest(context);
  link.start();
  await settle();
  socket.receive("rows", live(10, 11));
  await passes(3_000); // a ping has vouched for 11
  socket.receive("rows", live(11, 12));
  socket.drop();
  assert.equal(link.status, "offline");
  socket.connect(); // as Socket.IO does by itself
  assert.equal(socket.of("join").at(-1).seen, 11);
});

test("a dead link is shown within 5 seconds, closed, and opened anew", async (context) => {
  const { link, socket, given, statuses, passes } = guest(context);
  link.start();
  await settle();
  await passes(2_500); // one ping is answered: the worst moment to die is right now
  given.ping_time = undefined;
  given.join = undefined;
  await passes(4_900);
  assert.notEqual(link.status, "connected");
  assert.ok(statuses.includes("offline"));
  given.ping_time = { now: 0 };
  given.join = joined(10);
  await passes(30_000);
  assert.equal(link.status, "connected");
  assert.ok(socket.connects >= 2);
});

test("a link that is slow but alive is not closed for ever", async (context) => {
  const { link, socket, given, passes } = guest(context);
  const slowly = (answer) => () => new Promise((resolve) => { setTimeout(() => resolve(answer), 4_000); });
  given.ping_time = slowly({ now: 0 });
  given.join = slowly(joined(10, { reset: true }));
  link.start();
  await passes(60_000);
  assert.ok(socket.connects <= 3, `opened ${socket.connects} times`);
});

test("a link known to be slow is shown as dead within 5 seconds all the same", async (context) => {
  const { link, given, statuses, passes } = guest(context);
  given.ping_time = () => new Promise((resolve) => { setTimeout(() => resolve({ now: 0 }), 2_300); });
  link.start();
  await settle();
  await passes(4_800);
  assert.equal(link.status, "connected");
  given.ping_time = undefined;
  await passes(4_900);
  assert.equal(statuses.at(-1), "offline");
});

test("hidden it asks seldom, and at once when it is looked at again", async (context) => {
  const { link, socket, document, passes } = guest(context);
  link.start();
  await settle();
  document.hide();
  await passes(3_000);
  const before = socket.of("ping_time").length;
  await passes(20_000);
  assert.equal(socket.of("ping_time").length, before);
  document.show();
  assert.equal(socket.of("ping_time").length, before + 1);
});

test("the browser says that the network is back: no waiting", async (context) => {
  const { link, socket, window, statuses, passes } = guest(context);
  socket.reachable = false;
  link.start();
  await settle();
  assert.deepEqual(statuses, ["offline"]);
  socket.reachable = true;
  window.dispatchEvent(new Event("online"));
  await passes(400);
  assert.equal(link.status, "connected");
});

test("the browser says that the network is gone: asked, not believed", async (context) => {
  const { link, socket, window, passes } = guest(context);
  link.start();
  await settle();
  window.dispatchEvent(new Event("offline"));
  assert.equal(socket.of("ping_time").length, 1);
  await passes(200);
  assert.equal(link.status, "connected");
});

for (const code of ["signed_out", "not_allowed"]) {
  test(`${code}: it says so and stops trying`, async (context) => {
    const { link, socket, passes, statuses } = guest(context, {
      join: { ok: false, error: { code, message: "Sign in again to go on." }, now: 0 },
    });
    link.start();
    await passes(60_000, 1_000);
    assert.deepEqual([link.status, link.message, socket.connects], ["refused", "Sign in again to go on.", 1]);
    assert.deepEqual(statuses, ["catching_up", "refused"]);
  });
}

test("another trouble with joining is tried again, later and later", async (context) => {
  const { link, socket, given, passes } = guest(context, { join: { ok: false, error: { code: "busy", message: "" }, now: 0 } });
  link.start();
  await passes(60_000, 500);
  assert.ok(socket.of("join").length > 5 && socket.of("join").length < 60, `${socket.of("join").length} times`);
  given.join = joined(3, { reset: true });
  await passes(10_000);
  assert.equal(link.status, "connected");
});

test("closed by the server: it joins again, to be told why or to go on", async (context) => {
  const { link, socket, passes } = guest(context);
  link.start();
  await settle();
  socket.drop("io server disconnect");
  await passes(2_000);
  assert.equal(link.status, "connected");
});

test("commands are answered, whatever the answer", async (context) => {
  const refusal = { ok: false, error: { code: "closed", message: "" }, retry: false, now: 0 };
  const { link, socket, given } = guest(context, { command: { ok: true, result: { id: "n" }, seq: 11, now: 0 } });
  link.start();
  await settle();
  assert.deepEqual((await link.command("add_note", { text: "a" })).result, { id: "n" });
  given.command = refusal;
  assert.deepEqual(await link.send({ id: "1", name: "add_note", data: {}, stream: "cafe" }), refusal);
  assert.deepEqual(socket.of("command").at(-1), { id: "1", name: "add_note", data: {} });
});

test("nothing is emitted while disconnected: Socket.IO would send it at a time of its own", async (context) => {
  const { link, socket } = guest(context);
  link.start();
  await settle();
  socket.drop();
  await assert.rejects(link.command("add_note", {}), NoAnswer);
  assert.deepEqual(socket.of("command"), []);
});

test("not even when asked directly", async () => {
  const socket = new FakeSocket(() => ({ ok: true }));
  await assert.rejects(ask(socket, "join", {}, 1_000), NoAnswer);
  assert.deepEqual(socket.sent, []);
});

for (const [how, happens] of [["no answer within 8 seconds", ({ passes }) => passes(8_100)], ["the line breaks", async ({ socket }) => socket.drop()]]) {
  test(`${how}: nobody claims to know`, async (context) => {
    const page = guest(context);
    page.link.start();
    await settle();
    const sending = assert.rejects(page.link.command("add_note", {}), NoAnswer);
    await happens(page);
    await sending;
  });
}

test("stopped, it stays stopped", async (context) => {
  const { link, socket, window, passes } = guest(context);
  link.start();
  await settle();
  link.stop();
  window.dispatchEvent(new Event("online"));
  await passes(60_000, 1_000);
  assert.deepEqual([socket.connects, socket.connected], [1, false]);
});

/** A page that can fetch; the answers to its requests are the test's, one after the other. */
function reader(context, ...answers) {
  const requests = [];
  const fetch = (address, { signal }) => new Promise((resolve, reject) => {
    requests.push(address);
    signal.addEventListener("abort", () => reject(signal.reason));
    const answer = answers.shift();
    answer && resolve({ ok: true, json: async () => answer, ...answer.response });
  });
  const fetching = new Fetching(joinAs, { fetch });
  const join = ({ seen }) => (seen === null ? { ok: true, fetch: true, now: 0 } : joined(12, { ids: ["n12"] }));
  return { ...guest(context, { join }, { fetching }), fetching, requests };
}

const whole = joined(11, { reset: true, audience: "b", ids: ["n1", "n11"] });

test("what is too much for the line is fetched, and what came meanwhile is there after joining again", async (context) => {
  const { link, socket, requests, statuses, ids } = reader(context, whole);
  link.start();
  await settle();
  assert.deepEqual(requests, ["/cafe/cafe/rows?as=guest"]);
  assert.deepEqual(socket.of("join").map(({ seen, audience, fetches }) => [seen, audience, fetches]), [[null, null, true], [11, "b", true]]);
  assert.deepEqual([ids(), statuses], [["n1", "n11", "n12"], ["catching_up", "connected"]]);
});

test("a page that knows it will be much asks once, at once", async (context) => {
  const { link, fetching, requests, ids } = reader(context, whole);
  fetching.begin();
  assert.equal(requests.length, 1);
  link.start();
  await settle();
  assert.deepEqual([requests.length, ids()], [1, ["n1", "n11", "n12"]]);
});

test("who has missed much fetches what is missing", async (context) => {
  const { link, socket, given, requests, ids } = reader(context, joined(20, { ids: ["n20"] }));
  given.join = joined(10, { reset: true, ids: ["n1"] });
  link.start();
  await settle();
  given.join = ({ seen }) => (seen === 10 ? { ok: true, fetch: true, now: 0 } : joined(20));
  socket.receive("rows", live(15, 20));
  await settle();
  assert.deepEqual(requests, ["/cafe/cafe/rows?as=guest&seen=10&audience=a"]);
  assert.deepEqual([ids(), link.status], [["n1", "n20"], "connected"]);
});

test("what cannot be fetched is asked for again", async (context) => {
  const { link, requests, passes, ids } = reader(context, { response: { ok: false, status: 503 } }, { response: { redirected: true } }, whole);
  link.start();
  await passes(10_000);
  assert.equal(requests.length, 3);
  assert.deepEqual([ids(), link.status], [["n1", "n11", "n12"], "connected"]);
});

test("a network that dies while rows are fetched is shown within 5 seconds, and fetched anew when it is back", async (context) => {
  const { link, given, requests, statuses, passes } = reader(context, undefined, whole);
  link.start();
  await passes(6_000);
  assert.deepEqual(statuses, ["catching_up"], "the line answers: the rows are on their way");
  given.ping_time = undefined;
  await passes(4_900);
  assert.ok(statuses.includes("offline"));
  given.ping_time = { now: 0 };
  await passes(20_000);
  assert.deepEqual([requests.length, link.status], [2, "connected"]);
});

test("a fetch that never ends is given up after a minute", async (context) => {
  const { link, requests, passes } = reader(context, undefined, whole);
  link.start();
  await passes(70_000, 500);
  assert.deepEqual([requests.length, link.status], [2, "connected"]);
});
