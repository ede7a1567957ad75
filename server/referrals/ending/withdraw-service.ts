// A partner withdraws its service: what is open there gets its plan in the same step, finished or given back, and nobody is left behind.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  registerEnumType,
} from "type-graphql";

import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import {
  endOffer,
  findService,
  Service,
  ServiceMoved,
  servicePolicy,
  unknownService,
} from "../../offer/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../../platform/graphql/problem.js";
import { allows } from "../../platform/permission/allows.js";
import { findReferrals } from "../move-referral.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { openStates } from "../transitions.js";
import { giveUp } from "./give-up.js";

export const EndingWay = {
  FINISH_HERE: "FINISH_HERE",
  GIVE_BACK: "GIVE_BACK",
} as const;
export type EndingWay = keyof typeof EndingWay;

registerEnumType(EndingWay, {
  name: "EndingWay",
  description: "What becomes of an open referral when its service ends.",
  valuesConfig: {
    FINISH_HERE: { description: "What was accepted is finished here." },
    GIVE_BACK: {
      description:
        "It goes back to the coordinator: declined, or broken off where it was accepted.",
    },
  },
});

@InputType({ description: "What becomes of one open referral." })
export class EndingPlan {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => EndingWay, { description: "How it ends." })
  way!: EndingWay;
}

/** A service with more is emptied before it is withdrawn. */
const MOST_PLANS = 200;

@InputType({ description: "Which service is offered no more." })
export class WithdrawServiceInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => [EndingPlan], {
    description:
      "A plan for each referral that is open there, at most 200; what waits for an answer or a place can only be given back.",
  })
  plans!: EndingPlan[];
}

export const WithdrawServicePayload = createUnionType({
  name: "WithdrawServicePayload",
  description: "Outcome of withdrawing a service.",
  types: () => [Service, ServiceMoved, InvalidInput] as const,
});

type Outcome = typeof WithdrawServicePayload;

/** Referrals before numbers, as everybody locks them; what was sent meanwhile has no plan, and undoes it all. */
export async function withdrawService(
  work: Work,
  input: WithdrawServiceInput,
): Promise<Outcome> {
  const id = fromGlobalId("Service", input.serviceId);
  const service = await findService(work, id);
  if (!service) return unknownService(work, "serviceId");
  authorize(work, servicePolicy.keep, service);
  if (service.status === "WITHDRAWN") return endOffer(work, input);
  const plans = new Map(
    input.plans
      .slice(0, MOST_PLANS)
      .map(({ referralId, way }) => [
        fromGlobalId("Referral", referralId),
        way,
      ]),
  );
  const open = await openAt(work, id);
  if (open.length !== plans.size || open.some((one) => !plans.has(one)))
    return planLacking(work, open.length);
  for (const referral of await findReferrals(work, open, { forUpdate: true })) {
    const problem = await carryOut(work, referral, plans);
    if (problem) return problem;
  }
  const ended = await endOffer(work, input);
  if (!(ended instanceof Service)) return ended;
  const kept = [...plans.values()].filter((way) => way === "FINISH_HERE");
  const left = await openAt(work, id);
  return left.length === kept.length ? ended : planLacking(work, left.length);
}

/** Those too that the actor does not see. */
async function openAt(work: Work, serviceId: string): Promise<string[]> {
  const rows = await work.inSystemsName(() =>
    work.rows<{ id: string }>(
      `select id from referral where centre_id = $1 and service_id = $2 and status = any($3) order by id`,
      [work.centreId, serviceId, openStates],
    ),
  );
  return rows.map(({ id }) => id);
}

async function carryOut(
  work: Work,
  referral: Referral | null,
  plans: ReadonlyMap<string, EndingWay>,
): Promise<InvalidInput | null> {
  if (!referral || !allows(referralPolicy.decline, work.actor, referral))
    return unknownNoun(work.say, "plans", {
      pl: "Są tu otwarte skierowania. Usługę wycofa osoba, która na nie odpowiada.",
      en: "Referrals are open here. Who answers them withdraws the service.",
    });
  if (plans.get(referral.id) === "GIVE_BACK") return giveUp(work, referral);
  const isTaken = ["ACCEPTED", "IN_PROGRESS", "SUSPENDED"].includes(
    referral.status,
  );
  return isTaken
    ? null
    : unknownNoun(work.say, "plans", {
        pl: `Skierowanie ${referral.number} czeka na odpowiedź albo na miejsce. Przyjmij je najpierw albo oddaj.`,
        en: `Referral ${referral.number} waits for an answer or a place. Accept it first, or give it back.`,
      });
}

function planLacking(work: Work, open: number): InvalidInput {
  return unknownNoun(work.say, "plans", {
    pl: `Otwarte skierowania: ${String(open)}. Podaj przy każdym, co dalej.`,
    en: `Open referrals: ${String(open)}. Say for each what comes next.`,
  });
}
