// Reads of lists of fallbacks, and of where else somebody can be referred now; both are the coordinator's alone.
import { In } from "typeorm";

import type { Service } from "../../offer/index.js";
import { alternativesVisibleTo, serviceById } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { inOrder, loader } from "../../platform/graphql/loader.js";
import { allows } from "../../platform/permission/allows.js";
import type { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { Chain, FallbackRow, mayPlanFallbacks } from "./chain.js";

export interface ChainWithRows {
  chain: Chain;
  fallbacks: FallbackRow[];
}

const chainOf = loader<string, ChainWithRows | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const member = await context.reads.rows<{ of: string; id: string }>(
      `select id as of, id from referral_chain where centre_id = $1 and id = any($2)
       union all
       select next_id, chain_id from referral_fallback where centre_id = $1 and next_id = any($2)`,
      [centreId, referralIds],
    );
    const ids = In(member.map(({ id }) => id));
    if (member.length === 0) return referralIds.map(() => null);
    const [chains, rows] = await context.reads.ask(async (manager) => [
      await manager.getRepository(Chain).findBy({ centreId, id: ids }),
      await manager
        .getRepository(FallbackRow)
        .find({ where: { centreId, chainId: ids }, order: { place: "ASC" } }),
    ]);
    return inOrder(referralIds, member, ({ of }) => of).map((row) => {
      const chain = chains.find(({ id }) => id === row?.id);
      return chain
        ? {
            chain,
            fallbacks: rows.filter(({ chainId }) => chainId === chain.id),
          }
        : null;
    });
  },
);

export async function fallbackPlanOf(
  context: Context,
  referral: Referral,
): Promise<ChainWithRows | null> {
  return allows(referralPolicy.planFallbacks, context.actor, referral)
    ? context.load(chainOf, referral.id)
    : null;
}

/** Where else she may go while she waits or after nobody took her: not where the list has been or is going. */
export async function alternativesTo(
  context: Context,
  referral: Referral,
): Promise<Service[]> {
  const isLooking =
    mayPlanFallbacks(referral) ||
    referral.status === "DECLINED" ||
    referral.status === "EXPIRED";
  if (
    !isLooking ||
    !allows(referralPolicy.planFallbacks, context.actor, referral)
  )
    return [];
  const plan = await fallbackPlanOf(context, referral);
  const service = await context.load(serviceById, referral.serviceId);
  if (!service) return [];
  return alternativesVisibleTo(context, {
    serviceId: service.id,
    area: service.area,
    units: referral.units,
    isEmergency: referral.priority === "EMERGENCY",
    besides: plan?.fallbacks.map(({ serviceId }) => serviceId) ?? [],
  });
}
