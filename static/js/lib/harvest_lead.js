import { listed, n, t } from "./words.js";

/** More numbers than this are no sentence any more. */
const NAMED = 6;
const OPEN = new Set(["harvest", "closed"]);

/**
 * What a host harvests, and with whom: `{alone, others}`, `others` being the other tables of the topic by number, or null
 * where no topic parts the hosts. Null for who hosts nothing, and before and after the harvest.
 *
 * `places` are the host's own, by round: who was replaced has none in the last round that was held.
 */
export function harvestLead({ session, places, topicOf }) {
  const last = Math.max(1, session?.round ?? 0);
  const own = places.filter(({ round }) => round === last);
  if (!OPEN.has(session?.phase) || own.length === 0) {
    return null;
  }
  const topics = own.map(({ topic_id: id }) => (id ? topicOf(id) : null));
  if (topics.includes(null) || topics.includes(undefined)) {
    return { alone: false, others: null };
  }
  // Where questions walk a topic names the tables where they began.
  const first = Math.min(...places.map(({ round }) => round));
  const mine = (session.mode === "hosts_rotate" ? places.filter(({ round }) => round === first) : own).map(({ table }) => table);
  const others = [...new Set(topics.flatMap(({ tables }) => tables ?? []))].filter((number) => !mine.includes(number));
  return { alone: others.length === 0, others };
}

/** The one instruction of a host at the harvest. */
export function leadSentence({ alone, others }) {
  if (alone) {
    return t("Harvest what was said at your table");
  }
  if (others === null) {
    return t("Harvest together with the other hosts");
  }
  if (others.length > NAMED) {
    return n("Harvest together with {count} other table", "Harvest together with {count} other tables", others.length);
  }
  return n("Harvest together with table {tables}", "Harvest together with tables {tables}", others.length, { tables: listed(others) });
}
