// What an organisation says of its service: the fields of the form, and what is wrong with them.
import { Field, InputType, Int } from "type-graphql";

import { Accessibility } from "../partners/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import type { InputCheck } from "../platform/graphql/problem.js";
import { CapacityUnit } from "./capacity-unit.js";
import {
  checkHours,
  ServiceHoursInput,
  writtenHours,
} from "./schedule/service-hours.js";
import type { Service } from "./service.js";
import {
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "./service-kind.js";
import { TargetGroup } from "./target-group.js";

/** 100,000 zł. */
const LARGEST_FEE = 10_000_000;

@InputType({ description: "What a service is from now on." })
export class ServiceWordsInput {
  @Field(() => String, { description: "From 3 to 200 characters." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Plain language, at most 2,000 characters.",
  })
  description?: string | null;

  @Field(() => ServiceArea, { description: "One of the 14 areas." })
  area!: ServiceArea;

  @Field(() => ServiceGroup, { description: "Group of the service." })
  group!: ServiceGroup;

  @Field(() => ServiceForm, { description: "Form of work." })
  form!: ServiceForm;

  @Field(() => LifeSphere, {
    nullable: true,
    description: "Sphere of life that it is about.",
  })
  sphere?: LifeSphere | null;

  @Field(() => EntryMode, {
    description:
      "How a resident gets in; stays as it is while referrals are open.",
  })
  entryMode!: EntryMode;

  @Field(() => String, {
    nullable: true,
    description: "Where it takes place, at most 200 characters.",
  })
  place?: string | null;

  @Field(() => Int, {
    description: "Fee in grosze, from 0 to 10,000,000; 0: free.",
  })
  feeGrosze!: number;

  @Field(() => CapacityUnit, {
    nullable: true,
    description: "What the fee is for; left out: for the whole service.",
  })
  feeUnit?: CapacityUnit | null;

  @Field(() => [Accessibility], {
    defaultValue: [],
    description: "What makes it accessible; left out: not said.",
  })
  accessibility!: Accessibility[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whom somebody looks after is cared for meanwhile; left out: not said.",
  })
  careDuringActivity!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "People are brought there; left out: not said.",
  })
  transportProvided!: boolean;

  @Field(() => [TargetGroup], {
    defaultValue: [],
    description: "Whom it is for above all; left out: not said.",
  })
  targetGroups!: TargetGroup[];

  @Field(() => String, {
    nullable: true,
    description: "Who may come, and what for, at most 500 characters.",
  })
  eligibility?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "From this age on, 0 to 120.",
  })
  ageFrom?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Up to this age, 0 to 120, not below `ageFrom`.",
  })
  ageTo?: number | null;

  @Field(() => [ServiceHoursInput], {
    defaultValue: [],
    description: "When it takes place, at most 14 lines; left out: not said.",
  })
  hours!: ServiceHoursInput[];

  @Field(() => Int, {
    nullable: true,
    description: "First month of its season, 1 to 12; with `seasonTo`.",
  })
  seasonFrom?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Last month of its season, 1 to 12; with `seasonFrom`.",
  })
  seasonTo?: number | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Not on public holidays.",
  })
  restsOnHolidays!: boolean;
}

export type ServiceWords = Pick<
  Service,
  | "name"
  | "description"
  | "area"
  | "group"
  | "form"
  | "sphere"
  | "entryMode"
  | "place"
  | "feeGrosze"
  | "feeUnit"
  | "accessibility"
  | "careDuringActivity"
  | "transportProvided"
  | "targetGroups"
  | "eligibility"
  | "ageFrom"
  | "ageTo"
  | "hours"
  | "seasonFrom"
  | "seasonTo"
  | "restsOnHolidays"
>;

/** Of a service that is new, what nobody has said yet. */
export const unsaid = () =>
  ({
    accessibility: [],
    careDuringActivity: false,
    transportProvided: false,
    targetGroups: [],
    eligibility: null,
    ageFrom: null,
    ageTo: null,
    hours: [],
    seasonFrom: null,
    seasonTo: null,
    restsOnHolidays: true,
  }) satisfies Partial<ServiceWords>;

