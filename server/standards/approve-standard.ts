// The director approves a standard after its consultation; its edition before goes, and its services come along (CUS art. 24(2)).
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck, unknownNoun } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { QualityStandard } from "./quality-standard.js";
import { lockStandard, writeStandard } from "./standard-problems.js";
import { standardPolicy } from "./standards.policy.js";
import type { StandardPayload } from "./write-standard.js";

@InputType({ description: "From when an approved standard holds." })
export class ApproveStandardInput {
  @Field(() => ID, { description: "A standard that was consulted." })
  standardId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => Day, { description: "In force from, today or later." })
  inForceFrom!: string;
}

@InputType({ description: "A standard that holds no more." })
export class RetireStandardInput {
  @Field(() => ID, { description: "Which standard." })
  standardId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;
}

export async function approveStandard(
  work: Work,
  { standardId, ifVersion, inForceFrom }: ApproveStandardInput,
): Promise<typeof StandardPayload> {
  const standard = await lockStandard(
    work,
    standardId,
    ifVersion,
    standardPolicy.approve,
  );
  if (!(standard instanceof QualityStandard)) return standard;
  const today = localDate(work.now);
  const problem = new InputCheck(work.say)
    .that(standard.hasBeenConsulted(today), "inForceFrom", {
      pl: "Standard zatwierdza się po konsultacjach, najwcześniej w ich ostatnim dniu.",
      en: "A standard is approved after its consultation, on its last day at the earliest.",
    })
    .that(inForceFrom >= today, "inForceFrom", {
      pl: "Standard nie może obowiązywać wstecz.",
      en: "A standard cannot hold for the past.",
    }).problem;
  if (problem) return problem;
  standard.recordedStatus = "APPROVED";
  standard.approvedOn = today;
  standard.approvedByName = "name" in work.actor ? work.actor.name : null;
  standard.inForceFrom = inForceFrom;
  standard.version += 1;
  await writeStandard(work, standard, "StandardApproved");
  if (standard.previousId) await follow(work, standard, standard.previousId);
  return standard;
}

/** By rule, not by the director's own hand. */
async function follow(
  work: Work,
  { id, inForceFrom }: QualityStandard,
  previousId: string,
): Promise<void> {
  const { centreId } = work;
  await work.inSystemsName(async () => {
    await work.rows(
      `update quality_standard set status = 'RETIRED', retired_on = $3, version = version + 1, updated_at = $4
       where centre_id = $1 and id = $2 and status = 'APPROVED'`,
      [centreId, previousId, inForceFrom, work.now],
    );
    await work.rows(
      `update service_standard set standard_id = $3 where centre_id = $1 and standard_id = $2`,
      [centreId, previousId, id],
    );
  });
}

export async function retireStandard(
  work: Work,
  { standardId, ifVersion }: RetireStandardInput,
): Promise<typeof StandardPayload> {
  const standard = await lockStandard(
    work,
    standardId,
    ifVersion,
    standardPolicy.write,
  );
  if (!(standard instanceof QualityStandard)) return standard;
  if (standard.recordedStatus !== "APPROVED")
    return unknownNoun(work.say, "ifVersion", {
      pl: "Wycofuje się standard, który jest zatwierdzony.",
      en: "A standard that is approved is retired.",
    });
  standard.recordedStatus = "RETIRED";
  standard.retiredOn = localDate(work.now);
  standard.version += 1;
  return writeStandard(work, standard, "StandardRetired");
}
