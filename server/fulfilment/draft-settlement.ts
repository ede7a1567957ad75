// The organiser freezes the accounts of a period into a sheet; a sheet that is not yet confirmed makes way for the new version.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Words } from "../platform/graphql/words.js";
import type { Period } from "../platform/period.js";
import type { AgreementOrder } from "./agreement-order.js";
import { agreementOf, findOrder, holdOrder, partyOf } from "./find-order.js";
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
  const seen = await findOrder(work, input.orderId);
  if (!seen) return unknownOrder(work.say);
  authorize(work, fulfilmentPolicy.draft, seen);
  const { centreId } = work;
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
  // of two drafts at once the second finds the first
  const order = await holdOrder(work, seen);
  const period = order.periodAround(input.on);
  const agreement = await agreementOf(work, order);
  const isOfItsTime = isWithin(agreement, await partyOf(work, order), period);
  const problem = faults(work, input, isOfItsTime, period);
  if (problem) return problem;
  const replaced = await standing(work, order, period);
  if (replaced?.status === "CONFIRMED") return notAnew(work, SETTLED);
  if (await isSettledOtherwise(work, order, period))
    return notAnew(work, SETTLED_OTHERWISE);
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

/** Locked, so that nobody confirms what is being replaced. */
async function standing(
  work: Work,
  { centreId, id }: AgreementOrder,
  { from, to }: Period,
): Promise<SettlementSheet | null> {
  const found = await work.manager.getRepository(SettlementSheet).find({
    where: { centreId, orderId: id, fromOn: from, toOn: to },
    order: { revision: "DESC" },
    take: 1,
    lock: { mode: "pessimistic_write" },
  });
  return found[0] ?? null;
}

/** By a sheet of some of the same days, for a period of another kind; the database holds it as well. */
async function isSettledOtherwise(
  work: Work,
  { centreId, id }: AgreementOrder,
  { from, to }: Period,
): Promise<boolean> {
  const [found] = await work.rows<{ known: boolean }>(
    `select exists (select from settlement_sheet where centre_id = $1 and order_id = $2 and status <> 'REPLACED'
       and from_on <= $4::date and to_on >= $3::date and (from_on, to_on) <> ($3::date, $4::date)) as known`,
    [centreId, id, from, to],
  );
  return found?.known ?? false;
}

const SETTLED: Words = {
  pl: "Ten okres jest już rozliczony: obie strony potwierdziły.",
  en: "This period is settled already: both sides have confirmed.",
};

const SETTLED_OTHERWISE: Words = {
  pl: "Część tego czasu ma już rozliczenie za inny okres. Tych samych dni nie rozlicza się dwa razy.",
  en: "Some of this time has a settlement already, for another period. The same days are not settled twice.",
};

function notAnew(work: Work, why: Words): InvalidInput {
  return unknownNoun(work.say, "on", why);
}

function faults(
  work: Work,
  { requestKey }: DraftSettlementInput,
  isOfItsTime: boolean,
  period: Period,
): InvalidInput | null {
  return new InputCheck(work.say)
    .key(requestKey)
    .that(isOfItsTime, "on", withoutAgreement)
    .that(period.to < localDate(work.now), "on", {
      pl: "Ten okres jeszcze trwa. Rozlicz go, gdy minie.",
      en: "This period is still running. Settle it when it is over.",
    }).problem;
}
