// Finds the actor's own case with what is sealed of it, and waits for whoever changes it.
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import type { TouchAction } from "../platform/permission/touch.js";
import { Case } from "./case.js";
import { unknownCase } from "./case-problems.js";
import { findOwnCase } from "./cases.reads.js";
import { CaseKey, SealedIdentity } from "./sealed-identity.js";

/** Says on record what is meant to be done; nobody else changes the case until the work ends. */
export async function lockOwnCase(
  work: Work,
  caseId: string,
  means: { action: TouchAction; change: string },
): Promise<Case | InvalidInput> {
  signedIn(work);
  const id = fromGlobalId("Case", caseId);
  work.means({ ...means, noun: "Case", subjectId: id, fields: [] });
  if (!(await findOwnCase(work, id))) return unknownCase(work.say);
  return work.manager.getRepository(Case).findOneOrFail({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
}

export interface Kept {
  key: CaseKey | null;
  sealed: SealedIdentity | null;
}

export async function keptOf(
  { manager }: Pick<Work, "manager">,
  { centreId, id: caseId }: Case,
): Promise<Kept> {
  return {
    key: await manager.getRepository(CaseKey).findOneBy({ centreId, caseId }),
    sealed: await manager
      .getRepository(SealedIdentity)
      .findOneBy({ centreId, caseId }),
  };
}

/** Ids, and the version that it left; never a word of the person. */
export function recordCase(
  work: Work,
  type:
    | "CaseOpened"
    | "CaseClosed"
    | "CaseReopened"
    | "IdentityCorrected"
    | "IdentityErased",
  of: Case,
): void {
  work.record({
    type,
    topic: "CASE",
    subjectId: of.id,
    senderAccountId: of.coordinatorAccountId,
    facts: { version: of.version },
  });
}

export async function saveCase(work: Work, changed: Case): Promise<void> {
  changed.version += 1;
  const { centreId, id, closedOn, version } = changed;
  await work.manager
    .getRepository(Case)
    .update({ centreId, id }, { closedOn, version });
}
