import { harvestLead } from "../lib/harvest_lead.js";
import { choiceOf } from "./choice.js";
import { voteOf } from "./vote.js";

/** After this long without a word the café may have gone on: what the phone knows is then told as what it was. */
const OLD = 30 * 60_000;

/**
 * What this phone knows, as plain facts: the rows, and over them what has been done here and is not a row yet.
 */
export function factsOf({ rows, shown = [], person, now, status, heard = null, known, refusal = null }) {
  const attendee = rows.get("attendee", person) ?? null;
  const session = rows.all("session")[0] ?? null;
  const done = (name) => shown.filter((operation) => operation.name === name && operation.state !== "refused");
  const sittingOut = withSitOuts(attendee?.sitting_out ?? [], done("sit_out"));
  const visits = rows.all("visit").map(({ table_round_id: id }) => id);
  const taken = done("take_seat").map(({ data }) => data.table_round_id);
  const choice = choiceOf(rows, shown, refusal);
  return {
    session,
    rounds: Object.fromEntries(rows.all("round").map((round) => [round.number, round])),
    topics: Object.fromEntries(rows.all("topic").map((topic) => [topic.id, topic])),
    seats: seatsOf(rows, sittingOut, choice.chosen),
    choice,
    name: done("rename").at(-1)?.data.display_name ?? attendee?.name ?? "",
    sittingOut,
    company: companyOf(attendee, rows.all("wish"), done("ask_for_company")),
    visits: [...visits, ...taken],
    known: [...known, ...visits, ...taken],
    vote: voteOf(rows, shown, session),
    summaries: rows.all("summary"),
    // A phone knows of tables in rounds only where its own person hosts them.
    lead: harvestLead({ session, places: rows.all("table_round"), topicOf: (id) => rows.get("topic", id) }),
    nods: withNods(rows.all("nod"), done("nod"), rows),
    calls: callsOf(rows.all("help_call"), done("ask_for_help"), done("withdraw_help")),
    announcement: newest(rows.all("announcement")),
    publication: rows.all("publication").find(({ taken_down: down }) => !down) ?? null,
    now,
    connected: status === "connected",
    heard,
    old: status !== "connected" && heard !== null && now - heard > OLD,
    signedOut: status === "refused",
  };
}

const newest = (all) => [...all].sort((a, b) => b.at - a.at)[0] ?? null;

function withSitOuts(rounds, operations) {
  const out = new Set(rounds);
  for (const { data } of operations) {
    if (data.out) {
      out.add(data.round);
    } else {
      out.delete(data.round);
    }
  }
  return [...out].sort((a, b) => a - b);
}

/** Whether company is asked for; null where no background has been said, so that nothing is offered. */
function companyOf(attendee, wishes, asked) {
  if (!attendee?.kind) {
    return null;
  }
  return asked.at(-1)?.data.wanted ?? wishes.some(({ kind }) => kind === "company");
}

function seatsOf(rows, sittingOut, chosen) {
  // A host sits at their own table, also while nobody's seats are planned.
  const hosted = rows.all("table_round").map((place) => ({ ...place, table_round_id: place.id, hosting: true }));
  const all = [...hosted, ...rows.all("seat")];
  const isNews = chosen && !all.some(({ table_round_id: id }) => id === chosen.table_round_id);
  const kept = [...all, ...(isNews ? [chosen] : [])].filter(({ round }) => !sittingOut.includes(round));
  return Object.fromEntries(kept.map((seat) => [seat.round, seat]));
}

function withNods(nods, operations, rows) {
  const said = operations.map(({ data }) => ({
    summary_id: data.table_round_id,
    version: rows.get("summary", data.table_round_id)?.version,
    answer: data.answer,
  }));
  return [...said.reverse(), ...nods];
}

/** Calls for help that stand: each with `reached`, whether the server has it; nobody comes to one that it has not. */
function callsOf(rows, asked, withdrawn) {
  const gone = new Set(withdrawn.map(({ data }) => data.help_id));
  const known = new Set(rows.map(({ id }) => id));
  const waiting = asked
    .filter(({ data }) => !known.has(data.help_id))
    .map(({ data, state }) => ({ id: data.help_id, kind: data.kind, state: "open", reached: state === "saved" }));
  return [...rows.map((call) => ({ ...call, reached: true })), ...waiting].filter(
    ({ id, state }) => !gone.has(id) && state !== "done",
  );
}
