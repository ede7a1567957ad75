// A referral as it is born: sent with a hold, or waiting without one.
import { dueAt } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Service } from "../offer/index.js";
import type { Grounds } from "./grounds.js";
import { Referral } from "./referral.js";
import { nextNumber, tokenCode } from "./referral-number.js";
import type { SendReferralInput } from "./send-referral-input.js";

export async function newReferral(
  work: Work,
  input: SendReferralInput,
  made: Grounds & {
    id: string;
    service: Service;
    holds: boolean;
    /** The version of the numbers that it made. */
    numbersVersion: number;
    followsId: string | null;
  },
): Promise<Referral> {
  const member = signedIn(work);
  return Object.assign(new Referral(), {
    centreId: work.centreId,
    id: made.id,
    number: await nextNumber(work),
    tokenCode: tokenCode(),
    serviceId: made.service.id,
    partnerId: made.service.partnerId,
    senderAccountId: member.accountId,
    senderName: member.name,
    kind: input.kind,
    priority: input.priority,
    status: made.holds ? "SENT" : "WAITLISTED",
    disclosureLevel: input.disclosureLevel,
    units: input.units,
    takes: made.holds ? "RESERVED" : "NOTHING",
    agreementId: made.agreementId,
    agreementRevision: made.agreementRevision,
    sentAt: work.now,
    dueAt: made.holds ? dueAt(work.now, made.rule) : null,
    dueRule: made.holds ? made.rule : null,
    askedAt: null,
    dueWhenAsked: null,
    clockFrom: null,
    openedAt: null,
    waitingSince: made.holds ? null : work.now,
    queuedVersion: made.holds ? null : made.numbersVersion,
    passedVersion: null,
    passedOver: null,
    expectedOn: null,
    offeredUntil: null,
    decidedAt: null,
    startedAt: null,
    suspendedAt: null,
    suspendReason: null,
    suspendNote: null,
    resumesOn: null,
    finishedAt: null,
    declineReason: null,
    discontinueReason: null,
    withdrawReason: null,
    statutoryDocumentRef: null,
    followsId: made.followsId,
    vanished: false,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Referral>);
}
