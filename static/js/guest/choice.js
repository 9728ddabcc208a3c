// Where people choose their table themselves: what can be chosen, and what this phone has chosen. Pure.

/** Whether people choose their table in this session. */
export const isChosen = (session) => session?.mode === "free_choice";

/**
 * What there is to choose, from the rows and from what has been done here: `{tables, chosen, wait, refused}`.
 *
 * `tables` by number, each `{id, round, table, topic_id, host, free, waiting, …}`. `chosen` is a seat that is only on
 * this phone so far, `wait` the table waited for with `offered`, `refused` what the server said to the last wish or "".
 */
export function choiceOf(rows, shown, refusal) {
  const tables = rows.all("open_table").sort((a, b) => a.table - b.table);
  const wishes = shown.filter(({ name }) => ["choose_table", "wait_for_chair", "stop_waiting"].includes(name));
  const byId = new Map(tables.map((table) => [table.id, table]));
  return {
    tables,
    chosen: chosenIn(byId, wishes),
    wait: waitIn(byId, rows, wishes),
    refused: refusal !== null && byId.has(refusal.table_round_id) ? refusal.message : "",
  };
}

function chosenIn(tables, wishes) {
  const operation = wishes.filter(({ name, state }) => name === "choose_table" && state !== "refused").at(-1);
  const table = operation && tables.get(operation.data.table_round_id);
  return table ? seatAt(table, { sent: operation.state === "saved" }) : null;
}

/** A seat as the server would give it, made of what this phone knows of the table. */
const seatAt = ({ id, round, table, topic_id, question, host }, { sent }) => ({
  type: "seat", round, table, topic_id, question, host, table_round_id: id, hosting: false, was_table: null, sent,
});

function waitIn(tables, rows, wishes) {
  const known = rows.all("chair_wait")[0] ?? null;
  const done = wishes.filter(({ state }) => state !== "refused").at(-1);
  const isOver = done?.name === "stop_waiting"
    || (done?.name === "choose_table" && done.data.table_round_id === known?.table_round_id);
  const id = done?.name === "wait_for_chair" ? done.data.table_round_id : isOver ? null : known?.table_round_id;
  const table = tables.get(id);
  return table ? { ...table, offered: known?.table_round_id === id && known.offered_at !== null } : null;
}

/** The tables to show somebody who looks for one: all before the round begins, then those with room, if any has. */
export function tablesToShow({ tables, wait }, { started }) {
  const open = tables.filter(({ id, free }) => free > 0 || wait?.id === id);
  return started && open.some(({ free }) => free > 0) ? open : tables;
}
