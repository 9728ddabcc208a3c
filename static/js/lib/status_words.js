import { clockTime, n, t } from "./words.js";

/** Silence shorter than this is nothing to speak of. */
const SILENCE = 2 * 60_000;

/**
 * What the status line says, as plain data: `{state, text, since, waiting, advice, canCopy}`.
 *
 * `state` is "connected", "fetching", "offline" or "refused". `pending` is what the outbox still has, `others` how much of somebody else; `behind` that some
 * of it is from before the line came back; `silent` how long, and `heard` when, the server was last heard; `durable`
 * and `reason` are the store's.
 */
export function statusWords({
  status, message = "", pending = [], others = 0, behind = false, durable = true, reason = "", heard = null, silent = 0,
}) {
  const refused = pending.filter(({ state }) => state === "refused").length;
  const waiting = pending.length - refused;
  const shown = status === "connected" && behind && waiting > 0 ? "catching_up" : status;
  const away = !["connected", "refused"].includes(status);
  return {
    state: { connected: "connected", offline: "offline", refused: "refused" }[shown] ?? "fetching",
    text: statusText({ status: shown, message, durable }),
    since: away && heard !== null && silent > SILENCE ? t("Last contact at {time}", { time: clockTime(heard) }) : "",
    waiting: [
      waiting > 0 ? n("{count} waiting to be saved", "{count} waiting to be saved", waiting) : "",
      refused > 0 ? n("{count} could not be saved", "{count} could not be saved", refused) : "",
      others > 0 ? n("{count} by somebody else is kept here until they are back", "{count} by somebody else are kept here until they are back", others) : "",
    ].filter(Boolean).join(" · "),
    advice: durable ? "" : adviceFor({ reason, status: shown }),
    canCopy: refused > 0 || (!durable && pending.length > 0),
  };
}

function adviceFor({ reason, status }) {
  const why = reason === "full"
    ? t("This phone has no room to keep your texts.") : t("This browser keeps nothing when the page is closed.");
  // Offline the text itself has said it.
  return status === "offline" ? why : `${why} ${t("Please leave the page open.")}`;
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
