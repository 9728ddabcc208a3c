import { stepped } from "./stepping.js";

const frame = document.querySelector("[data-boards]");
const count = Number(frame?.dataset.boards ?? 0);
const steps = document.querySelector("[data-steps]");
const boards = new Map();
let at = Number(frame?.dataset.place ?? 0);

/** The board of a place: the one the page came with, or fetched once and kept. */
function board(place) {
  if (!boards.has(place)) {
    const coming = fetch(`?board=${place + 1}`).then(async (answer) => {
      if (!answer.ok || answer.redirected) {
        throw new Error(`board: ${answer.status}`);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return document.adoptNode(page.querySelector("[data-board]"));
    });
    coming.catch(() => boards.delete(place));
    boards.set(place, coming);
  }
  return boards.get(place);
}

/** Show a board without leaving the page: a new page would leave the whole screen. */
async function show(place) {
  at = place;
  tell();
  try {
    const shown = await board(place);
    if (at === place) {
      frame.replaceChildren(shown);
      history.replaceState(null, "", `?board=${place + 1}`);
    }
    if (place + 1 < count) {
      board(place + 1).catch(() => {});
    }
  } catch {
    location.assign(`?board=${place + 1}`); // the browser says what is wrong, or it was a moment only
  }
}

function tell() {
  steps.querySelector("[data-place-said]").textContent = `${at + 1} / ${count}`;
  steps.querySelector("[data-back]").setAttribute("aria-disabled", at === 0);
  steps.querySelector("[data-on]").setAttribute("aria-disabled", at === count - 1);
}

function go(event, key) {
  const place = stepped(key, at, count);
  if (place !== null && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (place !== at) {
      show(place);
    }
  }
}

if (steps && count > 0) {
  boards.set(at, Promise.resolve(frame.querySelector("[data-board]")));
  addEventListener("keydown", (event) => go(event, event.key));
  steps.querySelector("[data-back]").addEventListener("click", (event) => go(event, "ArrowLeft"));
  steps.querySelector("[data-on]").addEventListener("click", (event) => go(event, "ArrowRight"));
  tell();
  if (at + 1 < count) {
    board(at + 1).catch(() => {});
  }
}

const whole = document.querySelector("[data-whole-screen]");
if (whole && document.fullscreenEnabled) {
  whole.hidden = false;
  // One board fills the screen by itself, several with their steps.
  whole.addEventListener("click", () => (steps ? document.documentElement : document.querySelector("[data-board]")).requestFullscreen());
}
