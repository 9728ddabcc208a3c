import { joined, parted } from "./whole.js";

/** How conclusions are asked for by the editors: title and text travel apart and are written as one. */
export const conclusionTexts = (topicOf) => ({
  command: "write_conclusion",
  carries: (conclusion_id, { base_version, text }) => ({ conclusion_id, topic_id: topicOf(conclusion_id), base_version, ...parted(text) }),
  whose: (data) => data.conclusion_id,
  textIn: (data) => joined(data.title, data.text),
  draft: (conclusion_id) => `conclusion/${conclusion_id}`,
});

/** Rows of conclusions as the editors see them; the same row gives the same object. */
export class Wholes {
  #made = new WeakMap();

  of(row) {
    if (!row) {
      return undefined;
    }
    if (!this.#made.has(row)) {
      this.#made.set(row, { version: row.version, changed_by_both: row.changed_by_both, text: joined(row.title, row.text) });
    }
    return this.#made.get(row);
  }
}
