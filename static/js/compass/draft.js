// What somebody has chosen and not sent yet, kept on their own phone. Plain objects, so that they can be stored.
export const PAIRS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
export const SCENES = ["welcome", ...PAIRS.map((pair) => `pair-${pair}`), "send"];
const NO_BEARING = "none";

/** Begin to answer what a secret asks. The ids are made once, so that sending twice has one effect. */
export function newDraft(secret, newId) {
  return { secret, device: newId(), id: newId(), answerId: newId(), scene: SCENES[0], group: "", choices: {}, comments: {} };
}

/** The scene after or before one; the first and the last stay where they are. */
export function sceneBeside(scene, by) {
  const at = SCENES.indexOf(scene) + by;
  return SCENES[Math.min(Math.max(at, 0), SCENES.length - 1)];
}

/** Whether anything stands about a pair of poles. */
export function saysSomethingOf(draft, pair) {
  return Boolean(draft.choices[pair] || draft.comments[pair]?.trim());
}

export function saysSomething(draft) {
  return PAIRS.some((pair) => saysSomethingOf(draft, pair));
}

/** The command as it is sent. What was skipped is not in it. */
export function asSent(draft) {
  const { id, secret, device, answerId, group } = draft;
  const answers = PAIRS.filter((pair) => saysSomethingOf(draft, pair)).map((pair) => answerTo(draft, pair));
  return { id, secret, device, answer_id: answerId, group, answers };
}

function answerTo({ choices, comments }, pair) {
  const choice = choices[pair];
  return {
    pair,
    place: choice && choice !== NO_BEARING ? Number(choice) : null,
    not_relevant: choice === NO_BEARING,
    comment: comments[pair]?.trim() ?? "",
  };
}
