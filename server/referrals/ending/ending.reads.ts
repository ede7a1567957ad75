// What is open at a service, for who would have to say what becomes of it.
import { In } from "typeorm";

import { grouped, inOrder, loader } from "../../platform/graphql/loader.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { openStates } from "../transitions.js";

/** Those that the actor answers, the oldest first. */
export const openAtService = loader<string, Referral[]>(
  async (context, serviceIds) => {
    const { centreId } = context.actor;
    if (!centreId) return serviceIds.map(() => []);
    const found = await context.reads.ask((manager) =>
      manager.getRepository(Referral).find({
        where: {
          centreId,
          serviceId: In([...serviceIds]),
          status: In([...openStates]),
        },
        order: { number: "ASC" },
        take: 1000,
      }),
    );
    return grouped(
      serviceIds,
      found.filter((one) => allows(referralPolicy.decline, context.actor, one)),
      ({ serviceId }) => serviceId,
    );
  },
);

/** How many there are, for who keeps the offer and need not see them. */
export const openCountAtService = loader<string, number>(
  async (context, serviceIds) => {
    const rows = await context.reads.rows<{ id: string; open: number }>(
      `select id, referrals_open_to(id) as open from unnest($1::uuid[]) as service(id)`,
      [serviceIds],
    );
    return inOrder(serviceIds, rows, ({ id }) => id).map(
      (row) => row?.open ?? 0,
    );
  },
);
