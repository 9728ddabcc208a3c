/** The texts of a plan: each belongs to something and has a name; together they are its key. */
export const keyOf = (about_id, field) => `${about_id}/${field}`;

const partsOf = (key) => {
  const at = key.lastIndexOf("/");
  return { about_id: key.slice(0, at), field: key.slice(at + 1) };
};

/** How texts of a plan are asked for by the editors. */
export const planTexts = {
  command: "write_text",
  within: "plan_id",
  carries: (key, edit) => ({ ...partsOf(key), ...edit }),
  whose: (data) => keyOf(data.about_id, data.field),
  textIn: (data) => data.text,
  draft: (key) => `plan/${key}`,
};

/** The texts written here: of the plan, of each goal and of each measure, whether anybody has written them or not. */
export const FIELDS = {
  plan: ["why", "target_group", "result_goals", "affected", "evaluation"],
  goal: ["why", "target_group", "specific", "effect"],
  measure: ["about", "barrier", "learning"],
};

export function keysOf({ plan, goals, measures, removed }) {
  const of = (kind, things) => things.flatMap(({ id }) => FIELDS[kind].map((field) => keyOf(id, field)));
  return [
    ...of("plan", [plan]), ...of("goal", [...goals, ...removed.goals]), ...of("measure", [...measures, ...removed.measures]),
  ];
}

/** The rows of texts by their keys. */
export const textsIn = (rows) => new Map(rows.all("plan_text").map((row) => [keyOf(row.about_id, row.field), row]));
