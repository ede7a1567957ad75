// Seals and opens the identity of a case; the text in clear lives in memory alone, for as long as one operation.
import type { DataKey, Vault } from "../platform/vault.js";
import { CaseIdentity } from "./case-identity.js";
import type { CaseKey, SealedIdentity } from "./sealed-identity.js";

interface OfCase {
  centreId: string;
  caseId: string;
}

/** Whose data key it is: one that was moved to another case opens nothing. */
export function ownerOf({ centreId, caseId }: OfCase): string {
  return JSON.stringify(["case", centreId, caseId]);
}

/** An older text put in the place of a newer one opens nothing. */
function placeOf({ centreId, caseId }: OfCase, version: number): string {
  return JSON.stringify(["case identity", centreId, caseId, version]);
}

/** Null where the key was destroyed. */
export function dataKeyOf(vault: Vault, key: CaseKey): DataKey | null {
  const { masterKeyId, wrappedKey } = key;
  return wrappedKey && vault.unwrap(ownerOf(key), { masterKeyId, wrappedKey });
}

export function sealIdentity(
  dataKey: DataKey,
  of: OfCase,
  version: number,
  identity: CaseIdentity,
): Buffer {
  return dataKey.seal(placeOf(of, version), JSON.stringify(identity));
}

export function openIdentity(
  dataKey: DataKey,
  kept: SealedIdentity,
): CaseIdentity {
  const text = dataKey.open(placeOf(kept, kept.version), kept.sealed);
  const written: unknown = JSON.parse(text);
  if (typeof written !== "object" || !written)
    throw new Error("what was sealed is no identity");
  return Object.assign(new CaseIdentity(), written);
}
