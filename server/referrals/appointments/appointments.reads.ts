// Reads the appointments that stand now.
import { In } from "typeorm";

import { inOrder, loader } from "../../platform/graphql/loader.js";
import { Appointment } from "./appointment.js";

/** The newest of each referral; the wall leaves out what is not the viewer's. */
export const appointmentOf = loader<string, Appointment | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const found = await context.reads.ask((manager) =>
      manager.getRepository(Appointment).find({
        where: { centreId, referralId: In([...referralIds]) },
        order: { number: "DESC" },
      }),
    );
    const newest = new Map<string, Appointment>();
    for (const one of found)
      if (!newest.has(one.referralId)) newest.set(one.referralId, one);
    return inOrder(referralIds, [...newest.values()], (one) => one.referralId);
  },
);
