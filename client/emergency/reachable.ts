// Whether somebody answers the telephone at a moment, read from the words in which an organisation says when.

const ALWAYS =
  /calodob|cala dobe|24\s*(h|godz)|24\/7|round the clock|day and night/;
const DAYS: readonly RegExp[] = [
  /^(pn|pon|mon)/,
  /^(wt|tue)/,
  /^(sr|wed)/,
  /^(cz|thu)/,
  /^(pt|pi[aą]t|fri)/,
  /^(sob|sat)/,
  /^(ndz|nd|niedz|sun)/,
];
const TIMES =
  /(?:od\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|do|to)\s*(\d{1,2})(?:[:.](\d{2}))?/;
const EVERY_DAY = /codzien|every day|daily/;
const EXCEPTED = /\b(nie|bez|oprocz|poza|except|not)\b/;
const AT_WORK = /robocz|weekday|working day/;

interface Hours {
  /** 0 is Monday. */
  days: readonly number[];
  from: number;
  to: number;
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[–—−]/g, "-");

function dayIn(word: string): number {
  return DAYS.findIndex((day) => day.test(word));
}

function daysIn(words: string): readonly number[] | null {
  if (EVERY_DAY.test(words)) return [0, 1, 2, 3, 4, 5, 6];
  if (AT_WORK.test(words)) return [0, 1, 2, 3, 4];
  const found = words.match(/[a-z]+\.?|-/g) ?? [];
  const days: number[] = [];
  let isRange = false;
  for (const word of found) {
    if (word === "-" || word === "do" || word === "to") {
      isRange = days.length > 0;
      continue;
    }
    const day = dayIn(word);
    const last = days.at(-1);
    if (day < 0) continue;
    if (isRange && last !== undefined)
      for (let next = last + 1; next < day; next += 1) days.push(next);
    days.push(day);
    isRange = false;
  }
  return days.length > 0 ? days : null;
}

function hoursIn(part: string): Hours | null {
  const times = TIMES.exec(part);
  if (!times) return null;
  const [all, from = "", fromMinute = "0", to = "", toMinute = "0"] = times;
  const days = daysIn(part.replace(all, " "));
  return (
    days && {
      days,
      from: Number(from) * 60 + Number(fromMinute),
      to: Number(to) * 60 + Number(toMinute),
    }
  );
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Warsaw",
  ...{ weekday: "short", hour: "2-digit", minute: "2-digit" },
  hourCycle: "h23",
});

/** @returns null where the words do not say it in a way that can be read */
export function answersNow(words: string | null, now: Date): boolean | null {
  const text = folded(words ?? "");
  if (ALWAYS.test(text)) return true;
  if (EXCEPTED.test(text)) return null;
  // "pn, śr, pt 8–16" is one
  const parts = text
    .split(/(?<=\d)\s*(?:[,;]|\boraz\b|\band\b)/)
    .filter((part) => part.trim() !== "");
  const hours = parts.map(hoursIn);
  if (hours.length === 0 || hours.includes(null)) return null;
  const part = Object.fromEntries(
    clock.formatToParts(now).map(({ type, value }) => [type, value]),
  );
  const day = dayIn((part["weekday"] ?? "").toLowerCase());
  const minute = Number(part["hour"]) * 60 + Number(part["minute"]);
  return hours.some((one) => {
    if (!one) return false;
    const { days, from, to } = one;
    if (from < to) return days.includes(day) && from <= minute && minute < to;
    // over midnight
    const dayBefore = (day + 6) % 7;
    return (
      (days.includes(day) && from <= minute) ||
      (days.includes(dayBefore) && minute < to)
    );
  });
}
