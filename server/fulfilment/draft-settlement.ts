// The organiser freezes the accounts of a period into a sheet; a sheet that is not yet confirmed makes way for the new version.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Agreement } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import {
  isRequestKey,
  RequestKeyReused,
  takeRequestKey,
} from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Period } from "../platform/period.js";
import type { AgreementOrder } from "./agreement-order.js";
import { agreementOf, findOrder } from "./find-order.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { accountsOf } from "./fulfilment.reads.js";
import { unknownOrder } from "./fulfilment-problems.js";
import { SettlementSheet } from "./settlement-sheet.js";
import { isWithin, withoutAgreement } from "./within.js";

@InputType({ description: "Which period is settled." })
export class DraftSettlementInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Of which order." })
  orderId!: string;

  @Field(() => Day, { description: "A day of the period, which has passed." })
  on!: string;
}

export const DraftSettlementPayload = createUnionType({
  name: "DraftSettlementPayload",
  description: "Outcome of drafting a settlement sheet.",
  types: () => [SettlementSheet, RequestKeyReused, InvalidInput] as const,
});

export async function draftSettlement(
  work: Work,
  input: DraftSettlementInput,
): Promise<typeof DraftSettlementPayload> {
  signedIn(work);
  const order = await findOrder(work, input.orderId);
  if (!order) return unknownOrder(work.say);
  authorize(work, fulfilmentPolicy.draft, order);
  const period = order.periodAround(input.on);
  const agreement = await agreementOf(work, order);
  const problem = faults(work, input, agreement, period);
  if (problem) return problem;
  const { centreId } = order;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "draftSettlement",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const sheets = work.manager.getRepository(SettlementSheet);
  if (taken.repeats)
    return sheets.findOneByOrFail({ centreId, id: taken.repeats });
  const replaced = await standing(work, order, period);
  if (replaced?.status === "CONFIRMED") return settled(work);
  if (replaced)
    await sheets.update({ centreId, id: replaced.id }, { status: "REPLACED" });
  const sheet = Object.assign(new SettlementSheet(), {
    centreId,
    id,
    orderId: order.id,
    partnerId: order.partnerId,
    fromOn: period.from,
    toOn: period.to,
    revision: (replaced?.revision ?? 0) + 1,
    status: "OPEN",
    figures: await accountsOf(work, order, agreement, period),
    draftedAt: work.now,
    hubConfirmedAt: null,
    partnerConfirmedAt: null,
    objectedBy: null,
    objection: null,
    objectedAt: null,
  } satisfies Partial<SettlementSheet>);
  await sheets.insert(sheet);
  work.record({
    type: "SettlementDrafted",
    topic: "NETWORK",
    subjectId: sheet.id,
    partnerId: sheet.partnerId,
    facts: {
      orderId: order.id,
      from: period.from,
      to: period.to,
      revision: sheet.revision,
    },
  });
  return sheet;
}

/** Locked, so that nobody confirms what is being replaced; of two drafts at once the second finds the first. */
async function standing(
  work: Work,
  { centreId, id }: AgreementOrder,
  { from, to }: Period,
): Promise<SettlementSheet | null> {
  await work.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `settlement ${centreId} ${id} ${from}`,
  ]);
  const found = await work.manager.getRepository(SettlementSheet).find({
    where: { centreId, orderId: id, fromOn: from, toOn: to },
    order: { revision: "DESC" },
    take: 1,
    lock: { mode: "pessimistic_write" },
  });
  return found[0] ?? null;
}

function settled(work: Work): InvalidInput {
  const check = new InputCheck(work.say).that(false, "on", {
    pl: "Ten okres jest już rozliczony: obie strony potwierdziły.",
    en: "This period is settled already: both sides have confirmed.",
  });
  return check.problem ?? unknownOrder(work.say);
}

function faults(
  work: Work,
  { requestKey }: DraftSettlementInput,
  agreement: Agreement,
  period: Period,
): InvalidInput | null {
  return new InputCheck(work.say)
    .that(isRequestKey(requestKey), "requestKey", {
      pl: "Klucz ma mieć od 1 do 200 znaków.",
      en: "A key has from 1 to 200 characters.",
    })
    .that(isWithin(agreement, period), "on", withoutAgreement)
    .that(period.to < localDate(work.now), "on", {
      pl: "Ten okres jeszcze trwa. Rozlicz go, gdy minie.",
      en: "This period is still running. Settle it when it is over.",
    }).problem;
}
