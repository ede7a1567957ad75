// Sundays and the public holidays of Poland: days on which a meeting is unusual.
const fixed = new Set([
  ...["01-01", "01-06", "05-01", "05-03", "08-15"],
  ...["11-01", "11-11", "12-24", "12-25", "12-26"],
]);

/** Days after Easter: itself, its Monday, Whitsun, Corpus Christi. */
const movable = [0, 1, 49, 60];

const dayMilliseconds = 86_400_000;

/** Of a day as fields of a form give it: 2026-11-24. */
export function isDayOff(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  const date = new Date(at);
  if (Number.isNaN(at)) return false;
  const sinceEaster = (at - easterOf(date.getUTCFullYear())) / dayMilliseconds;
  return (
    date.getUTCDay() === 0 ||
    fixed.has(day.slice(5)) ||
    movable.includes(sinceEaster)
  );
}

/** Before six and from ten in the evening; of a time as fields of a form give it: 9:30. */
export function isNight(time: string): boolean {
  const hour = Number.parseInt(time, 10);
  return hour < 6 || hour >= 22;
}

/** By the rule that the Gregorian calendar is reckoned with. */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon =
    (century -
      Math.floor(century / 4) -
      Math.floor((8 * century + 13) / 25) +
      19 * golden +
      15) %
    30;
  const full =
    moon -
    Math.floor(moon / 28) *
      (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday =
    (year +
      Math.floor(year / 4) +
      full +
      2 -
      century +
      Math.floor(century / 4)) %
    7;
  const days = full - weekday;
  const month = 3 + Math.floor((days + 40) / 44);
  return Date.UTC(year, month - 1, days + 28 - 31 * Math.floor(month / 4));
}
