// The order among conclusions of a topic. Pure.

/** The position that takes a conclusion one place up (-1) or down (1) among its neighbours; null at the end. */
export function positionAfterMove(list, id, by) {
  const at = list.findIndex((row) => row.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) {
    return null;
  }
  const beyond = list[to + by]?.position ?? list[to].position + by;
  return (list[to].position + beyond) / 2;
}
