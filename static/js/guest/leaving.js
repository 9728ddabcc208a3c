import { asPlainText } from "../lib/outbox_rules.js";
import { OutboxTabs } from "../lib/outbox_tabs.js";
import { forgetPages } from "../lib/service.js";
import { Store } from "../lib/store.js";

/** Show what would be lost, and on leaving clear what only this page can reach where browsers do not obey the server. */
async function start() {
  const store = await Store.open();
  const unsent = await textsIn(store);
  const place = document.getElementById("unsent");
  place.hidden = unsent === "";
  place.querySelector("textarea").value = unsent;
  if (unsent !== "") {
    // Whoever would lose something is not led to it.
    document.querySelector("#leave button").dataset.variant = "secondary";
    delete document.getElementById("stay").dataset.variant;
  }
  document.getElementById("leave").addEventListener("submit", (event) => leave(event, store));
}

async function textsIn(store) {
  const drafts = await store.drafts();
  return [asPlainText(await store.operations()), ...drafts].filter(Boolean).join("\n\n");
}

async function leave(event, store) {
  event.preventDefault();
  const form = event.target;
  // Other tabs first: they must not write back what they hold.
  new OutboxTabs("").say({ kind: "forgotten" });
  await store.clear();
  sessionStorage.clear();
  await forgetPages();
  form.submit();
}

await start();
