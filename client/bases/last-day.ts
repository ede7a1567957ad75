// The last day on which a basis works, where it ends with the midnight after.
const DAY_MS = 86_400_000;

export function lastDayOf(validTo: string): string {
  const within = new Date(Date.parse(validTo) - DAY_MS / 2);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw" }).format(
    within,
  );
}