export function writtenWords(input: ServiceWordsInput): ServiceWords {
  const { area, group, form, entryMode, feeGrosze } = input;
  const { accessibility, careDuringActivity, transportProvided } = input;
  return {
    name: input.name.trim(),
    description: trimmed(input.description),
    area,
    group,
    form,
    sphere: input.sphere ?? null,
    entryMode,
    place: trimmed(input.place),
    feeGrosze,
    feeUnit: feeGrosze > 0 ? (input.feeUnit ?? null) : null,
    // each once, in the order of the set
    accessibility: Object.values(Accessibility).filter((one) =>
      accessibility.includes(one),
    ),
    careDuringActivity,
    transportProvided,
    targetGroups: Object.values(TargetGroup).filter((one) =>
      input.targetGroups.includes(one),
    ),
    eligibility: trimmed(input.eligibility),
    ageFrom: input.ageFrom ?? null,
    ageTo: input.ageTo ?? null,
    hours: writtenHours(input.hours),
    seasonFrom: input.seasonFrom ?? null,
    seasonTo: input.seasonTo ?? null,
    restsOnHolidays: input.restsOnHolidays,
  };
}

function trimmed(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}

/** The name and the description, of a new service and of a changed one. */
export function checkNaming(
  check: InputCheck,
  said: { name: string; description?: string | null },
  at = "",
): InputCheck {
  const name = said.name.trim();
  const description = said.description ?? "";
  return check
    .that(name.length >= 3 && name.length <= 200, `${at}name`, {
      pl: "Nazwa ma mieć od 3 do 200 znaków.",
      en: "A name has from 3 to 200 characters.",
    })
    .that(description.length <= 2000, `${at}description`, {
      pl: "Opis może mieć do 2000 znaków.",
      en: "A description has at most 2,000 characters.",
    })
    .that(!holdsPesel(name), `${at}name`, noPesel)
    .that(!holdsPesel(description), `${at}description`, noPesel);
}

const OLDEST = 120;

const areAges = (from: number, to: number): boolean =>
  from >= 0 && from <= to && to <= OLDEST;

function isSeason(from: number | null, to: number | null): boolean {
  if (from === null || to === null) return from === to;
  return [from, to].every((month) => month >= 1 && month <= 12);
}

export function checkWords(
  check: InputCheck,
  words: ServiceWordsInput,
): InputCheck {
  const place = words.place?.trim() ?? "";
  const { seasonFrom, seasonTo, ageFrom, ageTo } = words;
  const eligibility = words.eligibility ?? "";
  return checkHours(checkNaming(check, words, "words."), words.hours)
    .that(isSeason(seasonFrom ?? null, seasonTo ?? null), "words.seasonFrom", {
      pl: "Wybierz pierwszy i ostatni miesiąc sezonu albo żaden z nich.",
      en: "Choose the first and the last month of the season, or neither.",
    })
    .that(eligibility.length <= 500, "words.eligibility", {
      pl: "Napisz to krócej: do 500 znaków.",
      en: "Say it in at most 500 characters.",
    })
    .that(!holdsPesel(eligibility), "words.eligibility", noPesel)
    .that(areAges(ageFrom ?? 0, ageTo ?? OLDEST), "words.ageFrom", {
      pl: "Podaj wiek od 0 do 120 lat, „od” nie większy niż „do”.",
      en: "Give ages from 0 to 120, “from” not above “to”.",
    })
    .that(place.length <= 200, "words.place", {
      pl: "Miejsce może mieć do 200 znaków.",
      en: "A place has at most 200 characters.",
    })
    .that(!holdsPesel(place), "words.place", noPesel)
    .that(
      words.feeGrosze >= 0 && words.feeGrosze <= LARGEST_FEE,
      "words.feeGrosze",
      {
        pl: "Podaj opłatę od 0 do 100 000 zł.",
        en: "Give a fee from 0 to 100,000 zł.",
      },
    );
}
