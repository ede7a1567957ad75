// When a service takes place, as people say it: "poniedziałek–piątek 8:00–16:00", "pierwsza środa miesiąca 16:00–18:00".
import { Info } from "luxon";
import { Field, ObjectType } from "type-graphql";

import type { Service } from "../service.js";
import { type ServiceHours, type Weekday, weekdays } from "./service-hours.js";

@ObjectType({
  description: "When a service takes place, a line each; empty: not said.",
})
export class ScheduleInWords {
  @Field(() => [String], { description: "In Polish." })
  pl!: string[];

  @Field(() => [String], { description: "In English." })
  en!: string[];
}

type Scheduled = Pick<
  Service,
  "hours" | "seasonFrom" | "seasonTo" | "restsOnHolidays"
>;

type Language = keyof ScheduleInWords;

export function scheduleInWords(service: Scheduled): ScheduleInWords {
  return { pl: linesIn(service, "pl"), en: linesIn(service, "en") };
}

function linesIn(service: Scheduled, language: Language): string[] {
  const { hours, seasonFrom, seasonTo, restsOnHolidays } = service;
  const lines = hours.map(
    (line) => `${daysIn(line, language)} ${timesIn(line, language)}`,
  );
  if (seasonFrom !== null && seasonTo !== null) {
    const months = Info.monthsFormat("long", { locale: language });
    const from = months[seasonFrom - 1] ?? "";
    const to = months[seasonTo - 1] ?? "";
    lines.push(
      language === "pl" ? `od ${from} do ${to}` : `from ${from} to ${to}`,
    );
  }
  if (hours.length > 0)
    lines.push(HOLIDAYS[language][Number(restsOnHolidays)] ?? "");
  return lines;
}

const HOLIDAYS = {
  pl: ["także w święta", "oprócz świąt"],
  en: ["on public holidays too", "except public holidays"],
} as const;

const FEMININE: readonly Weekday[] = ["WE", "SA", "SU"];

const NTH: Readonly<Record<number, readonly [string, string, string]>> = {
  1: ["pierwszy", "pierwsza", "first"],
  2: ["drugi", "druga", "second"],
  3: ["trzeci", "trzecia", "third"],
  4: ["czwarty", "czwarta", "fourth"],
  [-1]: ["ostatni", "ostatnia", "last"],
};

function daysIn({ days, weekOfMonth }: ServiceHours, language: Language) {
  const names = Info.weekdays("long", { locale: language });
  const nameOf = (day: Weekday) => names[weekdays.indexOf(day)] ?? day;
  if (weekOfMonth === null) {
    if (days.length === weekdays.length)
      return language === "pl" ? "codziennie" : "every day";
    return runsOf(days)
      .map((run) =>
        run.length > 2
          ? [run[0], run.at(-1)].map((day) => nameOf(day ?? "MO")).join("–")
          : run.map(nameOf).join(", "),
      )
      .join(", ");
  }
  const [he, she, english] = NTH[weekOfMonth] ?? ["", "", ""];
  const said = days.map((day) => {
    const polish = FEMININE.includes(day) ? she : he;
    return `${language === "pl" ? polish : english} ${nameOf(day)}`;
  });
  return `${said.join(", ")} ${language === "pl" ? "miesiąca" : "of the month"}`;
}

/** Days that follow one another. */
function runsOf(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (
      last &&
      before &&
      weekdays.indexOf(before) + 1 === weekdays.indexOf(day)
    )
      last.push(day);
    else runs.push([day]);
  }
  return runs;
}

function timesIn({ opensAt, closesAt }: ServiceHours, language: Language) {
  if (opensAt === "00:00" && closesAt === "24:00")
    return language === "pl" ? "całą dobę" : "day and night";
  return [opensAt, closesAt].map((hour) => hour.replace(/^0/, "")).join("–");
}
