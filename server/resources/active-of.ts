// Only members lend to each other: which of some organisations are in the network now.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Partner } from "../partners/index.js";

/** Those that are members now: neither only invited, nor resting, nor gone. */
export async function activeOf(
  work: Work,
  partnerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const active = await work.manager.getRepository(Partner).findBy({
    centreId: work.centreId,
    id: In([...partnerIds]),
    status: "ACTIVE",
  });
  return new Set(active.map(({ id }) => id));
}
