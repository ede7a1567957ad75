// The organiser turns a shortfall into a talk, a corrective action or a claim: who acts, and by when.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { AgreementOrder } from "./agreement-order.js";
import { findOrder } from "./find-order.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { sentencesFit, unknownOrder } from "./fulfilment-problems.js";
import { AgreementSide } from "./settlement-sheet.js";
import { Shortfall, ShortfallKind } from "./shortfall.js";

@InputType({ description: "What is short, and what becomes of it." })
export class RaiseShortfallInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Of which order." })
  orderId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Which service of the order; null: the whole.",
  })
  serviceId?: string | null;

  @Field(() => Day, { description: "A day of the period that it is about." })
  on!: string;

  @Field(() => ShortfallKind, { description: "What it becomes." })
  kind!: ShortfallKind;

  @Field(() => String, {
    description: "What is missing, 3 to 1000 characters, nothing of a person.",
  })
  reason!: string;

  @Field(() => AgreementSide, { description: "Who has to act." })
  owner!: AgreementSide;

  @Field(() => Day, { description: "By when; today or later." })
  dueOn!: string;
}

export const RaiseShortfallPayload = createUnionType({
  name: "RaiseShortfallPayload",
  description: "Outcome of raising a shortfall.",
  types: () => [Shortfall, RequestKeyReused, InvalidInput] as const,
});

export async function raiseShortfall(
  work: Work,
  input: RaiseShortfallInput,
): Promise<typeof RaiseShortfallPayload> {
  signedIn(work);
  const order = await findOrder(work, input.orderId);
  if (!order) return unknownOrder(work.say);
  authorize(work, fulfilmentPolicy.raise, order);
  const { centreId } = work;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "raiseShortfall",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const shortfalls = work.manager.getRepository(Shortfall);
  if (taken.repeats)
    return shortfalls.findOneByOrFail({ centreId, id: taken.repeats });
  const serviceId = input.serviceId
    ? fromGlobalId("Service", input.serviceId)
    : null;
  const problem = faults(work, order, input, serviceId);
  if (problem) return problem;
  const { from, to } = order.periodAround(input.on);
  const shortfall = Object.assign(new Shortfall(), {
    centreId,
    id,
    orderId: order.id,
    partnerId: order.partnerId,
    serviceId,
    fromOn: from,
    toOn: to,
    kind: input.kind,
    reason: input.reason.trim(),
    owner: input.owner,
    dueOn: input.dueOn,
    state: "OPEN",
    answer: null,
    answeredAt: null,
    result: null,
    closedAt: null,
    missing: null,
    version: 1,
    raisedAt: work.now,
  } satisfies Partial<Shortfall>);
  await shortfalls.insert(shortfall);
  const { kind, owner, dueOn, partnerId } = shortfall;
  work.record({
    type: "ShortfallRaised",
    topic: "NETWORK",
    subjectId: id,
    partnerId,
    facts: { orderId: order.id, kind, owner, dueOn },
  });
  return shortfall;
}

function faults(
  work: Work,
  order: AgreementOrder,
  { requestKey, reason, dueOn, on }: RaiseShortfallInput,
  serviceId: string | null,
): InvalidInput | null {
  const today = localDate(work.now);
  const period = order.periodAround(on);
  const check = new InputCheck(work.say)
    .key(requestKey)
    .that(
      serviceId === null ||
        order.linesIn(period).some((line) => line.serviceId === serviceId),
      "serviceId",
      {
        pl: "Wybierz usługę z zamówienia.",
        en: "Choose a service of the order.",
      },
    )
    .that(period.from <= today, "on", {
      pl: "Ten okres się jeszcze nie zaczął.",
      en: "This period has not begun yet.",
    })
    .that(dueOn >= today, "dueOn", {
      pl: "Podaj dzień od dziś wzwyż.",
      en: "Give a day from today on.",
    });
  return sentencesFit(check, "reason", reason).problem;
}
