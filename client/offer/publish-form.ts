// The choices of the form for a new service, and the form read as the graph takes it.
import { areas } from "../design/areas.js";
import { accessibilities } from "../design/eases.js";
import { textIn } from "../design/form-text.js";
import { groszeOf } from "../design/money.js";
import { forms, groups, spheres } from "../design/service-kinds.js";
import { targetGroups } from "../design/target-groups.js";
import { weekdays } from "../design/weekdays.js";
import type {
  PublishServiceInput,
  ServiceHoursInput,
  ServiceWordsInput,
} from "../graphql/generated/graphql.js";

export const choices = {
  area: areas,
  group: groups,
  form: forms,
  sphere: spheres,
  entryMode: [
    "OPEN",
    "TOKEN",
    "REFERRAL",
    "PROGRAMME_QUALIFICATION",
    "STATUTORY_REFERRAL",
    "ADMIN_DECISION",
  ],
  capacityUnit: [
    "PLACES",
    "HOURS_WEEK",
    "HOURS_MONTH",
    "APPOINTMENTS_MONTH",
    "TRIPS_MONTH",
    "TICKETS_MONTH",
    "TICKETS_EVENT",
  ],
} as const;

/** null where a choice is none of ours, which a browser's form cannot say. */
export function readForm(
  form: FormData,
  requestKey: string,
): PublishServiceInput | null {
  const naming = readNaming(form);
  const capacityUnit = chosen(form, "capacityUnit", choices.capacityUnit);
  const entryMode = chosen(form, "entryMode", choices.entryMode);
  if (!naming || !capacityUnit || !entryMode) return null;
  return {
    requestKey,
    ...naming,
    entryMode,
    capacityUnit,
    capacityTotal: Number(form.get("capacityTotal")),
    eventOn: textIn(form, "eventOn") || null,
  };
}

/** As readForm, of a service that is there already. */
export function readWords(form: FormData): ServiceWordsInput | null {
  const naming = readNaming(form);
  const entryMode = chosen(form, "entryMode", choices.entryMode);
  if (!naming || !entryMode) return null;
  const ticked = form.getAll("eases");
  return {
    ...naming,
    entryMode,
    sphere: chosen(form, "sphere", choices.sphere) ?? null,
    place: textIn(form, "place").trim() || null,
    feeGrosze: groszeOf(textIn(form, "fee")) ?? 0,
    feeUnit: chosen(form, "feeUnit", choices.capacityUnit) ?? null,
    accessibility: accessibilities.filter((one) => ticked.includes(one)),
    careDuringActivity: ticked.includes("CARE"),
    transportProvided: ticked.includes("TRANSPORT"),
    targetGroups: targetGroups.filter((one) =>
      form.getAll("targetGroups").includes(one),
    ),
    eligibility: textIn(form, "eligibility").trim() || null,
    ageFrom: ageIn(form, "ageFrom"),
    ageTo: ageIn(form, "ageTo"),
    hours: form
      .getAll("line")
      .flatMap((line) =>
        typeof line === "string" ? [readHours(form, line)] : [],
      ),
    seasonFrom: Number(form.get("seasonFrom")) || null,
    seasonTo: Number(form.get("seasonTo")) || null,
    restsOnHolidays: form.get("holidays") === null,
  };
}

/** Nought is an age. */
function ageIn(form: FormData, name: string): number | null {
  const text = textIn(form, name).trim();
  return text === "" ? null : Number(text);
}

function readHours(form: FormData, line: string): ServiceHoursInput {
  const ticked = form.getAll(`days-${line}`);
  return {
    days: weekdays.filter((day) => ticked.includes(day)),
    weekOfMonth: Number(form.get(`week-${line}`)) || null,
    opensAt: textIn(form, `opensAt-${line}`),
    closesAt: textIn(form, `closesAt-${line}`),
  };
}

function readNaming(form: FormData) {
  const area = chosen(form, "area", choices.area);
  const group = chosen(form, "group", choices.group);
  const formOf = chosen(form, "form", choices.form);
  if (!area || !group || !formOf) return null;
  return {
    name: textIn(form, "name").trim(),
    description: textIn(form, "description").trim() || null,
    area,
    group,
    form: formOf,
  };
}

function chosen<Value extends string>(
  form: FormData,
  name: string,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === form.get(name));
}
