/** The server reads this many ids of earlier edits with an edit. */
const MOST = 50;

/**
 * The edits an edit names as what it grew from, the newest first. The server starts from the first of them that it has.
 *
 * So none older than one it is known to have is of use; `isSaved` tells that of an id. Of too many, those in the middle
 * go: the last ones sent before the network went may have arrived without a word, and they are the oldest.
 */
export function grownFrom(ids, isSaved = () => false) {
  const newestSaved = ids.findIndex(isSaved);
  const useful = newestSaved === -1 ? ids : ids.slice(0, newestSaved + 1);
  return useful.length <= MOST ? useful : [...useful.slice(0, MOST / 2), ...useful.slice(-MOST / 2)];
}
