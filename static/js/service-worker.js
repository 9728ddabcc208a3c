// The service worker, served at /service-worker.js: with it a live page can be reloaded without network. It then draws
// itself from what the browser has saved. A classic script: not every browser knows workers that are modules.
//
// Kept: the static files of the version at hand, and the last good answer for each live page. Never anything else: no
// forms, no sign-in, no exports.
"use strict";

const ASSET_LIST = "/service-worker-assets.json";
const ASSETS = "kafedialog-assets-";
const PAGES = "kafedialog-pages";
const LIVE_PAGE = /^\/(cafe\/[^/]+(\/table\/[^/]+|\/wall)?|plans\/[^/]+)\/?$/;
const PATIENCE = 3_000;
/** After one request has hung, the next ones (a page has many) are answered from here without waiting again. */
const HANGS = 10_000;
const CHECK_AFTER = 60_000;

let hungAt = -Infinity;
let checkedAt = -Infinity;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAssets().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim().then(keepOpenPages));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "forget") {
    event.waitUntil(forget());
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (request.method === "POST" && url.pathname === "/sign-out") {
    // A team's pages are nobody else's: on a shared device they go with whoever goes.
    event.waitUntil(caches.delete(PAGES));
  }
  if (request.method !== "GET") {
    return;
  }
  if (request.mode === "navigate" && LIVE_PAGE.test(url.pathname)) {
    event.respondWith(livePage(request, url.pathname));
    event.waitUntil(checkVersion());
  } else if (url.pathname.startsWith("/static/")) {
    event.respondWith(asset(request));
  }
});

/** The page from the server; without an answer in time, the last one of the same path. */
async function livePage(request, path) {
  const pages = await caches.open(PAGES);
  const kept = await pages.match(path);
  try {
    const response = await fetchInTime(request, kept);
    await keepPage(pages, path, response);
    return response;
  } catch (error) {
    if (kept) {
      return asKept(kept);
    }
    throw error;
  }
}

/** Tell the page that it is an old one: its time is not the time now. */
function asKept(response) {
  const headers = new Headers(response.headers);
  headers.set("Server-Timing", "kept");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function keepPage(pages, path, response) {
  const isHtml = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  if (response.ok && response.type === "basic" && !response.redirected && isHtml) {
    await pages.put(path, response.clone());
  } else if (response.status < 500) {
    // Sent away to sign in, or not here any more: the old page is no longer this person's.
    await pages.delete(path);
  }
}

/** The page that brought this worker was fetched before there was one: without this, its first reload would find nothing. */
async function keepOpenPages() {
  const pages = await caches.open(PAGES);
  for (const { url } of await self.clients.matchAll({ type: "window" })) {
    const { pathname } = new URL(url);
    if (LIVE_PAGE.test(pathname)) {
      await fetch(pathname, { credentials: "same-origin" }).then((response) => keepPage(pages, pathname, response), () => {});
    }
  }
}

async function asset(request) {
  const kept = await keptAsset(request);
  try {
    return await fetchInTime(request, kept);
  } catch (error) {
    if (kept) {
      return kept;
    }
    throw error;
  }
}

async function keptAsset(request) {
  for (const name of await assetCaches()) {
    const kept = await (await caches.open(name)).match(request);
    if (kept) {
      return kept;
    }
  }
  return undefined;
}

/** Ask the server; where something is kept, give up after 3 seconds. Fresh first, so that versions never mix. */
async function fetchInTime(request, kept) {
  if (!kept) {
    return fetch(request);
  }
  if (Date.now() - hungAt < HANGS) {
    throw new Error("the network hangs");
  }
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => {
      hungAt = Date.now();
      reject(new Error("the network hangs"));
    }, PATIENCE);
  });
  try {
    return await Promise.race([fetch(request), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function assetCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(ASSETS));
}

/** Keep all files of the server's version, then delete those of the older ones. */
async function keepAssets() {
  const response = await fetch(ASSET_LIST, { cache: "no-store" });
  if (!response.ok) {
    throw new Error("no list of files");
  }
  const { version, assets } = await response.json();
  const name = ASSETS + version;
  const names = await assetCaches();
  if (!names.includes(name)) {
    await fill(name, assets);
  }
  await Promise.all(names.filter((old) => old !== name).map((old) => caches.delete(old)));
}

async function fill(name, assets) {
  const cache = await caches.open(name);
  try {
    await cache.addAll(assets);
  } catch (error) {
    // Half a version is worse than none.
    await caches.delete(name);
    throw error;
  }
}

/** The worker's own text seldom changes when the files do, so the version is looked up now and then. */
async function checkVersion() {
  if (Date.now() - checkedAt > CHECK_AFTER) {
    checkedAt = Date.now();
    await keepAssets().catch(() => {});
  }
}

async function forget() {
  const names = (await caches.keys()).filter((name) => name.startsWith("kafedialog-"));
  await Promise.all(names.map((name) => caches.delete(name)));
  checkedAt = -Infinity;
}
