/** The modes in which every round has a question that goes for all tables. */
const BY_ROUND = new Set(["progressive", "pro_action"]);
/** The modes in which each table, or each question that walks, has a topic. */
const BY_TOPIC = new Set(["topic_per_table", "free_choice", "hosts_rotate", "pro_action"]);

/**
 * What is asked at a table in a round, as cafe/dialogue/modes.py has it: what another mode has left behind is not
 * asked, unless there is nothing else to ask. A topic without a question leaves it to its title, and gives "".
 */
export function questionIn(session, { place = null, round = null, topic = null }) {
  const own = place?.question || "";
  const ofRound = round?.question || "";
  const forAll = session?.question || "";
  if (BY_ROUND.has(session?.mode)) {
    return own || ofRound || topic?.question || forAll;
  }
  return BY_TOPIC.has(session?.mode) && topic ? own || topic.question : own || forAll || ofRound;
}
