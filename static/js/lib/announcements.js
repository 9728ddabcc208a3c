const ANNOUNCED_FOR = 10 * 60_000;

/** The announcement to show: the last one, while it is new. */
export function announcementAt(now, announcements) {
  const last = [...announcements].sort((a, b) => b.at - a.at)[0];
  return last && now - last.at < ANNOUNCED_FOR ? last : null;
}
