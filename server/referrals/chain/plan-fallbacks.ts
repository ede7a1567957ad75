// A coordinator says where her referral goes next if nobody takes it, in order; she may reorder or stop the list until it moves.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { findService } from "../../offer/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import {
  findReferral,
  findReferrals,
  referralEvent,
} from "../move-referral.js";
import { Referral } from "../referral.js";
import {
  ReferralMoved,
  referralMoved,
  unknownReferral,
} from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  Chain,
  FallbackRow,
  FALLBACKS_PLANNED,
  mayPlanFallbacks,
  MOST_FALLBACKS,
} from "./chain.js";
import { lockChainOf } from "./lock-chain.js";

@InputType({
  description: "Where a referral goes next if nobody takes it, in order.",
})
export class PlanFallbacksInput {
  @Field(() => ID, {
    description: "Sent by the viewer, and still waiting for an answer.",
  })
  referralId!: string;

  @Field(() => Int, {
    description: "The version of the list that was seen; 0: there was none.",
  })
  ifVersion!: number;

  @Field(() => [ID], {
    description:
      "The services that are still to come, at most five, each once; none: the list stops. Only a number travels there.",
  })
  serviceIds!: string[];
}

export const PlanFallbacksPayload = createUnionType({
  name: "PlanFallbacksPayload",
  description:
    "The referral with its list; ReferralMoved where it or the list has moved since.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

const PATH = "serviceIds";

export async function planFallbacks(
  work: Work,
  input: PlanFallbacksInput,
): Promise<typeof PlanFallbacksPayload> {
  const id = fromGlobalId("Referral", input.referralId);
  work.means(touchOf(id));
  const seen = await findReferral(work, id);
  if (!seen) return unknownReferral(work.say);
  authorize(work, referralPolicy.planFallbacks, seen);
  const chain = await lockChainOf(work, id);
  // as whoever held the list left it; nobody ends it unseen before the list stands, or it would never move on
  const [referral] = await findReferrals(work, [id], { forUpdate: true });
  if (!referral) return unknownReferral(work.say);
  // whoever wrote the first list at the same moment was quicker
  const hasMoved = chain
    ? chain.currentId !== id
    : (await lockChainOf(work, id)) !== null;
  if (
    !mayPlanFallbacks(referral) ||
    hasMoved ||
    (chain?.version ?? 0) !== input.ifVersion
  )
    return referralMoved(work.say, referral);
  const { serviceIds } = input;
  const fault = await writeFallbacks(work, referral, chain, serviceIds, PATH);
  if (fault) return fault;
  work.record({
    ...eventOf(referral, FALLBACKS_PLANNED),
    facts: {
      ...eventOf(referral, FALLBACKS_PLANNED).facts,
      fallbacks: serviceIds.length,
    },
  });
  work.touch(touchOf(id));
  return referral;
}

/** What is still to come, in place of what was; what has gone out or was skipped stays. */
export async function writeFallbacks(
  work: Work,
  referral: Referral,
  chain: Chain | null,
  serviceIds: readonly string[],
  path: string,
): Promise<InvalidInput | null> {
  const { centreId, id, senderAccountId } = referral;
  const chainId = chain?.id ?? id;
  const of = { centreId, chainId };
  const rows = work.manager.getRepository(FallbackRow);
  const gone = (await rows.findBy(of)).filter(
    ({ state }) => state !== "WAITING",
  );
  const used = [
    ...(await servicesOf(work, referral, chain)),
    ...gone.map(({ serviceId }) => serviceId),
  ];
  const fault = await faultIn(work, serviceIds, used, path);
  if (fault) return fault;
  const stoppedBy = serviceIds.length === 0 ? "COORDINATOR" : null;
  const chains = work.manager.getRepository(Chain);
  if (chain)
    await chains.update(
      { centreId, id: chain.id },
      { version: chain.version + 1, stoppedBy },
    );
  else
    await chains.insert({
      ...{ centreId, id, senderAccountId, currentId: id },
      ...{ version: 1, stoppedBy },
    });
  await rows.delete({ ...of, state: "WAITING" });
  const last = Math.max(0, ...gone.map(({ place }) => place));
  if (serviceIds.length > 0)
    await rows.insert(
      serviceIds.map((serviceId, index) => ({
        ...of,
        place: last + index + 1,
        serviceId: fromGlobalId("Service", serviceId),
        state: "WAITING" as const,
        skippedBecause: null,
        nextId: null,
        decidedAt: null,
      })),
    );
  return null;
}

/** Where the list began, and where it is. */
async function servicesOf(
  work: Work,
  referral: Referral,
  chain: Chain | null,
): Promise<string[]> {
  const first =
    chain && chain.id !== referral.id
      ? await findReferral(work, chain.id)
      : null;
  return [referral.serviceId, ...(first ? [first.serviceId] : [])];
}

async function faultIn(
  work: Work,
  serviceIds: readonly string[],
  used: readonly string[],
  path: string,
): Promise<InvalidInput | null> {
  const ids = serviceIds.map((id) => fromGlobalId("Service", id));
  const found = [];
  for (const id of ids.slice(0, MOST_FALLBACKS))
    found.push(await findService(work, id));
  return new InputCheck(work.say)
    .that(ids.length <= MOST_FALLBACKS, path, {
      pl: `Plan awaryjny ma najwyżej ${String(MOST_FALLBACKS)} usług.`,
      en: `A fallback list has at most ${String(MOST_FALLBACKS)} services.`,
    })
    .that(
      found.every((service) => service?.isOffered && service.forResidents),
      path,
      {
        pl: "Jednej z usług planu awaryjnego nie ma teraz w ofercie.",
        en: "One of the fallback services is not on offer now.",
      },
    )
    .that(
      new Set([...ids, ...used]).size === ids.length + new Set(used).size,
      path,
      {
        pl: "Każda usługa może być w planie awaryjnym raz, i nie ta, do której skierowanie już wyszło.",
        en: "Each service can be in the list once, and none to which the referral went already.",
      },
    ).problem;
}

const touchOf = (subjectId: string) =>
  ({
    action: "UPDATE",
    noun: "Referral",
    subjectId,
    fields: [],
    change: FALLBACKS_PLANNED,
  }) as const;

/** The organisation of the referral does not hear of it: where its coordinator asks next is hers to know. */
export function eventOf(referral: Referral, type: string) {
  const { facts, ...event } = referralEvent(referral, type);
  return { ...event, partnerId: null, facts: { ...facts, reason: null } };
}
