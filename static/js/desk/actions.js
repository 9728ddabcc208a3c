import { copyTextToClipboard } from "../lib/clipboard.js";
import { newId } from "../lib/identifiers.js";

const byId = (id) => document.getElementById(id);
const toNote = ({ id }) => document.querySelector(`[data-edit="${CSS.escape(id)}"]`)?.focus();

/** What can be done on the desk, by the names the views call it. */
export function deskActions(desk) {
  return { ...noteActions(desk), ...summaryActions(desk), ...pageActions(desk) };
}

function noteActions(desk) {
  const { composing, editing } = desk;
  return {
    type: (field) => composing.type(field),
    key: (event) => composing.key(event),
    lineBreak: (event) => composing.lineBreak(event),
    chooseMark: (mark) => composing.choose(mark),
    add() {
      desk.deleted = null;
      composing.add();
    },
    edit: (note) => editing.begin(note),
    typeEdit: (field) => editing.type(field),
    editKey: (event) => editing.key(event),
    leaveEdit: (event) => editing.escape(event),
    editBreak: (event) => editing.lineBreak(event),
    saveEdit: () => editing.save(),
    cancelEdit: () => editing.cancel(),
    async keepOnly(note, text) {
      await desk.edits.edit(note, text);
      toNote(note);
    },
    async takeEarlier(note, text) {
      await editing.cancel();
      desk.earlier.close();
      await desk.edits.edit(note, text);
    },
    mark: (note, mark) => desk.edits.mark(note, mark),
    dismiss: (note) => desk.edits.dismiss(note),
    async move(note, up) {
      const shown = desk.notes().filter((one) => !one.binned);
      await desk.edits.move(shown, note.id, up);
      const tool = byId(up ? "move-up" : "move-down");
      (tool?.disabled ? byId(up ? "move-down" : "move-up") : tool)?.focus();
    },
    async remove(note) {
      desk.deleted = note.id;
      await editing.save({ focus: false });
      await desk.edits.remove(note);
      byId("undo")?.focus();
    },
    async restore(note) {
      desk.deleted = null;
      await desk.edits.restore(note);
      toNote(note);
    },
  };
}

function summaryActions(desk) {
  return {
    writeSummary(writing) {
      desk.writingSummary = writing;
      desk.draw();
      byId(writing ? "summary" : "new-note")?.focus();
    },
    typeSummary: (field) => desk.writer.type(field.value),
    leaveSummary: () => desk.writer?.flush().then(() => desk.changed()),
    wantSummary: (what) => desk.writer.want(what),
    takeNewest() {
      desk.writer.takeNewest();
      byId("summary").value = desk.writer.text;
    },
    takeSummary(text) {
      desk.earlier.close();
      desk.writer.take(text);
      byId("summary").value = text;
      byId("summary").focus();
    },
    dismissSummary: (id) => desk.outbox.discard(id),
  };
}

function pageActions(desk) {
  const ask = (name, data) => desk.outbox.add({ name, data: { session_id: desk.stream, ...data } });
  return {
    chooseRound: (round) => desk.chooseRound(round),
    openPanel(name) {
      desk.panel = (desk.panel ?? desk.model().panel) === name ? "none" : name;
      desk.draw();
    },
    markVisit: (person, here) =>
      ask("mark_visit", { table_round_id: desk.place().id, attendee_id: person.id, here }),
    markMissing: (person, missing) =>
      ask("mark_missing", { table_round_id: desk.place().id, attendee_id: person.id, missing }),
    askForHelp: (kind) => ask("ask_for_help", { help_id: newId(), kind }),
    withdrawHelp: (calls) => calls.forEach(({ id }) => ask("withdraw_help", { help_id: id })),
    openVote() {
      desk.panel = desk.panel === "vote" ? "none" : "vote";
      desk.draw();
      (desk.panel === "vote" ? byId(`people-${desk.table}`) : document.querySelector(".notice__vote"))?.focus();
    },
    enterDots: (given) => desk.votes.send(given),
    hideVote: () => desk.votes.hide(),
    briefIsNew: () => !desk.briefRead,
    readBrief(event) {
      if (!event.target.open && !desk.briefRead) {
        desk.briefRead = true;
        desk.store.keep("read/brief", "1");
      }
    },
    transcribe(on) {
      desk.transcribed = on;
      desk.store.keep(`paper/${desk.table}`, on ? "1" : "0");
      desk.draw();
    },
    async copy() {
      const inHand = [byId("new-note")?.value, byId("edit")?.value, desk.writer?.unsent ? desk.writer.text : ""];
      const texts = [desk.outbox.copyText(), ...inHand].filter(Boolean).join("\n\n");
      desk.copied = await copyTextToClipboard(texts);
      desk.draw();
    },
  };
}
