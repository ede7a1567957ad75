// Versions of the terms: the one that is signed first, and each that takes its place; what held before stays readable.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { Agreement } from "./agreement.js";
import type { VersionStatus } from "./agreement-kind.js";
import {
  AgreementVersion,
  AgreementVersionParty,
  isSignedByAll,
} from "./agreement-version.js";
import { partiesOf } from "./find-agreement.js";
import type { Terms } from "./terms.js";
import { termsInForce, writeTerms } from "./write-terms.js";

/** May still take force. */
export const TO_COME: readonly VersionStatus[] = ["PROPOSED", "SIGNED"];

/** The terms in force get their version, once. */
export async function keepVersion(
  work: Work,
  agreement: Agreement,
): Promise<void> {
  const { centreId, id: agreementId, revision } = agreement;
  const versions = work.manager.getRepository(AgreementVersion);
  if (await versions.existsBy({ centreId, agreementId, revision })) return;
  await versions.insert({
    centreId,
    agreementId,
    revision,
    status: "IN_FORCE",
    terms: await termsInForce(work, agreement),
    changes: [],
    effectiveFrom: agreement.validFrom,
    madeBy: null,
    madeAt: work.now,
  });
}

/** What is to come does not come about: a party says so, or there is nothing left to amend. */
export async function rejectProposed(
  work: Work,
  { centreId, id: agreementId, kind }: Agreement,
  statuses: readonly VersionStatus[] = TO_COME,
): Promise<void> {
  await work.inSystemsName(async () => {
    const versions = work.manager.getRepository(AgreementVersion);
    for (const { revision } of await versions.find({
      where: { centreId, agreementId, status: In([...statuses]) },
      order: { revision: "ASC" },
    })) {
      await versions.update(
        { centreId, agreementId, revision },
        { status: "REJECTED" },
      );
      work.record({
        type: "AgreementAmendmentRejected",
        topic: "NETWORK",
        subjectId: agreementId,
        facts: { kind, revision },
      });
    }
  });
}

/** Once all have signed: it waits for its first day, in place of what waited for one before. */
export async function becomeSigned(
  work: Work,
  agreement: Agreement,
  version: AgreementVersion,
): Promise<boolean> {
  if (version.status === "SIGNED") return true;
  if (!(await haveAllSigned(work, agreement, version.revision))) return false;
  const { centreId, id: agreementId } = agreement;
  const versions = work.manager.getRepository(AgreementVersion);
  await versions.update(
    { centreId, agreementId, status: "SIGNED" },
    { status: "REPLACED" },
  );
  const { revision } = version;
  version.status = "SIGNED";
  await versions.update(
    { centreId, agreementId, revision },
    { status: version.status },
  );
  return true;
}

/** Its first day has come, and something keeps it back: told once. */
export async function tellHeld(
  work: Work,
  { centreId, id: agreementId, kind }: Agreement,
  { revision, heldOn }: AgreementVersion,
): Promise<void> {
  if (heldOn !== null) return;
  await work.manager
    .getRepository(AgreementVersion)
    .update(
      { centreId, agreementId, revision },
      { heldOn: localDate(work.now) },
    );
  work.record({
    type: "AgreementAmendmentHeld",
    topic: "NETWORK",
    subjectId: agreementId,
    facts: { kind, revision },
  });
}

/** Whether a version waits for nobody's signature any more. */
export async function haveAllSigned(
  work: Work,
  agreement: Agreement,
  revision: number,
): Promise<boolean> {
  const { centreId, id: agreementId } = agreement;
  const signatures = await work.manager
    .getRepository(AgreementVersionParty)
    .findBy({ centreId, agreementId, revision });
  return isSignedByAll(
    signatures,
    await partiesOf(work, agreement),
    localDate(work.now),
  );
}

/** A last day that nobody amended may have been renewed since it was proposed. */
export function termsToCome(
  { validTo }: Agreement,
  { terms, changes }: AgreementVersion,
): Terms {
  const amendsEnd = changes.some(({ field }) => field === "validTo");
  return amendsEnd ? terms : { ...terms, validTo };
}

/** A version that all have signed takes the place of the one before. */
export async function putInForce(
  work: Work,
  agreement: Agreement,
  version: AgreementVersion,
): Promise<void> {
  const { centreId, id: agreementId } = agreement;
  const versions = work.manager.getRepository(AgreementVersion);
  await keepVersion(work, agreement);
  await versions.update(
    { centreId, agreementId, status: "IN_FORCE" },
    { status: "PAST" },
  );
  await versions.update(
    { centreId, agreementId, revision: version.revision },
    { status: "IN_FORCE", heldOn: null },
  );
  await writeTerms(work, agreement, termsToCome(agreement, version));
  agreement.revision = version.revision;
  await work.manager
    .getRepository(Agreement)
    .update({ centreId, id: agreementId }, { revision: version.revision });
  work.record({
    type: "AgreementAmended",
    topic: "NETWORK",
    subjectId: agreementId,
    facts: { revision: version.revision },
  });
}
