import { t } from "../lib/words.js";

const AT_ONCE = 500;

/** What is done before publishing: settling important notes, looking at passages, following a note; and publishing. */
export class Before {
  #parts;
  #texts = null;
  #opener = null;

  constructor(parts) {
    this.#parts = parts;
  }

  reason(words) {
    this.#parts.shown.reason = words;
  }

  leaveOut(notes, out) {
    const { shown } = this.#parts;
    const reason = out ? shown.reason ?? t("Not taken up this time") : "";
    notes.forEach((note) => this.#parts.add("leave_out", { topic_id: note.topic_id, note_id: note.id, left_out: out, reason }));
  }

  askPassages() {
    this.#parts.passages.ask();
  }

  allPassages() {
    const { shown, soon } = this.#parts;
    shown.allPassages = true;
    soon();
  }

  look(passage_ids, looked) {
    for (let at = 0; at < passage_ids.length; at += AT_ONCE) {
      this.#parts.add("look_at", { passage_ids: passage_ids.slice(at, at + AT_ONCE), looked });
    }
  }

  /** Texts that are newer than the list of passages may hold others. */
  textsChanged() {
    const { rows, passages, soon } = this.#parts;
    const count = ["note", "conclusion", "consolidated", "next_step", "theme", "summary"]
      .reduce((sum, type) => rows.all(type).reduce((all, row) => all + 1 + (row.version ?? 0) + (row.binned ? 0.5 : 0), sum), 0);
    if (this.#texts !== null && this.#texts !== count && passages.all !== null) {
      passages.stale = true;
      soon();
    }
    this.#texts = count;
  }

  async publish(event) {
    event.preventDefault();
    const { asking, passages } = this.#parts;
    const form = event.target;
    const { title, correction } = form.elements;
    if (!title.value.trim() || form.querySelector("[type=submit]").getAttribute("aria-disabled") === "true") {
      return;
    }
    const audience = new FormData(form).get("audience");
    const done = await this.#parts.ask("page", "publish", { title: title.value.trim(), audience, correction: correction?.value.trim() ?? "" }, () => t("Published."));
    // The server reads everything once more; what it has found is to be seen here.
    done ? correction && (correction.value = "") : asking.said.state === "refused" && passages.ask();
  }

  unpublish() {
    this.#parts.ask("page", "unpublish", {}, () => t("The page is taken down."));
  }

  openNote(event, id) {
    event.preventDefault();
    this.#opener = event.currentTarget;
    this.showNote(id);
  }

  showNote(id) {
    const { shown, dialog, draw } = this.#parts;
    shown.note = id;
    draw();
    dialog.open || dialog.showModal();
  }

  closeNote() {
    this.#parts.dialog.close();
  }

  noteClosed() {
    this.#parts.shown.note = null;
    this.#opener?.isConnected && this.#opener.focus();
    this.#opener = null;
  }
}
