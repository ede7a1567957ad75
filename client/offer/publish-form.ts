// The choices of the form for a new service, and the form read as the graph takes it.
import { areas } from "../design/areas.js";
import { textIn } from "../design/form-text.js";
import type { PublishServiceInput } from "../graphql/generated/graphql.js";

export const choices = {
  area: areas,
  group: ["A", "B1", "B2"],
  form: ["INDIVIDUAL", "GROUP", "MIXED"],
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
  const chosen = <Value extends string>(
    name: string,
    values: readonly Value[],
  ): Value | undefined => values.find((value) => value === form.get(name));
  const area = chosen("area", choices.area);
  const group = chosen("group", choices.group);
  const formOf = chosen("form", choices.form);
  const capacityUnit = chosen("capacityUnit", choices.capacityUnit);
  if (!area || !group || !formOf || !capacityUnit) return null;
  const description = textIn(form, "description").trim();
  return {
    requestKey,
    name: textIn(form, "name").trim(),
    description: description || null,
    area,
    group,
    form: formOf,
    capacityUnit,
    capacityTotal: Number(form.get("capacityTotal")),
    eventOn: textIn(form, "eventOn") || null,
  };
}
