/** A note that is written now comes after all others. */
export function afterAll(notes) {
  return Math.max(0, ...notes.map(({ position }) => position)) + 1;
}

/**
 * What to change so that a note goes one place `up` (earlier) or down: `[{noteId, position}]`, as few as can be.
 *
 * Positions are numbers between those of the neighbours. Several notes may share one (thoughts from phones do); then
 * those in the way are spread out as well.
 */
export function moved(notes, id, up) {
  const from = notes.findIndex((note) => note.id === id);
  const to = up ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= notes.length) {
    return [];
  }
  const order = [...notes];
  order.splice(to, 0, ...order.splice(from, 1));
  return spread(order, to);
}

function spread(order, at) {
  const before = at > 0 ? order[at - 1].position : Math.min(...order.map(({ position }) => position)) - 2;
  let last = at;
  while (last + 1 < order.length && order[last + 1].position <= before) {
    last += 1;
  }
  const after = last + 1 < order.length ? order[last + 1].position : before + (last - at + 2);
  const step = (after - before) / (last - at + 2);
  return order.slice(at, last + 1).map(({ id }, n) => ({ noteId: id, position: before + step * (n + 1) }));
}
