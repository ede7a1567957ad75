// When a service takes place: lines of days and hours, each week or in one week of the month.
import {
  Field,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from "type-graphql";

import type { InputCheck } from "../../platform/graphql/problem.js";

export const Weekday = {
  MO: "MO",
  TU: "TU",
  WE: "WE",
  TH: "TH",
  FR: "FR",
  SA: "SA",
  SU: "SU",
} as const;
export type Weekday = keyof typeof Weekday;

registerEnumType(Weekday, {
  name: "Weekday",
  description: "Day of the week, as RFC 5545 says it.",
  valuesConfig: {
    MO: { description: "Monday." },
    TU: { description: "Tuesday." },
    WE: { description: "Wednesday." },
    TH: { description: "Thursday." },
    FR: { description: "Friday." },
    SA: { description: "Saturday." },
    SU: { description: "Sunday." },
  },
});

/** Monday first. */
export const weekdays = Object.values(Weekday);

export const TimeOfDay = {
  MORNING: "MORNING",
  AFTERNOON: "AFTERNOON",
  EVENING: "EVENING",
  WEEKEND: "WEEKEND",
} as const;
export type TimeOfDay = keyof typeof TimeOfDay;

registerEnumType(TimeOfDay, {
  name: "TimeOfDay",
  description: "When somebody can come.",
  valuesConfig: {
    MORNING: { description: "On a working day before 12:00." },
    AFTERNOON: { description: "On a working day between 12:00 and 17:00." },
    EVENING: { description: "On a working day after 17:00." },
    WEEKEND: { description: "On a Saturday or a Sunday." },
  },
});

/** Of one service. */
const MOST_LINES = 14;

/** The last of a month is -1, as in RFC 5545. */
const WEEKS_OF_MONTH: readonly number[] = [1, 2, 3, 4, -1];

@ObjectType({
  description: "Days and hours of a service, in the time of Warsaw.",
})
export class ServiceHours {
  @Field(() => [Weekday], { description: "On these days, Monday first." })
  days!: Weekday[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Only on the first (1) to the fourth (4) or the last (-1) such day of a month; null: each week.",
  })
  weekOfMonth!: number | null;

  @Field(() => String, { description: "From this hour, HH:MM." })
  opensAt!: string;

  @Field(() => String, {
    description:
      "Until this hour, HH:MM, at most 24:00; not later than `opensAt`: of the next day.",
  })
  closesAt!: string;
}

@InputType({ description: "Days and hours of a service." })
export class ServiceHoursInput implements ServiceHours {
  @Field(() => [Weekday], { description: "At least one." })
  days!: Weekday[];

  @Field(() => Int, {
    nullable: true,
    description: "1 to 4 or -1; left out: each week.",
  })
  weekOfMonth!: number | null;

  @Field(() => String, { description: "HH:MM." })
  opensAt!: string;

  @Field(() => String, { description: "HH:MM, at most 24:00." })
  closesAt!: string;
}

/** As RFC 5545 says it; the hours stand beside it. */
export function rruleOf({ days, weekOfMonth }: ServiceHours): string {
  const byday = days.map((day) => `${weekOfMonth ?? ""}${day}`).join(",");
  return `FREQ=${weekOfMonth === null ? "WEEKLY" : "MONTHLY"};BYDAY=${byday}`;
}

export function writtenHours(
  lines: readonly ServiceHoursInput[],
): ServiceHours[] {
  return lines.map(({ days, weekOfMonth, opensAt, closesAt }) => ({
    days: weekdays.filter((day) => days.includes(day)),
    weekOfMonth: weekOfMonth ?? null,
    opensAt,
    closesAt,
  }));
}

const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export function checkHours(
  check: InputCheck,
  lines: readonly ServiceHoursInput[],
): InputCheck {
  let checked = check.that(lines.length <= MOST_LINES, "words.hours", {
    pl: `Wpisz najwyżej tyle wierszy z godzinami: ${String(MOST_LINES)}.`,
    en: `Give at most ${String(MOST_LINES)} lines of hours.`,
  });
  for (const [place, line] of lines.entries()) {
    const { days, weekOfMonth, opensAt, closesAt } = line;
    const path = `words.hours.${String(place)}`;
    checked = checked
      .that(days.length > 0, path, {
        pl: "Zaznacz co najmniej jeden dzień.",
        en: "Choose at least one day.",
      })
      .that(
        HOUR.test(opensAt) && (HOUR.test(closesAt) || closesAt === "24:00"),
        path,
        {
          pl: "Podaj godziny od i do, na przykład 09:00 i 12:00.",
          en: "Give the hours from and to, such as 09:00 and 12:00.",
        },
      )
      .that(opensAt !== closesAt, path, {
        pl: "Godzina „do” ma być inna niż „od”.",
        en: "The hour “to” differs from the hour “from”.",
      })
      .that(
        typeof weekOfMonth !== "number" || WEEKS_OF_MONTH.includes(weekOfMonth),
        path,
        {
          pl: "Wybierz tydzień miesiąca od pierwszego do czwartego albo ostatni.",
          en: "Choose a week of the month, the first to the fourth or the last.",
        },
      );
  }
  return checked;
}
