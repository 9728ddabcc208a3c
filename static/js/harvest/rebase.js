/**
 * What is typed on while an answer is under way, put onto the text the answer brings.
 *
 * `mine` and `theirs` both come from `base`. Each is seen as one change of one stretch. Where the stretches meet, both
 * are kept: it happens within the moment of an answer only; the server merges everything else, word by word.
 */
export function rebased(base, mine, theirs) {
  if (mine === base || mine === theirs) {
    return theirs;
  }
  if (theirs === base) {
    return mine;
  }
  const my = change(base, mine);
  const their = change(base, theirs);
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
  const { start, end, put } = change(before, after);
  if (cursor <= start) {
    return cursor;
  }
  return cursor >= end ? cursor + after.length - before.length : start + Math.min(cursor - start, put.length);
}

/** The one stretch of `before` that is something else in `after`. */
function change(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start += 1;
  }
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) {
    same += 1;
  }
  return { start, end: before.length - same, put: after.slice(start, after.length - same) };
}
