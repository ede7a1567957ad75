// When a service takes place next, and how people say it: days, weeks of the month, seasons, holidays and rests.
import { nextDates } from "../../server/offer/schedule/next-dates.js";
import { scheduleInWords } from "../../server/offer/schedule/schedule-words.js";
import type { Weekday } from "../../server/offer/schedule/service-hours.js";

const line = (
  days: Weekday[],
  opensAt: string,
  closesAt: string,
  weekOfMonth: number | null = null,
) => ({ days, opensAt, closesAt, weekOfMonth });

const always = {
  hours: [line(["MO", "WE"], "09:00", "12:00")],
  seasonFrom: null,
  seasonTo: null,
  restsOnHolidays: true,
  suspendedUntil: null,
  status: "ACTIVE",
} as const satisfies Parameters<typeof nextDates>[0];

/** A Tuesday. */
const now = new Date("2026-11-24T08:43:00Z");

const next = (service: Partial<Parameters<typeof nextDates>[0]>, after = now) =>
  nextDates({ ...always, ...service }, after, 3).map((at) => at.toISOString());

it.each<[string, Partial<Parameters<typeof nextDates>[0]>, string[]]>([
  [
    "each week",
    {},
    [
      "2026-11-25T08:00:00.000Z",
      "2026-11-30T08:00:00.000Z",
      "2026-12-02T08:00:00.000Z",
    ],
  ],
  [
    "later today, and not what has begun",
    {
      hours: [
        line(["TU"], "17:00", "18:00"),
        line(["TU"], "09:30", "10:00"),
        line(["TU"], "09:45", "10:00"),
      ],
    },
    [
      "2026-11-24T08:45:00.000Z",
      "2026-11-24T16:00:00.000Z",
      "2026-12-01T08:30:00.000Z",
    ],
  ],
  [
    "on the first and the last of a month",
    {
      hours: [
        line(["TH"], "16:00", "18:00", 1),
        line(["FR"], "16:00", "18:00", -1),
      ],
    },
    [
      "2026-11-27T15:00:00.000Z",
      "2026-12-03T15:00:00.000Z",
      // Christmas is the last Friday of December
      "2027-01-07T15:00:00.000Z",
    ],
  ],
  [
    "on Christmas too, where it does not rest",
    {
      hours: [line(["FR"], "16:00", "18:00", -1)],
      restsOnHolidays: false,
    },
    [
      "2026-11-27T15:00:00.000Z",
      "2026-12-25T15:00:00.000Z",
      "2027-01-29T15:00:00.000Z",
    ],
  ],
  [
    "in summer time of its season alone",
    { seasonFrom: 5, seasonTo: 9 },
    [
      "2027-05-05T07:00:00.000Z",
      "2027-05-10T07:00:00.000Z",
      "2027-05-12T07:00:00.000Z",
    ],
  ],
  [
    "in a season over the new year",
    { seasonFrom: 12, seasonTo: 2 },
    [
      "2026-12-02T08:00:00.000Z",
      "2026-12-07T08:00:00.000Z",
      "2026-12-09T08:00:00.000Z",
    ],
  ],
  [
    "once it does not rest any more",
    { suspendedUntil: "2026-12-07", status: "PAUSED" },
    [
      "2026-12-07T08:00:00.000Z",
      "2026-12-09T08:00:00.000Z",
      "2026-12-14T08:00:00.000Z",
    ],
  ],
  ["at no hour while nobody knows when it goes on", { status: "PAUSED" }, []],
  ["never again where it is withdrawn", { status: "WITHDRAWN" }, []],
  ["at no hour that is not said", { hours: [] }, []],
])("takes place next %s", (_, service, dates) => {
  expect(next(service)).toEqual(dates);
});

const words = (service: Partial<Parameters<typeof scheduleInWords>[0]>) =>
  scheduleInWords({ ...always, ...service });

it("is said in both languages", () => {
  expect(
    words({
      hours: [
        line(["MO", "TU", "WE", "TH", "FR"], "08:00", "16:00"),
        line(["TU", "SA", "SU"], "17:30", "19:00"),
        line(["WE", "TH"], "16:00", "18:00", 1),
        line(["FR"], "18:00", "21:00", -1),
      ],
      seasonFrom: 9,
      seasonTo: 6,
    }),
  ).toEqual({
    pl: [
      "poniedziałek–piątek 8:00–16:00",
      "wtorek, sobota, niedziela 17:30–19:00",
      "pierwsza środa, pierwszy czwartek miesiąca 16:00–18:00",
      "ostatni piątek miesiąca 18:00–21:00",
      "od września do czerwca",
      "oprócz świąt",
    ],
    en: [
      "Monday–Friday 8:00–16:00",
      "Tuesday, Saturday, Sunday 17:30–19:00",
      "first Wednesday, first Thursday of the month 16:00–18:00",
      "last Friday of the month 18:00–21:00",
      "from September to June",
      "except public holidays",
    ],
  });
  const all: Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  expect(
    words({
      hours: [line(all, "00:00", "24:00"), line(all, "18:00", "08:00")],
      restsOnHolidays: false,
    }).pl,
  ).toEqual([
    "codziennie całą dobę",
    "codziennie 18:00–8:00",
    "także w święta",
  ]);
  expect(words({ hours: [] })).toEqual({ pl: [], en: [] });
});
