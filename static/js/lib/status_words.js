import { n, t } from "./words.js";

/**
 * What the status line says, as plain data: `{state, text, waiting, advice, canCopy}`.
 *
 * `state` is "connected", "fetching", "offline" or "refused". `pending` is what the outbox still has.
 */
export function statusWords({ status, message = "", pending = [], durable = true }) {
  const refused = pending.filter(({ state }) => state === "refused").length;
  const waiting = pending.length - refused;
  const atRisk = !durable && pending.length > 0;
  return {
    state: { connected: "connected", offline: "offline", refused: "refused" }[status] ?? "fetching",
    text: statusText({ status, message, durable }),
    waiting: [
      waiting > 0 ? n("{count} waiting to be saved", "{count} waiting to be saved", waiting) : "",
      refused > 0 ? n("{count} could not be saved", "{count} could not be saved", refused) : "",
    ].filter(Boolean).join(" · "),
    advice: durable ? "" : t("This browser keeps nothing when the page is closed. Please leave the page open."),
    canCopy: atRisk || refused > 0,
  };
}

function statusText({ status, message, durable }) {
  switch (status) {
    case "connected":
      return t("Connected");
    case "connecting":
      return t("Connecting");
    case "offline":
      return durable ? t("Offline: go on, it is kept on this phone") : t("Offline: go on, and leave the page open");
    case "refused":
      return message || t("You are signed out here");
    default:
      return t("Catching up");
  }
}
