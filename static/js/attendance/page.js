/** The door on a phone: a tick is stored at once, and kept on the page until it is. */
import { newId } from "../lib/identifiers.js";
import { matches, Ticks } from "./ticks.js";

const AGAIN = 4_000;
const form = document.getElementById("attendance");
const ticks = new Ticks();

const show = () => {
  let here = 0;
  for (const box of form.querySelectorAll("[type='checkbox']")) {
    here += box.checked ? 1 : 0;
    box.closest("li").toggleAttribute("data-waiting", ticks.waits(box.value));
  }
  document.querySelector("[data-count]").textContent = String(here);
};

const send = async ({ people, here }) => {
  const body = new URLSearchParams({
    csrf_token: form.elements.csrf_token.value,
    day: form.dataset.day,
    here: here ? "yes" : "no",
    answer: "json",
    id: newId(),
  });
  for (const person of people) {
    body.append("participant_id", person);
  }
  const { ok } = await fetch(form.action, { method: "POST", body, redirect: "error" });
  return ok;
};

const sendAll = async () => {
  const unsent = document.querySelector("[data-unsent]");
  for (let batch = ticks.next(); batch !== null; batch = ticks.next()) {
    const ok = await send(batch).catch(() => false);
    unsent.hidden = ok;
    if (!ok) {
      ticks.failed();
      show();
      setTimeout(sendAll, AGAIN);
      return;
    }
    ticks.stored();
    show();
  }
};

if (form) {
  form.querySelector("[data-without-script]").hidden = true;
  form.addEventListener("change", ({ target }) => {
    ticks.tick(target.value, target.checked);
    show();
    sendAll();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const search = document.querySelector("[data-search]");
  search.hidden = false;
  search.addEventListener("input", ({ target }) => {
    for (const line of form.querySelectorAll("[data-name]")) {
      line.hidden = !matches(line.dataset.name, target.value.trim());
    }
  });
  addEventListener("beforeunload", (event) => {
    if (!ticks.empty) {
      event.preventDefault();
    }
  });
}
