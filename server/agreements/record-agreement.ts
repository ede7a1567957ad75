// An agreement that was made on paper is put on record; from here on it opens its partners' services, or does not.
import { randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import type { DataRole } from "../partners/index.js";
import { Agreement } from "./agreement.js";
import type { AgreementKind, AgreementStatus } from "./agreement-kind.js";
import { AgreementParty } from "./agreement-party.js";
import { keepVersion } from "./keep-version.js";
import { refreshScope } from "./scope.js";

export interface NewAgreement {
  id?: string;
  number: string;
  kind: AgreementKind;
  title: string;
  status: AgreementStatus;
  signedOn: string | null;
  validFrom: string | null;
  validTo: string | null;
  dataRole: DataRole;
  answerEmergency: string | null;
  answerUrgent: string | null;
  answerStandard: string | null;
  offerUpdateDutyDays: number | null;
  hubPartnerId: string;
  partnerIds: readonly string[];
}

export async function recordAgreement(
  work: Work,
  { hubPartnerId, partnerIds, ...given }: NewAgreement,
): Promise<Agreement> {
  const { centreId, now } = work;
  const { status, ...terms } = given;
  const agreement = Object.assign(new Agreement(), {
    ...terms,
    centreId,
    id: given.id ?? randomUUID(),
    recordedStatus: status,
    purpose: null,
    noticeDays: null,
    autoRenew: false,
    renewMonths: null,
    dpaAgreementId: null,
    allowsSensitive: false,
    meetingsPerYear: null,
    reporting: null,
    disputeClause: null,
    isPublic: false,
    endedOn: null,
    suspendedOn: null,
    partyIds: [hubPartnerId, ...partnerIds],
    presentIds: [hubPartnerId, ...partnerIds],
    grantForm: null,
    revision: 1,
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<Agreement>);
  await work.manager.getRepository(Agreement).insert(agreement);
  await work.inSystemsName(async () => {
    // it comes signed, and nobody else joins what was signed
    await work.manager.getRepository(AgreementParty).insert(
      [hubPartnerId, ...partnerIds].map((partnerId) => ({
        centreId,
        agreementId: agreement.id,
        partnerId,
        signedOn: given.signedOn,
      })),
    );
    for (const partnerId of partnerIds) await refreshScope(work, partnerId);
  });
  if (status === "ACTIVE" || status === "SIGNED")
    await work.inSystemsName(() => keepVersion(work, agreement));
  work.record({
    type: "AgreementRecorded",
    topic: "NETWORK",
    subjectId: agreement.id,
    facts: { kind: agreement.kind, status },
  });
  return agreement;
}
