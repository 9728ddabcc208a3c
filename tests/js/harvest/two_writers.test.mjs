// Random runs of two writers: whatever they insert stands in the text or in its history.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rebased } from "../../../static/js/harvest/rebase.js";
import { Writing } from "../../../static/js/harvest/writing.js";
import { randomFrom } from "../support/fakes.mjs";

const RUNS = 1_000;
let words = 0;

/** Insert a word that nobody else writes, now and then taking out one of those that stood there before. */
function edited(text, random, inserted) {
  const list = text.split(" ").filter(Boolean);
  if (random() < 0.3) {
    const out = Math.floor(random() * list.length);
    list[out]?.startsWith("old") && list.splice(out, 1);
  }
  const word = `new${(words += 1)}.`;
  inserted.add(word);
  list.splice(Math.floor(random() * (list.length + 1)), 0, word);
  return list.join(" ");
}

const START = "old1 old2 old3 old4 old5 old6";

test("two edits of one text: nothing that either has put in is missing", () => {
  const random = randomFrom(20_261_122);
  for (let run = 0; run < RUNS; run += 1) {
    const [mine, theirs] = [new Set(), new Set()];
    const one = edited(edited(START, random, mine), random, mine);
    const other = edited(edited(START, random, theirs), random, theirs);
    const text = rebased(START, one, other);
    for (const word of [...mine, ...theirs]) {
      assert.ok(text.includes(word), `run ${run}: ${word} is missing in “${text}”`);
    }
  }
});

/** A server with one text, which keeps the text of each version and everything that was sent. */
class Server {
  versions = [{ version: 0, text: START }];
  sent = [];

  take({ base_version: base, text }) {
    const at = this.versions.at(-1);
    const from = this.versions.find(({ version }) => version === base);
    this.sent.push(text);
    const joined = rebased(from.text, text, at.text);
    this.versions.push({ version: at.version + 1, text: joined });
    return { version: at.version + 1, merged: joined !== text };
  }

  get row() {
    return this.versions.at(-1);
  }
}

test("two who write for a while, with answers and rows that take their time: both end with the one text that has it all", () => {
  const random = randomFrom(8_020_261);
  for (let run = 0; run < RUNS / 4; run += 1) {
    const server = new Server();
    const writers = [0, 1].map((who) => {
      const waiting = [];
      const send = (edit) => `${who}/${waiting.push(edit)}/${edit.text.length}`;
      const writing = new Writing({ send, pause: 1e9 });
      writing.follow(server.row);
      return { writing, waiting };
    });
    const inserted = new Set();
    const step = ({ writing, waiting }) => {
      const chance = random();
      if (chance < 0.4) {
        writing.type(edited(writing.text, random, inserted));
      } else if (chance < 0.6) {
        writing.hurry();
      } else if (chance < 0.8 && waiting.length > 0) {
        writing.answered({ state: "saved", result: server.take(waiting.shift()) });
      } else {
        writing.follow(server.row);
      }
    };
    for (let turn = 0; turn < 40; turn += 1) {
      step(writers[turn % 2]);
    }
    for (let turn = 0; turn < 12; turn += 1) {
      for (const { writing, waiting } of writers) {
        writing.hurry();
        waiting.length > 0 && writing.answered({ state: "saved", result: server.take(waiting.shift()) });
        writing.follow(server.row);
      }
    }
    writers.forEach(({ writing }) => writing.hurry());
    for (const { writing } of writers) {
      assert.equal(writing.text, server.row.text);
      assert.ok(writing.clean);
    }
    const all = [server.row.text, ...server.sent].join("\n");
    for (const word of inserted) {
      assert.ok(all.includes(word), `run ${run}: ${word} is lost`);
      assert.ok(server.row.text.includes(word), `run ${run}: ${word} is only in the history`);
    }
  }
});
