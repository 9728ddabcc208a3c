import { placeIn, stepped } from "./stepping.js";

const boards = [...document.querySelectorAll("[data-board]")];
const steps = document.querySelector("[data-steps]");
let at = placeIn(location.hash, boards.length);

function show(place) {
  at = place;
  boards.forEach((board, n) => board.toggleAttribute("data-shown", n === at));
  steps.querySelector("[data-place]").textContent = `${at + 1} / ${boards.length}`;
  steps.querySelector("[data-back]").setAttribute("aria-disabled", at === 0);
  steps.querySelector("[data-on]").setAttribute("aria-disabled", at === boards.length - 1);
  history.replaceState(null, "", `#${at + 1}`);
}

function go(event, key) {
  const place = stepped(key, at, boards.length);
  if (place !== null && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    show(place);
  }
}

if (steps) {
  steps.hidden = false;
  document.body.dataset.stepping = "";
  addEventListener("keydown", (event) => go(event, event.key));
  steps.querySelector("[data-back]").addEventListener("click", (event) => go(event, "ArrowLeft"));
  steps.querySelector("[data-on]").addEventListener("click", (event) => go(event, "ArrowRight"));
  show(at);
}

const whole = document.querySelector("[data-whole-screen]");
if (whole && document.fullscreenEnabled) {
  whole.hidden = false;
  // One board fills the screen by itself, several with their steps.
  whole.addEventListener("click", () => (steps ? document.documentElement : boards[0]).requestFullscreen());
}
