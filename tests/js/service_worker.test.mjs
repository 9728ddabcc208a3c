import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { forgetPages, registerService } from "../../static/js/lib/service.js";
import { settle } from "./support/fakes.mjs";

const SOURCE = readFileSync(new URL("../../static/js/service-worker.js", import.meta.url), "utf8");
const ORIGIN = "https://cafe.example";

const answer = (body, { status = 200, type = "text/html; charset=utf-8", redirected = false } = {}) => ({
  body, status, redirected, ok: status >= 200 && status < 300, type: "basic",
  headers: new Headers({ "Content-Type": type }), json: async () => body, clone() { return this; },
});

class KeptResponse {
  constructor(body, rest) {
    Object.assign(this, { body, ...rest });
  }
}

/** The Cache API. Keys are paths. */
function cacheStorage(fetch) {
  const all = new Map();
  const path = (request) => new URL(request.url ?? request, ORIGIN).pathname;
  return {
    all,
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    async open(name) {
      if (!all.has(name)) all.set(name, new Map());
      const held = all.get(name);
      return {
        match: async (request) => held.get(path(request)),
        put: async (request, response) => void held.set(path(request), response),
        delete: async (request) => held.delete(path(request)),
        async addAll(urls) {
          for (const url of urls) held.set(path(url), await fetch({ url: ORIGIN + url }));
        },
      };
    },
  };
}

function worker(context, { open = [] } = {}) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 100_000 });
  const network = { list: { version: "1", assets: ["/static/a.js"] }, asked: [], answer: null };
  const fetch = async (request) => {
    const path = new URL(request.url ?? request, ORIGIN).pathname;
    network.asked.push(path);
    if (network.answer) return network.answer(path);
    return path === "/service-worker-assets.json" ? answer(network.list) : answer(`${path} of ${network.list.version}`);
  };
  const caches = cacheStorage(fetch);
  const handlers = {};
  const self = {
    addEventListener: (name, handler) => { handlers[name] = handler; },
    skipWaiting: async () => {}, location: { origin: ORIGIN },
    clients: { claim: async () => {}, matchAll: async () => open.map((path) => ({ url: ORIGIN + path })) },
  };
  vm.runInNewContext(SOURCE, { self, caches, fetch, URL, setTimeout, clearTimeout, Date, Headers, Response: KeptResponse });
  const fire = async (name, details = {}) => {
    const waits = [];
    let response;
    handlers[name]({ ...details, waitUntil: (promise) => waits.push(promise), respondWith: (promise) => { response = promise; } });
    const body = response?.then((one) => one.body ?? one.status);
    const mark = response?.then((one) => one.headers.get("Server-Timing"), () => null);
    return { body, mark, done: Promise.all(waits) };
  };
  const get = (path, request = {}) =>
    fire("fetch", { request: { url: ORIGIN + path, method: "GET", mode: path.startsWith("/static/") ? "cors" : "navigate", ...request } });
  const install = async () => (await fire("install")).done;
  return { network, caches, fire, get, install };
}

const offline = () => { throw new TypeError("Failed to fetch"); };

for (const path of ["/cafe/k3", "/cafe/k3/", "/cafe/k3/table/t-4", "/cafe/k3/wall", "/plans/p3"]) {
  test(`${path} can be reloaded without network`, async (context) => {
    const { network, get, install } = worker(context);
    await install();
    const fresh = await get(path);
    assert.deepEqual([await fresh.body, await fresh.mark], [`${path} of 1`, null]);
    network.answer = offline;
    const kept = await get(path);
    assert.deepEqual([await kept.body, await kept.mark], [`${path} of 1`, "kept"], "an old page says that it is one");
    assert.equal(await (await get("/static/a.js")).body, "/static/a.js of 1");
  });
}

test("the page that brought the worker can be reloaded without network, another page cannot", async (context) => {
  const { network, caches, fire, get, install } = worker(context, { open: ["/cafe/k3", "/gatherings"] });
  await install();
  await (await fire("activate")).done;
  assert.deepEqual([...caches.all.get("kafedialog-pages").keys()], ["/cafe/k3"]);
  network.answer = offline;
  assert.equal(await (await get("/cafe/k3")).body, "/cafe/k3 of 1");
});

test("whoever signs out takes the kept pages along, and the files stay", async (context) => {
  const { caches, fire, get, install } = worker(context);
  await install();
  await (await get("/plans/p3")).done;
  const signing = await fire("fetch", { request: { url: `${ORIGIN}/sign-out`, method: "POST", mode: "navigate" } });
  await signing.done;
  assert.equal(signing.body, undefined, "the server answers");
  assert.deepEqual([...caches.all.keys()], ["kafedialog-assets-1"]);
});

