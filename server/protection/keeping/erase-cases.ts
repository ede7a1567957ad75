// Cases are erased by one function of the database, which proves what it did; here each leaves its line and its event.
import type { Work } from "../../events/index.js";

interface ErasedCase {
  case_id: string;
  coordinator: string;
  version: number;
}

/** @returns ids of those that were erased; what must stay, or holds nothing any more, is none of them */
export async function eraseCases(
  work: Work,
  caseIds: readonly string[],
  rule: "ERASE" | "ERASE_ON_REQUEST",
): Promise<string[]> {
  const erased = await work.rows<ErasedCase>(
    `select * from erase_cases($1, $2, $3)`,
    [caseIds, work.now, rule],
  );
  for (const { case_id: subjectId, coordinator, version } of erased) {
    work.record({
      type: "IdentityErased",
      topic: "CASE",
      subjectId,
      senderAccountId: coordinator,
      facts: { version },
    });
    work.touch({
      action: "UPDATE",
      noun: "Case",
      subjectId,
      fields: [],
      change: "IdentityErased",
      ...(rule === "ERASE_ON_REQUEST" ? { purpose: "ON_REQUEST" } : {}),
    });
  }
  return erased.map(({ case_id }) => case_id);
}
