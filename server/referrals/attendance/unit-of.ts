// What a service is counted in; a unit stays what it was when the service was published.
import type { Work } from "../../events/index.js";
import type { CapacityUnit } from "../../offer/index.js";
import { Capacity } from "../../offer/index.js";

export async function unitOf(
  work: Work,
  serviceId: string,
): Promise<CapacityUnit> {
  const { centreId } = work;
  const capacity = await work.manager
    .getRepository(Capacity)
    .findOneBy({ centreId, serviceId });
  if (!capacity) throw new Error("the service of a referral has no numbers");
  return capacity.unit;
}
