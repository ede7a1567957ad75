// Versions of the terms: the one that is signed first, and each that takes its place; what held before stays readable.
import type { Work } from "../events/index.js";
import { Agreement } from "./agreement.js";
import { AgreementVersion } from "./agreement-version.js";
import { termsInForce, writeTerms } from "./write-terms.js";

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
    { status: "IN_FORCE" },
  );
  await writeTerms(work, agreement, version.terms);
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
