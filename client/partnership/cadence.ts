// When the next meeting of a network is due: so many days after the last one held, also when there is nothing to talk about.

interface Met {
  status: string;
  startsAt: string;
}

const DAY = 86_400_000;

/** Null until it is agreed how often they meet, and they have met. */
export function cadenceOf(
  meetings: readonly Met[],
  cadenceDays: number | null,
  now: Date,
): { dueAt: Date; isOverdue: boolean } | null {
  const held = meetings
    .filter(({ status }) => status === "HELD")
    .map(({ startsAt }) => new Date(startsAt).getTime());
  if (cadenceDays === null || held.length === 0) return null;
  const dueAt = new Date(Math.max(...held) + cadenceDays * DAY);
  return { dueAt, isOverdue: dueAt < now };
}
