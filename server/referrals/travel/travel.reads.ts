// What travels with a referral and what became of it, for who sent it and for the partner.
import { In } from "typeorm";

import { ReferralScope, sightFields } from "../../cases/index.js";
import { Role } from "../../identity/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { inOrder, loader } from "../../platform/graphql/loader.js";
import { allows } from "../../platform/permission/allows.js";
import type { PersonalDataField } from "../../programmes/index.js";
import type { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { ReferralKeeping } from "../withdrawal/keeping.js";

const scopeOf = loader<string, ReferralScope | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const scopes = await context.reads.ask((manager) =>
      manager.getRepository(ReferralScope).find({
        select: { centreId: true, referralId: true, fields: true },
        where: { centreId, referralId: In([...referralIds]) },
      }),
    );
    return inOrder(referralIds, scopes, ({ referralId }) => referralId);
  },
);

/** What the partner's people may look at now; null: nothing. */
export function sightNow(
  context: Context,
  referral: Referral,
): Promise<readonly PersonalDataField[] | null> {
  const mayAsk =
    context.actor.kind === "member" &&
    referral.disclosureLevel !== "L0_TOKEN" &&
    referral.isOpen &&
    allows(referralPolicy.showPerson, context.actor, referral);
  return mayAsk
    ? context.load(sightFields, referral.id)
    : Promise.resolve(null);
}

/** For the sender what was sent, for the partner what it may look at now. */
export async function fieldsTold(
  context: Context,
  referral: Referral,
): Promise<readonly PersonalDataField[]> {
  if (referral.disclosureLevel === "L0_TOKEN") return [];
  const isSenders = allows(referralPolicy.readSubject, context.actor, referral);
  const sent = isSenders ? await context.load(scopeOf, referral.id) : null;
  return sent?.fields ?? (await sightNow(context, referral)) ?? [];
}

const keepingById = loader<string, ReferralKeeping | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const kept = await context.reads.ask((manager) =>
      manager
        .getRepository(ReferralKeeping)
        .findBy({ centreId, referralId: In([...referralIds]) }),
    );
    return inOrder(referralIds, kept, ({ referralId }) => referralId);
  },
);

export async function keepingOf(
  context: Context,
  referral: Referral,
): Promise<ReferralKeeping | null> {
  const isAsked =
    (referral.status === "WITHDRAWN" || referral.basisWithdrawn) &&
    referral.disclosureLevel !== "L0_TOKEN" &&
    context.actor.kind === "member" &&
    allows(referralPolicy.readKeeping, context.actor, referral);
  return isAsked ? context.load(keepingById, referral.id) : null;
}

export function mayConfirmKeeping(
  context: Context,
  referral: Referral,
  keeping: ReferralKeeping | null,
): boolean {
  return (
    keeping?.answer === null &&
    context.actor.kind === "member" &&
    context.actor.roles.has(Role.PARTNER_REFERRALS) &&
    allows(referralPolicy.confirmKeeping, context.actor, referral)
  );
}
