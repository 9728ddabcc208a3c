import { copyTextToClipboard } from "./clipboard.js";

/** Everything written here that the server does not have: what waits to be sent, and what stands in the fields. */
export function unsentTexts({ outbox, document = globalThis.document }) {
  const fields = [...document.querySelectorAll("textarea")].map(({ value }) => value.trim());
  return [...new Set([outbox.copyText(), ...fields])].filter(Boolean).join("\n\n");
}

export const copyUnsent = (page) => copyTextToClipboard(unsentTexts(page));

/** Save the unsent texts as a file, as for a phone that keeps nothing by itself. */
export function saveUnsentAsFile({ outbox, document = globalThis.document }) {
  const address = URL.createObjectURL(new Blob([unsentTexts({ outbox, document }), "\n"], { type: "text/plain" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "kafedialog.txt" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Ask before a page is left that would take unsent texts with it. Only while it would: a page that always listens is
 * not kept ready by the browser when one goes back.
 */
export function warnBeforeLoss({ store, outbox, window = globalThis.window, document = globalThis.document }) {
  const ask = (event) => {
    if (!store.durable && unsentTexts({ outbox, document }) !== "") {
      event.preventDefault();
    }
  };
  const follow = () => {
    window.removeEventListener("beforeunload", ask);
    if (!store.durable) {
      window.addEventListener("beforeunload", ask);
    }
  };
  store.subscribe(follow);
  follow();
}
