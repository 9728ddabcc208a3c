// The questions of the perspective compass, one at a time. The page holds them all; this shows one and keeps what is chosen.
import { newId } from "../lib/identifiers.js";
import { Asking } from "./asking.js";
import { asSent, newDraft, saysSomething, saysSomethingOf, SCENES, sceneBeside } from "./draft.js";
import { Keeping } from "./keeping.js";

const form = document.querySelector("[data-asking]");
const sections = new Map(Array.from(document.querySelectorAll("[data-scene]"), (each) => [each.dataset.scene, each]));
const keeping = new Keeping(storage());
const { address, sendTo, csrf } = form.dataset;
const asking = new Asking({ asked: address, answers: sendTo, csrf });
let draft = null;
let sending = false;

function storage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null; // blocked; every use of it is guarded
  }
}

/** Take the secret out of the address: what stands there ends up in histories and screenshots. */
function takeSecret() {
  const secret = decodeURIComponent(location.hash.slice(1));
  if (secret) {
    history.replaceState(null, "", location.pathname);
  }
  return secret || keeping.secret();
}

async function begin() {
  const secret = takeSecret();
  if (!secret) {
    show("nothing");
    return;
  }
  draft = keeping.draft(secret) ?? newDraft(secret, newId);
  if (keeping.wasSent(secret)) {
    show("before");
    return;
  }
  const { asked, refused, offline } = await asking.about(secret);
  if (refused || asked?.is_open === false) {
    cannot(refused);
  } else if (offline && !draft.asked) {
    withoutNetwork();
  } else {
    draft.asked = asked ?? draft.asked;
    resume();
  }
}

function cannot(message) {
  const why = sections.get("nothing").querySelector("[data-why]");
  why.textContent = message ?? form.dataset.closed;
  show("nothing");
}

function withoutNetwork() {
  const section = sections.get("nothing");
  section.querySelector("[data-why]").hidden = true;
  section.querySelector("[data-without-network]").hidden = false;
  section.querySelector("[data-again]").hidden = false;
  show("nothing");
}

function resume() {
  for (const [name, value] of Object.entries({ place: draft.asked.place, title: draft.asked.title, team: draft.asked.team })) {
    document.querySelector(`[data-${name}]`).textContent = value;
  }
  choose("group", draft.group);
  for (const [pair, choice] of Object.entries(draft.choices)) {
    choose(`place-${pair}`, choice);
  }
  for (const [pair, comment] of Object.entries(draft.comments)) {
    form.elements[`comment-${pair}`].value = comment;
    sections.get(`pair-${pair}`).querySelector("details").open = comment !== "";
  }
  history.replaceState({ scene: draft.scene }, "");
  show(draft.scene);
}

function choose(name, value) {
  for (const radio of form.elements[name]) {
    radio.checked = radio.value === value;
  }
}

/** Show one scene and nothing else. */
function show(scene) {
  for (const [name, section] of sections) {
    section.hidden = name !== scene;
  }
  const pair = scene.startsWith("pair-") ? scene.slice("pair-".length) : null;
  if (pair) {
    nameButton(pair);
  }
  if (scene === "send") {
    const some = saysSomething(draft);
    const section = sections.get("send");
    section.querySelector("[data-some]").hidden = !some;
    section.querySelector("[data-none]").hidden = some;
    section.querySelector("[data-send]").hidden = !some;
  }
}

/** "Next" when something has been said, "Skip this one" when not. */
function nameButton(pair) {
  const section = sections.get(`pair-${pair}`);
  const said = saysSomethingOf(draft, pair);
  section.querySelector("[data-said]").hidden = !said;
  section.querySelector("[data-unsaid]").hidden = said;
  section.querySelector("[data-on]").dataset.variant = said ? "primary" : "secondary";
}

function go(scene) {
  draft.scene = scene;
  keeping.keep(draft);
  history.pushState({ scene }, "");
  arriveAt(scene);
}

function arriveAt(scene) {
  show(scene);
  sections.get(scene).focus({ preventScroll: true });
  scrollTo(0, 0);
}

function goOn() {
  const lacksGroup = draft.scene === "welcome" && !draft.group;
  sections.get("welcome").querySelector("[data-choose]").hidden = !lacksGroup;
  if (lacksGroup) {
    form.elements.group[0].focus();
    return;
  }
  go(sceneBeside(draft.scene, 1));
}

function note({ target }) {
  const [kind, pair] = target.name.split("-");
  if (kind === "group") {
    draft.group = target.value;
    sections.get("welcome").querySelector("[data-choose]").hidden = true;
  } else if (kind === "place") {
    draft.choices[pair] = target.value;
  } else {
    draft.comments[pair] = target.value;
  }
  keeping.keep(draft);
  if (pair) {
    nameButton(pair);
  }
}

async function send() {
  if (sending) {
    return;
  }
  sending = true;
  const outcome = await asking.send(asSent(draft));
  sending = false;
  const section = sections.get("send");
  const kept = section.querySelector("[data-kept]");
  kept.hidden = !outcome.refused;
  kept.textContent = outcome.refused ?? "";
  section.querySelector("[data-offline]").hidden = !outcome.offline;
  if (outcome.sent || outcome.before) {
    keeping.sent(draft);
    draft = null;
    form.reset();
    history.replaceState({ scene: "thanks" }, "");
    arriveAt(outcome.sent ? "thanks" : "before");
  }
}

form.addEventListener("input", note);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-on]")) {
    goOn();
  } else if (target.closest("[data-back]")) {
    go(sceneBeside(draft.scene, -1));
  } else if (target.closest("[data-send]")) {
    send();
  } else if (target.closest("[data-again]")) {
    location.reload();
  }
});
// The phone's own way back goes through the questions too; after sending there is nothing to go back to.
addEventListener("popstate", ({ state }) => {
  if (draft && SCENES.includes(state?.scene)) {
    draft.scene = state.scene;
    keeping.keep(draft);
    arriveAt(state.scene);
  }
});
// Scanning another code into the same tab changes only what is behind the #.
addEventListener("hashchange", () => {
  scrollTo(0, 0);
  begin();
});
begin();
