// What may take somebody where a service does not answer, without anybody having chosen it: the same need, and open to emergencies.
import type { NextInEmergencyQuery } from "../graphql/generated/graphql.js";

export type Candidate = NonNullable<
  NextInEmergencyQuery["centre"]
>["services"]["nodes"][number];

type Kind = Pick<
  Candidate,
  "id" | "area" | "sphere" | "form" | "emergency" | "viewerCanRefer"
>;

/** An area alone holds a meal and a seniors' club: the sphere of life and the form of work tell them apart. */
export function standsIn(
  service: Pick<Kind, "id" | "area" | "sphere" | "form">,
  other: Kind,
): boolean {
  return (
    other.id !== service.id &&
    other.viewerCanRefer &&
    other.emergency &&
    other.area === service.area &&
    other.sphere === service.sphere &&
    other.form === service.form
  );
}
