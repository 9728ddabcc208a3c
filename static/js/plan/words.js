import { t } from "../lib/words.js";
import { daysUntil, dueDay, nextGathering } from "./due.js";

/** The status words, as they stand beside the marks. */
export const statusWord = (status) => ({
  not_started: t("Not started"), in_progress: t("In progress"), paused: t("On hold"),
  delayed: t("Delayed"), done: t("Done"), cancelled: t("Cancelled"),
})[status];

export const stateWord = (state) => ({
  saved: t("Saved"), saving: t("Saving"), here: t("Only on this phone"), refused: t("Not saved"),
})[state];

export const measureKindWord = (kind) => ({
  training: t("Training and study days"), employment: t("Employment"), peer_support: t("Peer support"),
  practice: t("A new way of working"), cooperation: t("Working together with others"), information: t("Information"), other: t("Other"),
})[kind];

export const planStateWord = (state) => ({
  draft: t("Draft: only your team sees it"), submitted: t("Handed in"), active: t("Under way"), reported: t("Reported"),
})[state];

/** A day as people say it; the year only when it is another. It stays on one line: a month without its day says nothing. */
export function dayWord(day, { locale, today }) {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year, timeZone: "UTC" }).format(new Date(`${day}T00:00Z`)).replaceAll(" ", "\u00a0");
}

/** When something is due, in words; empty when it has no deadline. `late` is on when it has passed. */
export function dueWords(measure, { gatherings, locale, today }) {
  const gathering = gatherings.find(({ id }) => id === measure.due_gathering_id);
  const day = dueDay(measure, gatherings);
  const until = gathering?.ends_on ?? day;
  const late = until !== null && until < today && !["done", "cancelled"].includes(measure.status);
  if (gathering) {
    const isNext = gathering.id === nextGathering(gatherings, today)?.id;
    return { late, words: isNext ? t("Next gathering: {name}", { name: gathering.title }) : gathering.title };
  }
  if (day === null) {
    return { late, words: "" };
  }
  const near = { [-1]: t("Yesterday"), 0: t("Today"), 1: t("Tomorrow") }[daysUntil(day, today)];
  return { late, words: near ?? dayWord(day, { locale, today }) };
}

/** What each text is called, and what it asks. */
export const textWords = (field) => ({
  "plan/why": { name: t("Why"), asks: t("What do you want to change, and why now?") },
  "plan/target_group": { name: t("Target group"), asks: t("Whom is it for? Who among them is easily forgotten?") },
  "plan/result_goals": { name: t("Result goals"), asks: t("What shall have been reached when the period is over?") },
  "plan/affected": { name: t("How are people and the county affected"), asks: t("What becomes different in people’s lives, and for the county?") },
  "plan/evaluation": { name: t("Evaluation plan"), asks: t("How will you see whether it works, and when do you look?") },
  "goal/why": { name: t("Why"), asks: t("Why is this goal worth the work?") },
  "goal/target_group": { name: t("Target group"), asks: t("Whom is it for?") },
  "goal/specific": { name: t("The goal in full"), asks: t("What shall be different, for whom, and how will you know?") },
  "goal/effect": { name: t("Effect for people"), asks: t("What will people notice?") },
  "measure/about": { name: t("How you do it"), asks: t("Who does what, and with whom?") },
  "measure/barrier": { name: t("Barrier"), asks: t("What stands in the way?") },
  "measure/learning": { name: t("Learning"), asks: t("What have you learned so far?") },
})[field];

/** The questions about a goal, by what they are after. */
export const facetQuestion = (facet) => ({
  specific: t("What exactly will be different, and for whom?"),
  measurable: t("How much or how many? How will you see that you are there?"),
  accepted: t("Who stands behind it? Have those it concerns been asked?"),
  realistic: t("What do you have to get there with: time, people, money?"),
  timed: t("By when?"),
})[facet];
