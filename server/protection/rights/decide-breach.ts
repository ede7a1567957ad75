// It is decided whether a breach is reported and told, and what was not done at first is done after all.
import { Field, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { InputCheck } from "../../platform/graphql/problem.js";
import { Breach, type BreachDecision } from "./breach.js";
import { checkPlain, deskMoved } from "./desk-words.js";
import {
  addStep,
  type BreachPayload,
  findBreach,
  lastStepOf,
  touch,
} from "./handle-breach.js";

@InputType({ description: "Whether a breach is reported and told." })
export class DecideBreachInput {
  @Field(() => Int, { description: "Its number." })
  breachNumber!: number;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => Boolean, {
    description: "Reported to the supervisory authority.",
  })
  reported!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: "When it was reported; asked for where it is.",
  })
  reportedAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Number of the report, as the authority confirmed it; asked for where it is reported.",
  })
  reportNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Asked for where it is not, or later than in 72 hours.",
  })
  reportReason?: string | null;

  @Field(() => Boolean, { description: "Told to those whom it concerns." })
  told!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Asked for where they are not.",
  })
  toldReason?: string | null;
}

export async function decideBreach(
  work: Work,
  input: DecideBreachInput,
): Promise<typeof BreachPayload> {
  const breach = await findBreach(work, input.breachNumber, "BreachDecided");
  if (!(breach instanceof Breach)) return breach;
  const decided = decisionOf(input);
  // after a lost answer it stands as she has said
  if (breach.decidedAt && breach.isDecidedAs(decided)) return breach;
  if (breach.version !== input.ifVersion || !breach.mayBecome(decided))
    return deskMoved(work);
  const problem = judge(work, breach, decided);
  if (problem) return problem;
  if (breach.decidedAt) await keepFormer(work, breach, decided);
  Object.assign(breach, decided, {
    decidedAt: work.now,
    version: breach.version + 1,
  });
  const { centreId, number, decidedAt, version } = breach;
  await work.manager
    .getRepository(Breach)
    .update({ centreId, number }, { ...decided, decidedAt, version });
  touch(work, breach, "BreachDecided");
  return breach;
}

const LONGEST_STEP = 600;

/** Why it was not done at first stands among the steps from here on. */
async function keepFormer(
  work: Work,
  breach: Breach,
  decided: BreachDecision,
): Promise<void> {
  const former = [
    decided.reported && !breach.reported
      ? work.say({
          pl: `Najpierw bez zgłoszenia: ${breach.reportReason ?? ""}`,
          en: `Not reported at first: ${breach.reportReason ?? ""}`,
        })
      : null,
    decided.told && !breach.told
      ? work.say({
          pl: `Najpierw bez powiadomienia osób: ${breach.toldReason ?? ""}`,
          en: `The persons were not told at first: ${breach.toldReason ?? ""}`,
        })
      : null,
  ].filter((words) => words !== null);
  const last = await lastStepOf(work, breach);
  const nth = last?.nth ?? 0;
  for (const [after, words] of former.entries())
    await addStep(work, breach, words.slice(0, LONGEST_STEP), nth + after + 1);
}

function decisionOf(input: DecideBreachInput): BreachDecision {
  const { reported, told } = input;
  return {
    reported,
    reportedAt: (reported && input.reportedAt) || null,
    reportNumber: (reported && input.reportNumber?.trim()) || null,
    reportReason: input.reportReason?.trim() || null,
    told,
    toldReason: input.toldReason?.trim() || null,
  };
}

/** Late is what was reported late, not what is written down late. */
function judge(work: Work, breach: Breach, decided: BreachDecision) {
  const { reported, reportedAt, reportNumber, told } = decided;
  const reportReason = decided.reportReason ?? "";
  const toldReason = decided.toldReason ?? "";
  const isLate = (reportedAt ?? work.now) > breach.dueAt;
  let check = new InputCheck(work.say).that(
    !reported ||
      (reportedAt !== null &&
        reportedAt >= breach.foundAt &&
        reportedAt <= work.now),
    "reportedAt",
    {
      pl: "Podaj dzień i godzinę zgłoszenia: po wykryciu, nie później niż teraz.",
      en: "Give the day and hour of the report: after the finding, not after now.",
    },
  );
  if (reported)
    check = checkPlain(check, "reportNumber", reportNumber ?? "", 60);
  if (reportReason || !reported || isLate)
    check = checkPlain(check, "reportReason", reportReason, 600);
  if (toldReason || !told)
    check = checkPlain(check, "toldReason", toldReason, 600);
  return check.problem;
}
