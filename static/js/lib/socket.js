/** A WebSocket that some box on the way swallows never fails, it only hangs: give up on it in time. */
const CONNECTING = 6_000;
const LONGEST_WAIT = 5_000;
/** A hall's server is back within a minute or two. After that, or while nobody looks, the battery comes first. */
const MANY = 20;
const LATER = 15_000;
const UNSEEN = 60_000;

/**
 * A Socket.IO connection as we want it. `io` is the client's entry; the cookies say who we are.
 *
 * WebSocket first. Where it is refused the next transport is tried at once; where it only hangs, every other
 * attempt begins with polling. High jitter, so that a whole hall does not come back in the same instant.
 */
export function openSocket(io, { document = globalThis.document } = {}) {
  const socket = io({
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: CONNECTING,
    reconnectionDelay: 500,
    reconnectionDelayMax: LONGEST_WAIT,
    randomizationFactor: 0.8,
  });
  socket.io.on("reconnect_attempt", (attempt) => {
    const pollFirst = attempt % 2 === 0;
    socket.io.opts.transports = pollFirst ? ["polling", "websocket"] : ["websocket", "polling"];
    socket.io.reconnectionDelayMax(longestWait({ attempt, hidden: document?.visibilityState === "hidden" }));
  });
  return socket;
}

/** How long to wait at most before the next attempt. Coming into view and the browser's "online" cut any wait short. */
export function longestWait({ attempt, hidden }) {
  if (hidden) {
    return UNSEEN;
  }
  return attempt < MANY ? LONGEST_WAIT : LATER;
}

/** The server has not answered; whether it has acted is unknown. */
export class NoAnswer extends Error {}

/**
 * Ask the server once. Rejects with NoAnswer when the line is or breaks down, or after `patience` milliseconds.
 *
 * Socket.IO keeps what is emitted while disconnected and sends it at a time of its own, so nothing is emitted then.
 */
export function ask(socket, event, payload, patience) {
  return new Promise((resolve, reject) => {
    if (!socket.connected) {
      reject(new NoAnswer("not connected"));
      return;
    }
    socket.timeout(patience).emit(event, payload, (error, answer) => {
      if (error || !answer) {
        reject(new NoAnswer(event));
      } else {
        resolve(answer);
      }
    });
  });
}
