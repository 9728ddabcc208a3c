// Put into a page before its own scripts: hears the wire as the page does, watches every change of what is shown, and
// notes each text that stands as saved though the server has not said that it has it: by an acknowledgement, or by the
// row itself, which may come first. `window.watched` holds the findings.
(() => {
  const asked = new Map();
  const acknowledged = new Set();
  const watched = { lies: [], acknowledged: 0, looked: 0, judged: 0, sent: [], joins: 0 };
  window.watched = watched;

  const packets = (data) => (typeof data === "string" ? data.split("\x1e") : []);
  const message = (packet, type) => {
    const [, number, json] = new RegExp(`^4${type}(\\d*)(\\[.*)$`, "s").exec(packet) ?? [];
    return json && { number, content: JSON.parse(json) };
  };
  const has = (text) => {
    if (text) {
      acknowledged.add(text);
      watched.acknowledged = acknowledged.size;
    }
  };
  const rowsIn = ({ rooms = {} } = {}) => Object.values(rooms).flatMap(({ rows }) => rows).filter(({ type }) => type === "note");
  const goesOut = (data) => packets(data).forEach((packet) => {
    const { number, content } = message(packet, 2) ?? {};
    if (content?.[0] === "command") {
      asked.set(number, content[1]);
      watched.sent.push(content[1].id);
    }
    watched.joins += content?.[0] === "join" ? 1 : 0;
  });
  const comesIn = (data) => packets(data).forEach((packet) => {
    const { number, content } = message(packet, 3) ?? {};
    const operation = asked.get(number);
    if (operation && content[0]?.ok) {
      has(operation.data.text);
    }
    const told = content?.[0] ?? message(packet, 2)?.content[1];
    rowsIn(told).forEach(({ text }) => has(text));
  });

  const { WebSocket, XMLHttpRequest } = window;
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how);
      this.addEventListener("message", ({ data }) => comesIn(data));
    }

    send(data) {
      goesOut(data);
      super.send(data);
    }
  };
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (...how) {
    this.addEventListener("readystatechange", () => this.readyState === 4 && comesIn(this.responseText));
    return open.apply(this, how);
  };
  XMLHttpRequest.prototype.send = function (data) {
    goesOut(data);
    return send.call(this, data);
  };

  const notes = () => [...document.querySelectorAll('.note[data-state="saved"] .note__words')]
    .map((words) => words.firstChild && words.textContent.replace(/\. Edit$/, ""));
  const thoughts = () => [...document.querySelectorAll("#guest .note-list li")]
    .filter((item) => item.querySelector('.note-state[data-state="saved"]'))
    .map((item) => item.firstElementChild.textContent);
  // "Saved" on the fold speaks for all that is in it.
  const folded = () => (document.querySelector('#guest summary .note-state[data-state="saved"]')
    ? [...document.querySelectorAll("#guest .note-list li > span:first-child")].map((item) => item.textContent) : []);
  const look = () => {
    watched.looked += 1;
    for (const text of [...notes(), ...thoughts(), ...folded()]) {
      watched.judged += 1;
      if (!acknowledged.has(text) && !watched.lies.includes(text)) {
        watched.lies.push(text);
      }
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})();
