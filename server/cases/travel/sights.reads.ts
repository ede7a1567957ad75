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

/** Of these, what may be looked at; each that is missing is not to be seen. */
export async function sightsOf(
  work: Work,
  referralIds: readonly string[],
): Promise<Map<string, SealedSight>> {
  const rows = await work.rows<SightRow & { id: string }>(
    `select asked.id, seen.* from unnest($1::uuid[]) asked(id) cross join lateral sight_of(asked.id, $2) seen`,
    [[...referralIds].sort(), work.now],
  );
  return new Map(rows.map((row) => [row.id, sealedSight(row)]));
}

function sealedSight(row: SightRow): SealedSight {
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
