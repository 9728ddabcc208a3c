import { remaining } from "../lib/countdown.js";
import { questionIn } from "../lib/questions.js";
import { standsSince } from "../lib/standing.js";
import { isChosen } from "./choice.js";

/** While connected the server turns the round itself; only when it has had ample time does the phone speak up. */
const SERVER_TURNS = 10_000;
const MINUTE = 60_000;

/**
 * The one thing a guest is to do now, from what this phone knows; the heart of the page, and pure.
 *
 * `facts`: `session`, `rounds` (by number), `topics` (by id), `seats` (by round), `sittingOut` (rounds), `known` (the
 * table rounds whose number this phone has shown, or where somebody is), `summaries`, `nods`, `visits`, `now`,
 * `connected`, `old` (not heard of for long), `signedOut`.
 *
 * Returns `{kind, …}`. Kinds: loading, signed_out, waiting, choosing, go, here, sitting_out, no_seat, talking, over, standing,
 * voting, harvest, closed.
 */
export function instructionOf(facts) {
  if (facts.signedOut) {
    return { kind: "signed_out" };
  }
  if (!facts.session) {
    return { kind: "loading" };
  }
  switch (facts.session.phase) {
    case "draft":
    case "check_in":
      return beforehand(facts);
    case "switching":
      return switching(facts);
    case "running":
      return running(facts, facts.session);
    case "harvest":
      return votingNow(facts) ?? { kind: "harvest", lead: facts.lead ?? null };
    default:
      return votingNow(facts) ?? { kind: "closed" };
  }
}

const votingNow = ({ vote }) => (vote?.open ? { kind: "voting", ballot: vote.open } : null);

/** Where somebody sits in a round, with its topic and question; `seat` null when they have no chair. */
export function placeIn({ session, rounds, topics, seats }, number) {
  const seat = seats[number] ?? null;
  const topic = (seat && topics[seat.topic_id]) ?? null;
  return { seat, topic, question: questionIn(session, { place: seat, round: rounds[number], topic }) };
}

function beforehand(facts) {
  const out = facts.sittingOut.includes(1);
  if (facts.session.phase === "check_in" && isChosen(facts.session) && !out && !facts.seats[1]) {
    return { kind: "choosing", round: 1, started: false };
  }
  return { kind: "waiting", round: 1, ...placeIn(facts, 1), out };
}

function switching(facts) {
  const { session, now, connected } = facts;
  const number = session.round;
  const { deadline } = session;
  // Only the server knows that nobody has gone on; without it the phone keeps to the plan.
  const standing = connected ? standsSince(session, now) : null;
  if (standing !== null) {
    return { kind: "standing", since: standing, now };
  }
  if (deadline !== null && now >= deadline + (connected ? SERVER_TURNS : 0)) {
    // The change of tables is over and nobody has told us: the round has begun by the plan.
    const minutes = facts.rounds[number]?.minutes ?? 0;
    return running(facts, { ...session, deadline: deadline + minutes * MINUTE, paused_left: null, expected: true });
  }
  const clock = { deadline, pausedLeft: session.paused_left };
  return absent(facts, number, clock) ?? atTables(facts, number, clock);
}

function atTables(facts, number, clock) {
  const place = placeIn(facts, number);
  const isHere = facts.visits.includes(place.seat.table_round_id);
  return { kind: isHere ? "here" : "go", round: number, ...place, ...clock, ...wayTo(facts, number) };
}

/** How somebody comes to a table: they stay there, come back to their first one, or walk there with their question. */
function wayTo({ session, seats }, number) {
  const at = (round) => seats[round]?.table ?? null;
  const again = (round) => number > 1 && at(round) !== null && at(round) === at(number);
  const walks = session.mode === "hosts_rotate";
  return {
    stays: again(number - 1),
    home: session.home_table_last === true && number === session.rounds && again(1) && !again(number - 1),
    carries: walks && seats[number]?.hosting === true && number > 1 && !again(number - 1),
    visited: walks && seats[number]?.hosting === false && number > 1,
  };
}

function running(facts, { round: number, deadline, paused_left: pausedLeft, expected = false }) {
  const { now, connected, known } = facts;
  const clock = { deadline, pausedLeft, expected };
  const left = remaining({ deadline, paused_left: pausedLeft, now: now - (connected ? SERVER_TURNS : 0) });
  const standing = connected ? standsSince({ phase: "running", deadline, paused_left: pausedLeft }, now) : null;
  if (standing !== null) {
    return { kind: "standing", since: standing, now };
  }
  if (left.phase === "over") {
    // Hours later the next round may be over as well; then only the wall knows.
    return { kind: "over", round: number, next: facts.old ? null : nextPlace(facts, number) };
  }
  const without = absent(facts, number, clock);
  if (without) {
    return without;
  }
  const place = placeIn(facts, number);
  if (!known.includes(place.seat.table_round_id)) {
    return { kind: "go", round: number, ...place, ...clock, ...wayTo(facts, number), started: true };
  }
  const phase = remaining({ deadline, paused_left: pausedLeft, now }).phase;
  return { kind: "talking", round: number, ...place, ...clock, phase, nod: nodOf(facts, place.seat) };
}

/** Somebody without a chair in a round: by their own choice, or because none is found yet. */
function absent(facts, number, clock) {
  if (facts.sittingOut.includes(number)) {
    return { kind: "sitting_out", round: number, ...clock, next: nextPlace(facts, number) };
  }
  if (facts.seats[number]) {
    return null;
  }
  return isChosen(facts.session)
    ? { kind: "choosing", round: number, ...clock, started: facts.session.phase === "running" }
    : { kind: "no_seat", round: number, ...clock, next: nextPlace(facts, number) };
}

function nextPlace(facts, number) {
  const next = Object.keys(facts.seats).map(Number).filter((round) => round > number).sort((a, b) => a - b)[0];
  return next === undefined ? null : { round: next, ...placeIn(facts, next) };
}

/** The question "is this what we said?", with the answer given to this very version. */
function nodOf({ summaries, nods }, seat) {
  const summary = summaries.find(({ id, state }) => id === seat.table_round_id && state === "shown");
  if (!summary || seat.hosting) {
    return null;
  }
  const answer = nods.find(({ summary_id: id, version }) => id === summary.id && version === summary.version);
  return { summary, answer: answer?.answer ?? null };
}

/** What earlier groups said: of the same topic wherever it stood, or at the same table where tables have no topics. */
export function saidBefore({ summaries }, { round, seat }) {
  const same = seat.topic_id
    ? ({ topic_id: topic }) => topic === seat.topic_id
    : ({ table }) => table === seat.table;
  return summaries
    .filter((summary) => summary.state === "approved" && summary.round < round && same(summary))
    .sort((a, b) => a.round - b.round || a.table - b.table);
}

const ENDED = ["harvest", "closed", "published"];

/** Where a round stands: "past", "now" or "to_come". */
export function timeOfRound(session, number) {
  if (ENDED.includes(session.phase) || number < session.round) {
    return "past";
  }
  return number === session.round ? "now" : "to_come";
}
