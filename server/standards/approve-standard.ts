// The director approves a standard after its consultation; its edition before stays in force until it begins (CUS art. 24(2)).
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck, unknownNoun } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { takePlace } from "./follow-standards.js";
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
  const previous = await previousOf(work, standard);
  const problem = new InputCheck(work.say)
    .that(standard.hasBeenConsulted(today), "inForceFrom", {
      pl: "Dziś nie można go jeszcze zatwierdzić: najwcześniej w ostatnim dniu konsultacji.",
      en: "It cannot be approved today: on the last day of its consultation at the earliest.",
    })
    .that(inForceFrom >= today, "inForceFrom", {
      pl: "Standard nie może obowiązywać wstecz.",
      en: "A standard cannot hold for the past.",
    })
    .that(
      previous?.recordedStatus !== "APPROVED" ||
        inForceFrom >= (previous.inForceFrom ?? today),
      "inForceFrom",
      {
        pl: "Następne wydanie nie może obowiązywać wcześniej niż poprzednie.",
        en: "The next edition cannot hold earlier than the one before.",
      },
    ).problem;
  if (problem) return problem;
  standard.recordedStatus = "APPROVED";
  standard.approvedOn = today;
  standard.approvedByName = "name" in work.actor ? work.actor.name : null;
  standard.inForceFrom = inForceFrom;
  standard.version += 1;
  await writeStandard(work, standard, "StandardApproved");
  if (inForceFrom <= today) await takePlace(work, standard);
  else if (previous) await makeWay(work, previous, inForceFrom);
  return standard;
}

async function previousOf(
  work: Work,
  { centreId, previousId }: QualityStandard,
): Promise<QualityStandard | null> {
  return previousId
    ? work.manager
        .getRepository(QualityStandard)
        .findOneBy({ centreId, id: previousId })
    : null;
}

/** By rule, not by the director's own hand; null: it stays. */
async function makeWay(
  work: Work,
  { centreId, id }: QualityStandard,
  onDay: string | null,
): Promise<void> {
  await work.inSystemsName(() =>
    work.rows(
      `update quality_standard set retired_on = $3, version = version + 1, updated_at = $4
       where centre_id = $1 and id = $2 and status = 'APPROVED'`,
      [centreId, id, onDay, work.now],
    ),
  );
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
  const today = localDate(work.now);
  const previous = await previousOf(work, standard);
  // one that never began leaves the edition before as it was
  if (previous && (standard.inForceFrom ?? today) > today)
    await makeWay(work, previous, null);
  standard.recordedStatus = "RETIRED";
  standard.retiredOn = today;
  standard.version += 1;
  return writeStandard(work, standard, "StandardRetired");
}
