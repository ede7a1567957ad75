// Days and hours as people in the centre say them.
import { useTranslation } from "react-i18next";

const timeZone = "Europe/Warsaw";
const dayMilliseconds = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Of the centre's clock. Kept: making one takes longer than all that a list says with it. */
function formatOf(
  language: string,
  options: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone });
  formats.set(key, format);
  return format;
}

/** Days since 1970 by the calendar of the centre. */
export function dayOf(at: Date): number {
  const [year, month, day] = formatOf("sv-SE")
    .format(at)
    .split("-")
    .map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / dayMilliseconds;
}

/** Whole days from `from` to `to` by the calendar, negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  return dayOf(to) - dayOf(from);
}

export function timeOf(at: Date, language: string): string {
  return formatOf(language, {
    hour: "numeric",
    minute: "2-digit",
  })
    .format(at)
    .replace(/^0(\d)/, "$1");
}

/** The moment at which the clock of the centre shows this day (2026-11-24) and time (9:30). */
export function momentAt(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`);
  const { day: shownDay, time: shownTime } = timeInputOf(asUtc);
  const ahead = Date.parse(`${shownDay}T${shownTime}:00Z`) - asUtc.getTime();
  return new Date(asUtc.getTime() - ahead);
}

/** The same of a field that takes both (2026-11-24T09:30); null where nothing is typed. */
export function instantOf(typed: string): string | null {
  const [day = "", time = ""] = typed.split("T");
  return day && time ? momentAt(day, time.slice(0, 5)).toISOString() : null;
}

/** As fields of a form take a day and a time. */
export function timeInputOf(at: Date): { day: string; time: string } {
  const [day = "", time = ""] = formatOf("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(at)
    .split(" ");
  return { day, time };
}

function yearOf(at: Date): number {
  return new Date(dayOf(at) * dayMilliseconds).getUTCFullYear();
}

function dateOf(at: Date, now: Date, language: string, withWeekday: boolean) {
  const isThisYear = yearOf(at) === yearOf(now);
  return formatOf(language, {
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
    ...(withWeekday ? { weekday: "long" } : {}),
  }).format(at);
}

/** The words for moments; `now` decides what is today. */
export function useDates(now: Date) {
  const { t, i18n } = useTranslation("design");
  const language = i18n.language;
  const time = (at: Date) => timeOf(at, language);

  /** dziś, jutro, wczoraj, else "wtorek, 1 grudnia" */
  function day(at: Date): string {
    const days = daysBetween(now, at);
    if (days === 0) return t("date.today");
    if (days === 1) return t("date.tomorrow");
    if (days === -1) return t("date.yesterday");
    return dateOf(at, now, language, true);
  }

  return {
    time,
    day,
    /** "1 grudnia", with the year where it is another one */
    date: (at: Date) => dateOf(at, now, language, false),
    /** Two dates, each with its year where they are of different ones. */
    dates(from: Date, to: Date): [from: string, to: string] {
      const isOneYear = yearOf(from) === yearOf(to);
      // seen from another year both say theirs
      const say = (at: Date, seen: Date) =>
        dateOf(at, isOneYear ? now : seen, language, false);
      return [say(from, to), say(to, from)];
    },
    /** "dziś, 8:05" */
    moment: (at: Date) => t("date.moment", { day: day(at), time: time(at) }),
    /** "30 listopada 2026, 16:23": for what is kept, where "today" is another day when it is read */
    written: (at: Date) =>
      t("date.moment", {
        day: formatOf(language, {
          day: "numeric",
          month: "long",
          year: "numeric",
        }).format(at),
        time: time(at),
      }),
    /** "środa, 25 listopada 2026, 10:00": for what is taken along */
    onPaper: (at: Date) =>
      t("date.moment", {
        day: formatOf(language, {
          weekday: "long",
          day: "numeric",
          month: "long",
          year: "numeric",
        }).format(at),
        time: time(at),
      }),
    /** for narrow lists: "8:41", "wczoraj", "9.11", in English "9 Nov" */
    short(at: Date): string {
      const days = daysBetween(now, at);
      if (days === 0) return time(at);
      if (days === -1) return t("date.yesterday");
      return formatOf(language, {
        day: "numeric",
        month: language === "pl" ? "2-digit" : "short",
      }).format(at);
    },
    /** "do 12:41", "do jutra, 9:41", "do wtorku, 1 grudnia, 8:00" */
    until(at: Date): string {
      const days = daysBetween(now, at);
      if (days === 0) return t("date.untilToday", { time: time(at) });
      if (days === 1) return t("date.untilTomorrow", { time: time(at) });
      const weekday = new Date(dayOf(at) * dayMilliseconds).getUTCDay();
      return t(`date.until.${weekday}`, {
        day: dateOf(at, now, language, false),
        time: time(at),
      });
    },
    /** "2 godz. 58 min", "3 dni"; for moments to come only */
    left(at: Date): string {
      const minutes = Math.floor((at.getTime() - now.getTime()) / 60_000);
      if (minutes < 60) return t("left.minutes", { minutes });
      const hours = Math.floor(minutes / 60);
      if (hours < 48) return t("left.hours", { hours, minutes: minutes % 60 });
      return t("left.days", { count: daysBetween(now, at) });
    },
  };
}
