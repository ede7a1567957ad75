// A basis ends: she takes it back, or her case is closed; nothing new travels on it from here.
import { IsNull } from "typeorm";

import type { Work } from "../../events/index.js";
import { fromGlobalId, toGlobalId } from "../../platform/graphql/global-id.js";
import type { InvalidInput } from "../../platform/graphql/problem.js";
import { denied, unknownNoun } from "../../platform/graphql/problem.js";
import { Case } from "../case.js";
import { lockOwnCase } from "../find-case.js";
import { type BasisEnd, DisclosureBasis } from "./disclosure-basis.js";

/** The basis with its case locked, so that nobody sends on it meanwhile. */
export async function lockOwnBasis(
  work: Work,
  basisId: string,
  change: string,
): Promise<DisclosureBasis | InvalidInput> {
  const of = {
    centreId: work.centreId,
    id: fromGlobalId("DisclosureBasis", basisId),
  };
  const bases = work.manager.getRepository(DisclosureBasis);
  const seen = await bases.findOneBy(of);
  const caseId = toGlobalId("Case", seen?.caseId ?? of.id);
  const found = await lockOwnCase(work, caseId, { action: "UPDATE", change });
  if (!seen || !(found instanceof Case))
    return denied(
      unknownNoun(work.say, "basisId", {
        pl: "Nie ma takiej podstawy.",
        en: "There is no such basis.",
      }),
    );
  return bases.findOneByOrFail(of);
}

export async function endBasis(
  work: Work,
  basis: DisclosureBasis,
  endedBy: BasisEnd,
): Promise<void> {
  const { centreId, id, caseId } = basis;
  Object.assign(basis, { revokedAt: work.now, endedBy });
  await work.manager
    .getRepository(DisclosureBasis)
    .update({ centreId, id }, { revokedAt: work.now, endedBy });
  work.touch({
    action: "UPDATE",
    noun: "Case",
    subjectId: caseId,
    fields: [],
    change: "BasisWithdrawn",
  });
}

/** Of a case that is closed: what is opened again begins without any. */
export async function endBasesOf(
  work: Work,
  { centreId, id: caseId }: Case,
): Promise<void> {
  await work.manager
    .getRepository(DisclosureBasis)
    .update(
      { centreId, caseId, revokedAt: IsNull() },
      { revokedAt: work.now, endedBy: "CASE_CLOSED" },
    );
}
