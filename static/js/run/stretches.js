const BARS = 14;

/** Count times in equal stretches between `from` and `to`. */
export function counted(times, { from, to, bars = BARS }) {
  const counts = Array.from({ length: bars }, () => 0);
  const stretch = Math.max(1, to - from) / bars;
  for (const at of times) {
    counts[Math.min(bars - 1, Math.max(0, Math.floor((at - from) / stretch)))] += 1;
  }
  return counts;
}
