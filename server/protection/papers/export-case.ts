// Referrals and results of an own case as a table for the system that the office keeps anyway (story K24).
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import { Case, lockOwnCase } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { localDate } from "../../platform/calendar.js";
import { csvOf } from "../../platform/csv.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { referralsOf, type SentReferral } from "./case-facts.reads.js";

@InputType({ description: "Which case leaves as a table." })
export class ExportCaseInput {
  @Field(() => ID, { description: "Which case, of the viewer's own." })
  caseId!: string;
}

@ObjectType({ description: "Referrals and results of a case as CSV." })
export class CaseExport {
  @Field(() => String, {
    description:
      "UTF-8, separated by commas, with a line of names; by pseudonym and own number, without a name.",
  })
  csv!: string;

  @Field(() => Int, { description: "How many referrals are in it." })
  lines!: number;
}

export const ExportCasePayload = createUnionType({
  name: "ExportCasePayload",
  description: "Outcome of taking the referrals of a case along.",
  types: () => [CaseExport, InvalidInput] as const,
});

const COLUMNS = [
  "pseudonym",
  "case_reference",
  "referral",
  "referral_reference",
  "service",
  "provider",
  "level",
  "fields",
  "basis",
  "agreement",
  "status",
  "reason",
  "units",
  "unit",
  "delivered_units",
  "result",
  "sent_on",
  "decided_on",
  "started_on",
  "finished_on",
];

export async function exportCase(
  work: Work,
  { caseId }: ExportCaseInput,
): Promise<typeof ExportCasePayload> {
  const means = { action: "EXPORT", change: "CaseExported" } as const;
  const found = await lockOwnCase(work, caseId, means);
  if (!(found instanceof Case)) return found;
  const referrals = await referralsOf(work, found);
  work.touch({
    ...means,
    noun: "Case",
    subjectId: found.id,
    fields: ["CASE_FILE"],
  });
  return Object.assign(new CaseExport(), {
    csv: csvOf([COLUMNS, ...referrals.map((one) => cellsOf(found, one))]),
    lines: referrals.length,
  });
}

const dayOf = (at: Date | null) => (at ? localDate(at) : "");

function cellsOf(of: Case, one: SentReferral): string[] {
  return [
    of.pseudonym,
    of.ownReference ?? "",
    one.number,
    one.own_reference ?? "",
    one.service,
    one.partner,
    one.level,
    one.fields?.join(" ") ?? "",
    one.basis ?? "",
    one.agreement ?? "",
    one.status,
    one.decline_reason ?? one.discontinue_reason ?? "",
    String(one.units),
    one.unit,
    one.delivered_units === null ? "" : String(one.delivered_units),
    one.result ?? "",
    dayOf(one.sent_at),
    dayOf(one.decided_at),
    dayOf(one.started_at),
    dayOf(one.finished_at),
  ];
}
