// How many services each further filter would leave, beside a list of results.
import { Field, Int, ObjectType } from "type-graphql";

import { Accessibility, StakeholderType } from "../partners/index.js";
import type { facetRows } from "./facets.reads.js";
import { TimeOfDay } from "./schedule/service-hours.js";
import type { ServiceFilter } from "./service-filter.js";
import {
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "./service-kind.js";
import { TargetGroup } from "./target-group.js";

const COUNT = { description: "Services that would be left." };

@ObjectType({ description: "Count of one area." })
export class AreaFacet {
  @Field(() => ServiceArea, { description: "The area." })
  area!: ServiceArea;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one sphere." })
export class SphereFacet {
  @Field(() => LifeSphere, { description: "The sphere." })
  sphere!: LifeSphere;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one form." })
export class FormFacet {
  @Field(() => ServiceForm, { description: "The form." })
  form!: ServiceForm;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one way in." })
export class EntryModeFacet {
  @Field(() => EntryMode, { description: "The way in." })
  entryMode!: EntryMode;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one group." })
export class GroupFacet {
  @Field(() => ServiceGroup, { description: "The group." })
  group!: ServiceGroup;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one type of organisation." })
export class StakeholderTypeFacet {
  @Field(() => StakeholderType, { description: "The type." })
  stakeholderType!: StakeholderType;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one kind of accessibility." })
export class AccessibilityFacet {
  @Field(() => Accessibility, { description: "The kind." })
  accessibility!: Accessibility;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one target group." })
export class TargetGroupFacet {
  @Field(() => TargetGroup, { description: "The group." })
  targetGroup!: TargetGroup;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: "Count of one time of the day." })
export class TimeOfDayFacet {
  @Field(() => TimeOfDay, { description: "The time." })
  timeOfDay!: TimeOfDay;
  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({
  description:
    "How many services each further filter would leave, the other filters standing.",
})
export class ServiceFacets {
  @Field(() => Int, { description: "Services that the whole filter leaves." })
  total!: number;
  @Field(() => Int, { description: "Of them, those that take somebody now." })
  availableNow!: number;
  @Field(() => Int, {
    description:
      "Of them, those that take somebody now and can be referred to: what `referableNow` would leave.",
  })
  referableNow!: number;
  @Field(() => Int, { description: "Of them, those where one has to wait." })
  withQueue!: number;
  @Field(() => [AreaFacet], { description: "By area." })
  areas!: AreaFacet[];
  @Field(() => [SphereFacet], { description: "By sphere of life." })
  spheres!: SphereFacet[];
  @Field(() => [FormFacet], { description: "By form." })
  forms!: FormFacet[];
  @Field(() => [EntryModeFacet], { description: "By way in." })
  entryModes!: EntryModeFacet[];
  @Field(() => [GroupFacet], { description: "By group." })
  groups!: GroupFacet[];
  @Field(() => [StakeholderTypeFacet], {
    description: "By type of organisation.",
  })
  stakeholderTypes!: StakeholderTypeFacet[];
  @Field(() => [AccessibilityFacet], {
    description: "By accessibility, beside those that are asked for.",
  })
  accessibility!: AccessibilityFacet[];
  @Field(() => [TargetGroupFacet], { description: "By whom it is for." })
  targetGroups!: TargetGroupFacet[];
  @Field(() => [TimeOfDayFacet], { description: "By time of the day." })
  timesOfDay!: TimeOfDayFacet[];
  @Field(() => Int, { description: "Of them, those with care meanwhile." })
  careDuringActivity!: number;
  @Field(() => Int, {
    description: "Of them, those where people are brought.",
  })
  transportProvided!: number;
  @Field(() => Int, { description: "Of them, those without a fee." })
  freeOfCharge!: number;
}

type Row = Awaited<ReturnType<typeof facetRows>>[number];

const chosen: Record<
  | "area"
  | "sphere"
  | "form"
  | "entryMode"
  | "group"
  | "type"
  | "accessibility"
  | "target"
  | "time"
  | "care"
  | "transport"
  | "free"
  | "now"
  | "referable"
  | "band",
  (row: Row, filter: ServiceFilter) => boolean
> = {
  area: (row, { areas }) => !areas || areas.includes(row.area),
  sphere: (row, { spheres }) =>
    !spheres || (row.sphere !== null && spheres.includes(row.sphere)),
  form: (row, { forms }) => !forms || forms.includes(row.form),
  entryMode: (row, { entryModes }) =>
    !entryModes || entryModes.includes(row.entry_mode),
  group: (row, { groups }) => !groups || groups.includes(row.service_group),
  type: (row, { stakeholderTypes }) =>
    !stakeholderTypes ||
    (row.stakeholder_type !== null &&
      stakeholderTypes.includes(row.stakeholder_type)),
  accessibility: (row, { accessibility }) =>
    !accessibility ||
    accessibility.every((one) => row.accessibility.includes(one)),
  target: (row, { targetGroups }) =>
    !targetGroups ||
    targetGroups.some((one) => row.target_groups.includes(one)),
  time: (row, { timesOfDay }) =>
    !timesOfDay || timesOfDay.some((one) => row.times_of_day.includes(one)),
  care: (row, { careDuringActivity }) =>
    typeof careDuringActivity !== "boolean" ||
    row.care_during_activity === careDuringActivity,
  transport: (row, { transportProvided }) =>
    typeof transportProvided !== "boolean" ||
    row.transport_provided === transportProvided,
  free: (row, { freeOfCharge }) =>
    typeof freeOfCharge !== "boolean" || row.free_of_charge === freeOfCharge,
  now: (row, { availableNow }) =>
    typeof availableNow !== "boolean" || row.takes_now === availableNow,
  referable: (row, { referableNow }) =>
    typeof referableNow !== "boolean" ||
    (row.takes_now && row.referable) === referableNow,
  band: (row, { capacityStatuses }) =>
    !capacityStatuses || capacityStatuses.includes(row.band),
};

type Dimension = keyof typeof chosen;

export function countFacets(
  rows: readonly Row[],
  filter: ServiceFilter,
): ServiceFacets {
  const left = (...without: Dimension[]) =>
    rows.filter((row) =>
      Object.entries(chosen).every(
        ([dimension, fits]) =>
          without.some((name) => name === dimension) || fits(row, filter),
      ),
    );
  const tally = <Key extends string>(
    dimension: Dimension,
    keyOf: (row: Row) => Key | null,
    keys: Record<string, Key>,
  ): [Key, number][] => {
    const found = left(dimension);
    return Object.values(keys).map((key) => [
      key,
      found.filter((row) => keyOf(row) === key).length,
    ]);
  };
  return {
    total: left().length,
    availableNow: left("now", "referable", "band").filter(
      (row) => row.takes_now,
    ).length,
    referableNow: left("now", "referable", "band").filter(
      (row) => row.takes_now && row.referable,
    ).length,
    withQueue: left("now", "referable", "band").filter(
      (row) => row.band === "WAITLIST",
    ).length,
    areas: tally("area", (row) => row.area, ServiceArea).map(
      ([area, count]) => ({ area, count }),
    ),
    spheres: tally("sphere", (row) => row.sphere, LifeSphere).map(
      ([sphere, count]) => ({ sphere, count }),
    ),
    forms: tally("form", (row) => row.form, ServiceForm).map(
      ([form, count]) => ({ form, count }),
    ),
    entryModes: tally("entryMode", (row) => row.entry_mode, EntryMode).map(
      ([entryMode, count]) => ({ entryMode, count }),
    ),
    groups: tally("group", (row) => row.service_group, ServiceGroup).map(
      ([group, count]) => ({ group, count }),
    ),
    stakeholderTypes: tally(
      "type",
      (row) => row.stakeholder_type,
      StakeholderType,
    ).map(([stakeholderType, count]) => ({ stakeholderType, count })),
    accessibility: Object.values(Accessibility).map((accessibility) => ({
      accessibility,
      count: left().filter((row) => row.accessibility.includes(accessibility))
        .length,
    })),
    targetGroups: Object.values(TargetGroup).map((targetGroup) => ({
      targetGroup,
      count: left("target").filter((row) =>
        row.target_groups.includes(targetGroup),
      ).length,
    })),
    timesOfDay: Object.values(TimeOfDay).map((timeOfDay) => ({
      timeOfDay,
      count: left("time").filter((row) => row.times_of_day.includes(timeOfDay))
        .length,
    })),
    careDuringActivity: left("care").filter((row) => row.care_during_activity)
      .length,
    transportProvided: left("transport").filter((row) => row.transport_provided)
      .length,
    freeOfCharge: left("free").filter((row) => row.free_of_charge).length,
  };
}