test("a page that cannot be kept at the start does no harm", async (context) => {
  const { network, fire, install } = worker(context, { open: ["/cafe/k3"] });
  await install();
  network.answer = offline;
  await (await fire("activate")).done;
});

for (const [path, request] of [
  ["/sign-in", {}], ["/cafe/k3/export/notes.csv", {}], ["/cafe/k3/report", {}], ["/cafe", {}], ["/plans/p3/more", {}], ["/plans", {}],
  ["/cafe/k3", { method: "POST" }], ["/cafe/k3", { mode: "cors" }], ["/socket.io/", { mode: "cors" }],
]) {
  test(`${request.method ?? "GET"} ${path} (${request.mode ?? "page"}) is none of its business`, async (context) => {
    const { get } = worker(context);
    assert.equal((await get(path, request)).body, undefined);
  });
}

test("a server that hangs is given 3 seconds once, not once a file", async (context) => {
  const { network, get, install } = worker(context);
  await install();
  await (await get("/cafe/k3")).body;
  network.answer = () => new Promise(() => {});
  const page = (await get("/cafe/k3")).body;
  await settle();
  context.mock.timers.tick(3_000);
  assert.equal(await page, "/cafe/k3 of 1");
  assert.equal(await (await get("/static/a.js")).body, "/static/a.js of 1");
});

for (const [what, given] of [
  ["sent away to sign in", answer("", { status: 0 })], ["sent away", answer("sign in", { redirected: true })],
  ["not allowed", answer("no", { status: 403 })], ["gone", answer("no", { status: 410 })],
]) {
  test(`${what}: the kept page is forgotten`, async (context) => {
    const { network, get, install } = worker(context);
    await install();
    await (await get("/cafe/k3")).body;
    network.answer = () => given;
    await (await get("/cafe/k3")).body;
    network.answer = offline;
    await assert.rejects((await get("/cafe/k3")).body);
  });
}

test("a server in trouble does not cost the kept page", async (context) => {
  const { network, get, install } = worker(context);
  await install();
  await (await get("/cafe/k3")).body;
  network.answer = () => answer("trouble", { status: 502 });
  await (await get("/cafe/k3")).body;
  network.answer = offline;
  assert.equal(await (await get("/cafe/k3")).body, "/cafe/k3 of 1");
});

test("a new version replaces the old one, wholly or not at all", async (context) => {
  const { network, caches, get, install } = worker(context);
  await install();
  network.list = { version: "2", assets: ["/static/a.js", "/static/broken.js"] };
  network.answer = (path) => {
    if (path === "/static/broken.js") throw new TypeError("cut");
    return path.endsWith(".json") ? answer(network.list) : answer(`${path} of 2`);
  };
  await (await get("/cafe/k3")).done;
  assert.deepEqual([...caches.all.keys()].filter((name) => name.includes("assets")), ["kafedialog-assets-1"]);
  network.answer = null;
  context.mock.timers.tick(61_000);
  await (await get("/cafe/k3")).done;
  assert.deepEqual([...caches.all.keys()].filter((name) => name.includes("assets")), ["kafedialog-assets-2"]);
});

test("leaving forgets all that is kept", async (context) => {
  const { caches, fire, get, install } = worker(context);
  await install();
  await (await get("/cafe/k3")).body;
  await (await fire("message", { data: { type: "forget" } })).done;
  assert.deepEqual([...caches.all.keys()], []);
});

test("registered only where the browser allows it", async () => {
  const calls = [];
  const serviceWorker = { register: async (...details) => calls.push(details) };
  assert.equal(await registerService({ navigator: {}, secure: true }), null);
  assert.equal(await registerService({ navigator: { serviceWorker }, secure: false }), null);
  assert.deepEqual(calls, []);
  await registerService({ navigator: { serviceWorker }, secure: true });
  assert.deepEqual(calls, [["/service-worker.js", { scope: "/" }]]);
  serviceWorker.register = async () => { throw new Error("refused"); };
  assert.equal(await registerService({ navigator: { serviceWorker }, secure: true }), null);
});

test("the worker is told to forget", async () => {
  const told = [];
  await forgetPages({ navigator: { serviceWorker: { getRegistration: async () => ({ active: { postMessage: (one) => told.push(one) } }) } } });
  await forgetPages({ navigator: {} });
  assert.deepEqual(told, [{ type: "forget" }]);
});
