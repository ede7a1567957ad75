// Writes the identity of a case, and its blind index, for the first time or anew.
import type { Work } from "../events/index.js";
import type { Case } from "./case.js";
import type { CaseIdentity } from "./case-identity.js";
import type { Kept } from "./find-case.js";
import { dataKeyOf, ownerOf, sealIdentity } from "./identity-seal.js";
import { keptToken, PersonIndex } from "./person-index.js";
import { CaseKey, SealedIdentity } from "./sealed-identity.js";

export async function writeIdentity(
  work: Work,
  { centreId, id: caseId }: Case,
  identity: CaseIdentity,
  { key, sealed: before }: Kept,
): Promise<void> {
  const { vault } = work.keys;
  const of = { centreId, caseId };
  const dataKey = key ? dataKeyOf(vault, key) : await makeKey(work, of);
  if (!dataKey) throw new Error("what was erased is not written again");
  const version = (before?.version ?? 0) + 1;
  const kept = {
    version,
    sealed: sealIdentity(dataKey, of, version, identity),
    changedAt: work.now,
  };
  const identities = work.manager.getRepository(SealedIdentity);
  if (before) await identities.update(of, kept);
  else await identities.insert({ ...of, ...kept });

  const people = work.manager.getRepository(PersonIndex);
  await people.delete(of);
  const token = keptToken(vault, centreId, identity);
  if (token) await people.insert({ ...of, ...token });
}

async function makeKey(work: Work, of: { centreId: string; caseId: string }) {
  const { key, wrapped } = work.keys.vault.makeKey(ownerOf(of));
  await work.manager
    .getRepository(CaseKey)
    .insert({ ...of, ...wrapped, madeAt: work.now, destroyedAt: null });
  return key;
}
