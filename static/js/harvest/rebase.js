/**
 * What is typed on while an answer is under way, put onto the text the answer brings.
 *
 * `mine` and `theirs` both come from `base`. Each is seen as one change of one stretch. Where the stretches meet, both
 * are kept: it happens within the moment of an answer only; the server merges everything else, word by word. A word is
 * never cut: half of one and half of another would be neither's.
 */
export function rebased(base, mine, theirs) {
  if (mine === base || mine === theirs) {
    return theirs;
  }
  if (theirs === base) {
    return mine;
  }
  const my = change(base, mine, wordsOf);
  const their = change(base, theirs, wordsOf);
  if (my.end <= their.start) {
    return base.slice(0, my.start) + my.put + base.slice(my.end, their.start) + their.put + base.slice(their.end);
  }
  if (their.end <= my.start) {
    return base.slice(0, their.start) + their.put + base.slice(their.end, my.start) + my.put + base.slice(my.end);
  }
  const start = Math.min(my.start, their.start);
  const end = Math.max(my.end, their.end);
  const theirPart = base.slice(start, their.start) + their.put + base.slice(their.end, end);
  const myPart = base.slice(start, my.start) + my.put + base.slice(my.end, end);
  return `${base.slice(0, start)}${theirPart} ${myPart}${base.slice(end)}`;
}

/** Where the cursor belongs when a text is replaced under it. */
export function movedCursor(before, after, cursor) {
  const { start, end, put } = change(before, after, lettersOf);
  if (cursor <= start) {
    return cursor;
  }
  return cursor >= end ? cursor + after.length - before.length : start + Math.min(cursor - start, put.length);
}

const wordsOf = (text) => text.match(/\S+|\s+/g) ?? [];
const lettersOf = (text) => text.split("");

/** The one stretch of `before` that is something else in `after`: where it starts and ends, and what is put there. */
function change(before, after, partsOf) {
  const [old, now] = [partsOf(before), partsOf(after)];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) {
    start += 1;
  }
  let same = 0;
  while (same < most - start && old.at(-1 - same) === now.at(-1 - same)) {
    same += 1;
  }
  const length = (parts) => parts.reduce((sum, part) => sum + part.length, 0);
  return {
    start: length(old.slice(0, start)),
    end: before.length - length(same === 0 ? [] : old.slice(-same)),
    put: now.slice(start, now.length - same).join(""),
  };
}
