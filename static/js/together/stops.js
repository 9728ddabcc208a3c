import { n, t } from "../lib/words.js";

/** What a phone shows one after the other: what is merged, then each table in each round. */
export function stopsOf({ cells, bundles, apart }) {
  const merged = bundles.length + apart.length > 0 ? [{ key: "bundles", words: n("{count} merged", "{count} merged", bundles.length) }] : [];
  const tables = cells.map(({ key, table, round, notes }) => ({ key, words: `${t("Table {table}, round {round}", { table, round })} (${notes.length})` }));
  return [...merged, ...tables];
}

/** What a phone shows of the sheet: what was chosen, else the first table that has something. */
export function shownStop({ cells, bundles, apart }, { cell }) {
  const has = cell === "bundles" ? bundles.length + apart.length > 0 : cells.some(({ key }) => key === cell);
  return has ? cell : (cells.find(({ notes }) => notes.length > 0) ?? cells[0])?.key;
}
