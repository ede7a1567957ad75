// What the partner of an open referral may look at, answered by the doors of the database alone.
import type { Work } from "../../events/index.js";
import { inOrder, loader } from "../../platform/graphql/loader.js";
import type { PersonalDataField } from "../../programmes/index.js";
import type { CaseKey } from "../sealed-identity.js";
import type { ReferralScope } from "./referral-scope.js";

/** At which fields the actor may look now; null: at nothing. */
export const sightFields = loader<string, readonly PersonalDataField[] | null>(
  async (context, referralIds) => {
    const rows = await context.reads.rows<{
      referral_id: string;
      fields: PersonalDataField[];
    }>(`select referral_id, fields from sights($1, $2)`, [
      referralIds,
      context.now,
    ]);
    return inOrder(referralIds, rows, (row) => row.referral_id).map(
      (row) => row?.fields ?? null,
    );
  },
);

export interface SealedSight extends Pick<
  ReferralScope,
  "caseId" | "fields" | "reasons"
> {
  key: Pick<CaseKey, "caseId" | "masterKeyId" | "wrappedKey">;
  version: number;
  sealed: Buffer;
  words: Buffer | null;
}

export async function sightOf(
  work: Work,
  referralId: string,
): Promise<SealedSight | null> {
  const [row] = await work.rows<SightRow>(`select * from sight_of($1, $2)`, [
    referralId,
    work.now,
  ]);
  if (!row) return null;
  const { case_id: caseId, fields, reasons, words } = row;
  return {
    caseId,
    key: {
      caseId,
      masterKeyId: row.master_key_id,
      wrappedKey: row.wrapped_key,
    },
    version: row.identity_version,
    sealed: row.identity,
    fields,
    reasons,
    words,
  };
}

interface SightRow {
  case_id: string;
  master_key_id: string;
  wrapped_key: Buffer;
  identity_version: number;
  identity: Buffer;
  fields: PersonalDataField[];
  reasons: ReferralScope["reasons"];
  words: Buffer | null;
}
