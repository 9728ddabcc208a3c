import { html, nothing, render, repeat } from "../../vendor/lit-html.js";
import { Searching } from "../harvest/searching.js";
import { Asking } from "../lib/asking.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { Acts } from "./acts.js";
import { gridView, historyView, sidesView } from "./aside_view.js";
import { Choosing } from "./choosing.js";
import { Chunks } from "./chunks.js";
import { columnView, titleOf } from "./column_view.js";
import { Dragging } from "./dragging.js";
import { Hands } from "./hands.js";
import { Moves } from "./moves.js";
import { Proposals, proposalsIn } from "./proposals.js";
import { proposalsView } from "./proposals_view.js";
import { ALL, gridOf, isFiltered } from "./slips.js";
import { chosenView, filtersView, keysView, undoView, viewsView } from "./tools_view.js";
import { Whole } from "./whole.js";

const { page, store, rows, link, outbox } = await startPage();
const root = document.getElementById("board");
new StatusLine({ element: document.getElementById("status"), link, outbox, store }).start();

const session_id = page.stream;
const narrow = globalThis.matchMedia("(max-width: 48rem)");
const state = { view: "board", filters: ALL, here: "", side: "", renaming: null, said: "" };
const whole = new Whole({ rows, outbox });
const choosing = new Choosing();
let drawing = null;
const soon = () => (drawing ??= requestAnimationFrame(draw));
const asking = new Asking({ link, changed: soon });
const chunks = new Chunks({ changed: soon });
const searching = new Searching({ url: page.urls.search, things: () => whole.notes(), changed: soon });
const say = (words) => {
  state.said = words;
  soon();
};
const moves = new Moves({ outbox, session_id, said: say });

let found = { key: [], ids: null };
/** The ids that are found; worked out anew when the words, the answer or the notes are others. */
function foundIds() {
  const key = [searching.words, searching.how, whole.notes()];
  if (key.some((one, index) => one !== found.key[index])) {
    found = { key, ids: searching.ids };
  }
  return found.ids;
}

const columns = () => whole.shown(state.filters, foundIds());
const hands = new Hands({ columns, choosing, chunks, draw: () => draw(), show: (id) => (state.here = id) });
const act = new Acts({
  page, whole, choosing, moves, asking, state, say, draw: () => draw(), focusOn: (column) => hands.want(column),
});
hands.does = act;

const dragging = new Dragging({
  root,
  take(column, slip) {
    choosing.has(column, slip) || choosing.toggle(column, slip);
    draw();
    return countChosen();
  },
  drop: act.moveTo,
});

const proposals = new Proposals({
  asking, outbox, session_id, changed: soon,
  board: { said: say, pick: (noteIds, done) => act.putUnder(noteIds, done) },
});

const countChosen = () => act.chosen().reduce((sum, { noteIds }) => sum + noteIds.length, 0);

/** What the views ask of the board. */
function seen() {
  const { important } = whole.said();
  const byId = new Map(whole.all("topic").map((topic) => [topic.id, topic]));
  let notes = null;
  return {
    silent: whole.notes().length === 0,
    choosing, chunks, important, filtered: isFiltered(state.filters), renaming: state.renaming,
    stopOf: (column) => hands.stopOf(column),
    themesOf: whole.board().themesOf,
    topic: (id) => byId.get(id),
    titleOf: (id) => whole.titleOf(id),
    chosenIn: (id) => choosing.count(id),
    note: (id) => (notes ??= new Map(whole.notes().map((note) => [note.id, note]))).get(id),
  };
}

const VIEWS = () => [
  ["board", t("Board")], ["grid", t("Topics and themes")], ["sides", t("Side by side")], ["proposals", t("Proposals")], ["history", t("Steps")],
];

const topics = () => [...whole.all("topic")].sort((one, other) => one.position - other.position);

function boardView(board) {
  const all = columns();
  const here = all.find((column) => column.id === state.here) ?? all[0];
  const shown = narrow.matches ? [here] : all;
  return html`${narrow.matches ? whichView(all, here) : nothing}
    <div class="board-columns" tabindex="-1">${repeat(shown, (column) => column.id, (column, place) => columnView(column, place, { board, act, hands, press: dragging.press }))}</div>
    ${chosenView(choosing, { notes: countChosen(), act, isUnder: act.chosen().some(({ column }) => column !== "") })}
    ${keysView()}`;
}

/** On a phone one theme at a time. */
function whichView(all, here) {
  return html`<div class="ds-field board-which"><label class="ds-label" for="here">${t("Theme")}</label>
    <select class="ds-input" id="here" @change=${(event) => {
      state.here = event.target.value;
      soon();
    }}>${all.map((column) => html`<option value=${column.id} ?selected=${column.id === here.id}>${titleOf(column)} (${column.slips.length})</option>`)}</select></div>`;
}

function insideView(board) {
  switch (state.view) {
    case "grid":
      return gridView(gridOf(columns(), topics().map((topic) => topic.id)), { topics: topics(), open(column, topic) {
        Object.assign(state, { view: "board", here: column, filters: { ...state.filters, topic } });
        hands.want(column);
        draw();
      } });
    case "sides":
      return sidesView(columns(), state.side, { board, choose: (id) => {
        state.side = id;
        soon();
      } });
    case "proposals": {
      const { run, suggestions } = proposalsIn(whole.all("suggestion_run"), whole.all("suggestion"), proposals.answered);
      return proposalsView({ run, suggestions, topics: topics(), asked: asking.said.text, board, drafts: proposals.drafts, act: proposals });
    }
    case "history":
      return historyView(act.steps, whole.removed(), { act });
    default:
      return boardView(board);
  }
}

function view() {
  const [session] = whole.all("session");
  const tables = whole.all("table").map((table) => table.number).sort((one, other) => one - other);
  return html`${viewsView(VIEWS(), state.view, (id) => {
      state.view = id;
      soon();
    })}
    <div class="board-tools">
      ${undoView({ undo: act.undoable, redo: act.redoable, waits: whole.waits, act })}
      <button type="button" class="ds-button" data-size="sm" data-variant="secondary" @click=${act.create}>${t("New theme …")}</button>
    </div>
    <p class="board-said" role="status">${refusedView() ?? state.said}</p>
    ${["proposals", "history"].includes(state.view) ? nothing : filtersView(state.filters, {
      topics: topics(), rounds: Array.from({ length: session.rounds }, (_, index) => index + 1), tables, how: searching.how,
      set(name, value) {
        state.filters = { ...state.filters, [name]: value };
        searching.look(state.filters.words);
        soon();
      },
      clear() {
        state.filters = ALL;
        searching.look("");
        soon();
      },
    })}
    ${insideView(seen())}`;
}

/** What the server did not take, in its words; the rows show the board as it is. */
function refusedView() {
  const refused = outbox.pending().find((operation) => operation.state === "refused");
  return refused && html`${refused.error?.message} <button type="button" class="plain" @click=${() => outbox.discard(refused.id)}>${t("I have seen it")}</button>`;
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = null;
  if (whole.all("session").length === 0) {
    render(html`<p class="quiet">${t("One moment")}</p>`, root);
    return;
  }
  if (choosing.size > 0) {
    choosing.keepTo(whole.full());
  }
  hands.prepare();
  render(view(), root);
  chunks.follow(root);
  hands.settle(root);
}

rows.subscribe(soon);
outbox.subscribe(soon);
link.subscribe(() => {
  link.ready && searching.again();
  soon();
});
narrow.addEventListener("change", soon);
draw();
