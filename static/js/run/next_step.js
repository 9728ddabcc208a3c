import { n, t } from "../lib/words.js";

/**
 * The one next thing, and what it will do: `{name, title, detail}`. `name` is the command, or null when there is none.
 *
 * `moving` is how many people will sit elsewhere, `undecided` how many have yet to choose (null where nobody chooses), `left` the milliseconds left of the round or change.
 */
export function nextStep({ session, rounds, moving, undecided = null, expected, left }) {
  const { phase, round } = session;
  if (session.paused_left !== null) {
    return { name: "resume", title: t("Go on with round {round}", { round }), detail: t("The countdown stands still.") };
  }
  switch (phase) {
    case "draft":
      return {
        name: "advance",
        title: t("Open the doors"),
        detail: n("{count} person is expected. Phones are let in and shown where to start.",
          "{count} people are expected. Phones are let in and shown where to start.", expected),
      };
    case "check_in":
      return undecided === null
        ? { name: "advance", title: startOf(1, moving), detail: switchTime(session) }
        : { name: "advance", title: t("Start round {round}", { round: 1 }), detail: `${chosen(undecided)} ${switchTime(session)}`.trim() };
    case "switching":
      return {
        name: "advance",
        title: t("Begin round {round} now", { round }),
        detail: `${undecided === null ? "" : chosen(undecided)} ${t("It begins by itself when the time for finding the table is over.")}`.trim(),
      };
    case "running":
      return round < rounds
        ? { name: "advance", title: undecided === null ? startOf(round + 1, moving)
          : t("Let people choose a table for round {round}", { round: round + 1 }), detail: `${endOf(round, left)} ${switchTime(session)}`.trim() }
        : { name: "advance", title: t("End round {round} and begin the harvest", { round }), detail: t("Nobody has to move.") };
    case "harvest":
      return {
        name: "advance",
        title: t("Close the café"),
        detail: t("Phones show that it is over. Everything written is kept."),
      };
    default:
      return { name: null, title: t("The café is closed"), detail: t("The harvest is where it goes on.") };
  }
}

const startOf = (round, moving) =>
  n("Start round {round}: {count} person moves", "Start round {round}: {count} people move", moving, { round });

const chosen = (undecided) => (undecided === 0 ? t("All who have come have chosen a table.")
  : n("{count} has not chosen a table yet.", "{count} have not chosen a table yet.", undecided));

function endOf(round, left) {
  return left > 30_000 ? t("Ends round {round} early.", { round }) : t("Round {round} is at its end.", { round });
}

function switchTime({ switch_minutes: minutes }) {
  return minutes === 0
    ? t("The talk begins at once.")
    : n("{count} minute to find the table, then the talk begins.", "{count} minutes to find the table, then the talk begins.", minutes);
}

/** What may be done besides: `{name, data, words}` each. What has long been over can only be given more time. */
export function smallSteps(session, { over = false } = {}) {
  if (!["switching", "running"].includes(session.phase)) {
    return [];
  }
  const paused = session.paused_left !== null;
  const extend = (minutes, words) => ({ name: "extend", data: { minutes }, words });
  return [
    ...(paused || over ? [] : [{ name: "pause", data: {}, words: t("Pause") }]),
    extend(5, t("5 minutes more")),
    extend(1, t("1 minute more")),
    ...(over ? [] : [extend(-1, t("1 minute less"))]),
    ...(paused ? [{ name: "advance", data: {}, words: t("End it now") }] : []),
  ];
}

/** How it stands after an answer, in words. `changed` is false when somebody else had been there before. */
export function outcome({ phase, round, deadline, changed }, timeOfDay) {
  const now = {
    check_in: t("The doors are open."),
    switching: t("People are on their way to round {round}.", { round }),
    running: t("Round {round} is running.", { round }),
    harvest: t("The harvest has begun."),
    closed: t("The café is closed."),
    published: t("The café is closed."),
  }[phase] ?? "";
  const until = deadline && ["switching", "running"].includes(phase) ? t("Until {time}.", { time: timeOfDay(deadline) }) : "";
  const first = changed === false ? t("Someone else had just changed it, so nothing was done twice.") : "";
  return [first, now, until].filter(Boolean).join(" ");
}
