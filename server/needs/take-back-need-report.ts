// Whoever reported a need takes her report back; a need that nobody else reported or works on is gone with it.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { Need } from "./need.js";
import { NeedReport } from "./need-report.js";
import { needPolicy } from "./needs.policy.js";

@InputType({ description: "A report that was a mistake." })
export class TakeBackNeedReportInput {
  @Field(() => ID, { description: "Which report." })
  reportId!: string;
}

export const TakeBackNeedReportPayload = createUnionType({
  name: "TakeBackNeedReportPayload",
  description: "Outcome of taking back a report.",
  types: () => [NeedReport, InvalidInput] as const,
});

export async function takeBackNeedReport(
  work: Work,
  input: TakeBackNeedReportInput,
): Promise<typeof TakeBackNeedReportPayload> {
  signedIn(work);
  const { centreId, manager } = work;
  const reports = manager.getRepository(NeedReport);
  const id = fromGlobalId("NeedReport", input.reportId);
  const seen = await reports.findOneBy({ centreId, id });
  if (!seen || !allows(needPolicy.takeBack, work.actor, seen))
    return unknownNoun(work.say, "reportId", {
      pl: "Nie ma takiego zgłoszenia.",
      en: "There is no such report.",
    });
  // in the order of a report: first the need
  const need = await manager.getRepository(Need).findOneOrFail({
    where: { centreId, id: seen.needId },
    lock: { mode: "pessimistic_write" },
  });
  const report = await reports.findOneByOrFail({ centreId, id });
  if (report.takenBackAt) return report;
  report.takenBackAt = work.now;
  await reports.update({ centreId, id }, { takenBackAt: work.now });
  const isTouched = need.status !== "REPORTED" || need.title !== null;
  if (need.counted && !isTouched && (await isUnreported(work, need)))
    await manager
      .getRepository(Need)
      .update({ centreId, id: need.id }, { withdrawnAt: work.now });
  work.record({
    type: "NeedReportTakenBack",
    topic: "NETWORK",
    subjectId: need.id,
    facts: { area: need.area, gapKind: need.gapKind, evidence: seen.evidence },
  });
  return report;
}

/** Whether anybody else said it: reports of others are the register's to know, and remarks are everybody's. */
async function isUnreported(work: Work, { id }: Need): Promise<boolean> {
  const [left] = await work.rows<{ some: boolean }>(
    `select exists (select from need_counts(array[$1::uuid])) or exists (
       select from need_comment c where c.centre_id = $2 and c.need_id = $1) as some`,
    [id, work.centreId],
  );
  return left?.some === false;
}
