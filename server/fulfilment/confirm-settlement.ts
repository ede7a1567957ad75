// A side confirms a settlement sheet, or objects with a reason; what both confirmed stays for good.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { AgreementOrder } from "./agreement-order.js";
import { findSheet, holdOrder } from "./find-order.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { reportOf } from "./fulfilment.reads.js";
import {
  sentencesFit,
  SettlementMoved,
  settlementMoved,
  unknownSheet,
} from "./fulfilment-problems.js";
import type { AgreementSide } from "./settlement-sheet.js";
import { SettlementSheet } from "./settlement-sheet.js";

@InputType({ description: "Which version of a sheet is confirmed." })
export class ConfirmSettlementInput {
  @Field(() => ID, { description: "The version that was read." })
  sheetId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Version of the organisation's report beside it; null: there was none. Left out: whatever was reported since.",
  })
  ifReportVersion?: number | null;
}

@InputType({ description: "Which version of a sheet is not right, and why." })
export class ObjectToSettlementInput {
  @Field(() => ID, { description: "The version that was read." })
  sheetId!: string;

  @Field(() => String, {
    description:
      "What is not right, 3 to 1000 characters, nothing of a person.",
  })
  reason!: string;
}

export const ConfirmSettlementPayload = createUnionType({
  name: "ConfirmSettlementPayload",
  description: "Outcome of confirming a sheet.",
  types: () => [SettlementSheet, SettlementMoved, InvalidInput] as const,
});

export const ObjectToSettlementPayload = createUnionType({
  name: "ObjectToSettlementPayload",
  description: "Outcome of objecting to a sheet.",
  types: () => [SettlementSheet, SettlementMoved, InvalidInput] as const,
});

export async function confirmSettlement(
  work: Work,
  { sheetId, ifReportVersion }: ConfirmSettlementInput,
): Promise<typeof ConfirmSettlementPayload> {
  return speak(work, sheetId, "SettlementConfirmed", (sheet, side, reported) =>
    // told again it is done already
    sheet.status === "CONFIRMED" && sheet.confirmedBy(side)
      ? "same"
      : (ifReportVersion === undefined || ifReportVersion === reported) &&
        sheet.confirm(side, work.now),
  );
}

export async function objectToSettlement(
  work: Work,
  { sheetId, reason }: ObjectToSettlementInput,
): Promise<typeof ObjectToSettlementPayload> {
  const text = reason.trim();
  const { problem } = sentencesFit(new InputCheck(work.say), "reason", text);
  return speak(
    work,
    sheetId,
    "SettlementObjected",
    (sheet, side) =>
      sheet.objectedBy === side && sheet.objection === text
        ? "same"
        : sheet.object(side, text, work.now),
    problem,
  );
}

/** For whom the actor speaks; who speaks for both confirms one after the other. */
function sideOf(work: Work, sheet: SettlementSheet): AgreementSide {
  const { confirmForHub, confirmForPartner } = fulfilmentPolicy;
  const isHub = allows(confirmForHub, work.actor, sheet);
  const isPartner = allows(confirmForPartner, work.actor, sheet);
  return isHub && !(isPartner && sheet.hubConfirmedAt) ? "HUB" : "PARTNER";
}

async function speak(
  work: Work,
  sheetId: string,
  type: string,
  change: (
    sheet: SettlementSheet,
    side: AgreementSide,
    /** Version of the organisation's report of the period. */
    reported: number | null,
  ) => boolean | "same",
  problem: InvalidInput | null = null,
): Promise<SettlementSheet | SettlementMoved | InvalidInput> {
  signedIn(work);
  const seen = await findSheet(work, sheetId);
  if (!seen) return unknownSheet(work.say);
  authorize(work, fulfilmentPolicy.confirm, seen);
  if (problem) return problem;
  const { centreId, id, orderId, fromOn, toOn } = seen;
  // nothing is reported of a period while it is being settled
  const order = await holdOrder(
    work,
    await work.manager
      .getRepository(AgreementOrder)
      .findOneByOrFail({ centreId, id: orderId }),
  );
  const report = await reportOf(work, order, { from: fromOn, to: toOn });
  const sheets = work.manager.getRepository(SettlementSheet);
  // both sides at once: the second waits, and adds her own word
  const sheet = await sheets.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  const side = sideOf(work, sheet);
  const changed = change(sheet, side, report?.version ?? null);
  if (changed === "same") return sheet;
  if (!changed) {
    const [latest = sheet] = await sheets.find({
      where: { centreId, orderId, fromOn, toOn },
      order: { revision: "DESC" },
      take: 1,
    });
    return settlementMoved(work.say, latest);
  }
  const { status, hubConfirmedAt, partnerConfirmedAt } = sheet;
  const { objectedBy, objection, objectedAt } = sheet;
  await sheets.update(
    { centreId, id },
    {
      status,
      hubConfirmedAt,
      partnerConfirmedAt,
      objectedBy,
      objection,
      objectedAt,
    },
  );
  work.record({
    type,
    topic: "NETWORK",
    subjectId: id,
    partnerId: sheet.partnerId,
    facts: { side, status, revision: sheet.revision },
  });
  return sheet;
}
