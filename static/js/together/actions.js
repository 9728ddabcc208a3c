import { newId } from "../lib/identifiers.js";
import { n, t } from "../lib/words.js";

/** What can be done on the page. Each step goes through the outbox and shows at once; approving needs an answer. */
export function actionsOf({ page, outbox, asking, earlier, texts, bundles, hands, sheet, field, soon, draw, presenting }) {
  const send = (name, data) => outbox.add({ name, data: { session_id: page.stream, topic_id: hands.topic, ...data } });
  const say = (words) => {
    hands.said = words;
    soon();
  };
  const focus = (id) => {
    draw();
    document.getElementById(id)?.focus();
  };
  const unchoose = () => hands.chosen.clear();
  return {
    chooseTopic(id) {
      texts.at(hands.topic).hurry();
      unchoose();
      Object.assign(hands, { topic: id, cell: null, leaving: null, writing: null, reading: false, said: "" });
      soon();
    },
    show(part) {
      hands.part = part;
      soon();
    },
    goTo(cell) {
      hands.cell = cell;
      soon();
    },

    // Notes
    choose(note, chosen) {
      chosen ? hands.chosen.add(note.id) : hands.chosen.delete(note.id);
      soon();
    },
    unchoose() {
      unchoose();
      soon();
    },
    mark(notes, important) {
      notes.filter((note) => note.important !== important).forEach((note) => send("mark_important", { note_id: note.id, important }));
    },
    leaveOut(note) {
      hands.leaving = note.id;
      focus("reason");
    },
    stay(note) {
      hands.leaving = null;
      focus(`leave-${note.id}`);
    },
    sayWhy(event, note) {
      event.preventDefault();
      const reason = event.target.elements.reason.value.trim();
      if (reason) {
        send("leave_out", { note_id: note.id, left_out: true, reason });
        hands.leaving = null;
        focus(`in-${note.id}`);
      }
    },
    takeBackIn(note) {
      send("leave_out", { note_id: note.id, left_out: false });
      focus(`leave-${note.id}`);
    },

    // Bundles
    merge() {
      const notes = sheet().notes.filter(({ id, bundle }) => hands.chosen.has(id) && bundle === null);
      if (notes.length > 0) {
        const bundle_id = newId();
        send("bundle_notes", { bundle_id, note_ids: notes.map(({ id }) => id), text: notes[0].text });
        unchoose();
        Object.assign(hands, { cell: "bundles", writing: bundle_id });
        focus("bundle-text");
      }
    },
    addChosen(bundle) {
      const notes = sheet().notes.filter(({ id, bundle: other }) => hands.chosen.has(id) && other === null);
      notes.length > 0 && send("add_to_bundle", { bundle_id: bundle.id, note_ids: notes.map(({ id }) => id) });
      unchoose();
      soon();
    },
    takeOut: (note) => send("take_out_of_bundle", { note_ids: [note.id] }),
    takeApart(bundle) {
      hands.writing === bundle.id && bundles.at(bundle.id).hurry();
      send("take_bundle_apart", { bundle_id: bundle.id });
      Object.assign(hands, { writing: null, apart: { id: bundle.id, notes: bundle.notes.map(({ id }) => id) } });
      say(t("Taken apart. Its notes stand for themselves again."));
      focus("together-again");
    },
    together({ id, notes }) {
      send("add_to_bundle", { bundle_id: id, note_ids: notes });
      hands.apart = null;
      say("");
    },
    write(bundle) {
      hands.writing = bundle.id;
      focus("bundle-text");
    },
    typeBundle: (text) => bundles.type(hands.writing, text),
    hurryBundle: () => hands.writing && bundles.at(hands.writing).hurry(),
    hasReadBundle: (bundle) => bundles.at(bundle.id).read(),
    written() {
      bundles.at(hands.writing).hurry();
      const id = hands.writing;
      hands.writing = null;
      focus(`write-${id}`);
    },

    // The summary
    cite(notes) {
      hands.reading = false;
      notes.forEach((note) => texts.cite(hands.topic, note.id, field()));
      say(n("Cited in the summary.", "{count} notes cited in the summary.", notes.length));
    },
    type: (text) => texts.type(hands.topic, text),
    hurry: () => texts.at(hands.topic).hurry(),
    hasRead: () => texts.at(hands.topic).read(),
    read(reading) {
      hands.reading = reading;
      soon();
    },
    take(text) {
      earlier.close();
      texts.type(hands.topic, text);
      texts.at(hands.topic).hurry();
    },
    uncite: (id) => texts.uncite(hands.topic, id),
    openCited: (event) => event.target.closest?.("a.cite") && event.preventDefault(),
    approve(event) {
      if (event.currentTarget.getAttribute("aria-disabled") !== "true") {
        const data = { session_id: page.stream, topic_id: hands.topic, version: texts.at(hands.topic).version };
        page.organiser
          ? asking.ask("approve_consolidated", { ...data, without_hosts: true }, () => t("Approved."))
          : asking.ask("approve_by_hosts", data, () => t("Approved."));
      }
    },
    present: () => presenting.open(),
  };
}
