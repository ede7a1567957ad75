// A breach is written down, each step with its time, and it is decided whether it is reported and told.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../../platform/graphql/problem.js";
import { protectionPolicy } from "../protection.policy.js";
import { tellOfBreach } from "../tell-officer.js";
import { Breach, BreachKind, BreachStep, MOST_STEPS } from "./breach.js";
import {
  checkPlain,
  DeskMoved,
  deskMoved,
  nameOfActor,
  nextNumber,
} from "./desk-words.js";

@InputType({ description: "What happened." })
export class RecordBreachInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => BreachKind, { description: "What was broken." })
  kind!: BreachKind;

  @Field(() => Date, { description: "When it was found, not after now." })
  foundAt!: Date;

  @Field(() => String, {
    description: "What happened, in words that name nobody.",
  })
  about!: string;

  @Field(() => Int, { nullable: true, description: "How many people, about." })
  people?: number | null;
}

@InputType({ description: "What was done about a breach." })
export class NoteBreachStepInput {
  @Field(() => Int, { description: "Its number." })
  breachNumber!: number;

  @Field(() => String, { description: "In words that name nobody." })
  what!: string;
}

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

export const RecordBreachPayload = createUnionType({
  name: "RecordBreachPayload",
  description: "Outcome of writing a breach down.",
  types: () => [Breach, RequestKeyReused, InvalidInput] as const,
});

export const BreachPayload = createUnionType({
  name: "BreachPayload",
  description: "Outcome of going on with a breach.",
  types: () => [Breach, DeskMoved, InvalidInput] as const,
});

export async function recordBreach(
  work: Work,
  input: RecordBreachInput,
): Promise<typeof RecordBreachPayload> {
  const { centreId, now } = work;
  work.means({ ...TOUCH, change: "BreachRecorded" });
  authorize(work, protectionPolicy.answer, { centreId });
  const check = new InputCheck(work.say)
    .key(input.requestKey)
    .that(input.foundAt <= now, "foundAt", {
      pl: "Podaj, kiedy to wykryto: nie później niż teraz.",
      en: "Say when it was found: not after now.",
    })
    .that((input.people ?? 0) >= 0 && (input.people ?? 0) <= 1e6, "people", {
      pl: "Podaj, ilu osób to dotyczy.",
      en: "Say how many people it concerns.",
    });
  const { problem } = checkPlain(check, "about", input.about, 600);
  if (problem) return problem;
  const breaches = work.manager.getRepository(Breach);
  const id = randomUUID();
  const { foundAt, ...rest } = input;
  const taken = await takeRequestKey(
    work,
    "recordBreach",
    input.requestKey,
    { ...rest, foundAt: foundAt.toISOString() },
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return breaches.findOneByOrFail({ centreId, id: taken.repeats });
  const breach = Object.assign(new Breach(), {
    centreId,
    number: await nextNumber(work, Breach),
    id,
    kind: input.kind,
    foundAt,
    about: input.about.trim(),
    people: input.people ?? null,
    reported: null,
    reportReason: null,
    reportedAt: null,
    reportNumber: null,
    told: null,
    toldReason: null,
    decidedAt: null,
    version: 1,
    filedAt: now,
    filedByName: await nameOfActor(work),
  });
  await breaches.insert(breach);
  await tellOfBreach(work, breach);
  touch(work, breach, "BreachRecorded");
  return breach;
}

export async function noteBreachStep(
  work: Work,
  input: NoteBreachStepInput,
): Promise<typeof BreachPayload> {
  const breach = await findBreach(work, input.breachNumber, "BreachStepNoted");
  if (!(breach instanceof Breach)) return breach;
  const { problem } = checkPlain(
    new InputCheck(work.say),
    "what",
    input.what,
    600,
  );
  if (problem) return problem;
  const { centreId, number } = breach;
  const steps = work.manager.getRepository(BreachStep);
  const what = input.what.trim();
  const [last] = await steps.find({
    where: { centreId, number },
    order: { nth: "DESC" },
    take: 1,
  });
  // the same again after an answer that never came
  if (last?.what === what) return breach;
  if ((last?.nth ?? 0) >= MOST_STEPS)
    return unknownNoun(work.say, "what", {
      pl: "Przy tym naruszeniu jest już za dużo wpisów. Dokończ je w aktach.",
      en: "There are too many steps of this breach already. Go on in the file.",
    });
  await addStep(work, breach, what, last);
  touch(work, breach, "BreachStepNoted");
  return breach;
}

async function addStep(
  work: Work,
  { centreId, number }: Breach,
  what: string,
  last: BreachStep | undefined,
): Promise<void> {
  await work.manager.getRepository(BreachStep).insert({
    ...{ centreId, number, what },
    nth: (last?.nth ?? 0) + 1,
    at: work.now,
    byName: await nameOfActor(work),
  });
}

export async function decideBreach(
  work: Work,
  input: DecideBreachInput,
): Promise<typeof BreachPayload> {
  const breach = await findBreach(work, input.breachNumber, "BreachDecided");
  if (!(breach instanceof Breach)) return breach;
  const decided = decisionOf(input);
  // after a lost answer it stands as she has said
  if (breach.decidedAt && isSaid(breach, decided)) return breach;
  if (
    breach.version !== input.ifVersion ||
    (breach.decidedAt && !goesFurther(breach, decided))
  )
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

/** What was not done is done after all, as new facts ask for it (GDPR art. 33 (4), 34 (4)); what was done stays done. */
function goesFurther(breach: Breach, decided: Decision): boolean {
  const { reported, told, reportNumber, reportReason, reportedAt } = decided;
  const isSameReport =
    reported === true &&
    breach.reportNumber === reportNumber &&
    breach.reportReason === reportReason &&
    breach.reportedAt?.getTime() === reportedAt?.getTime();
  return (
    (!breach.reported || isSameReport) &&
    (!breach.told || told === true) &&
    ((reported === true && !breach.reported) || (told === true && !breach.told))
  );
}

const LONGEST_STEP = 600;

/** Why it was not done at first stands among the steps from here on. */
async function keepFormer(
  work: Work,
  breach: Breach,
  decided: Decision,
): Promise<void> {
  const { centreId, number } = breach;
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
  for (const words of former) {
    const [last] = await work.manager.getRepository(BreachStep).find({
      where: { centreId, number },
      order: { nth: "DESC" },
      take: 1,
    });
    await addStep(work, breach, words.slice(0, LONGEST_STEP), last);
  }
}

type Decision = Pick<
  Breach,
  | "reported"
  | "reportedAt"
  | "reportNumber"
  | "reportReason"
  | "told"
  | "toldReason"
>;

function decisionOf(input: DecideBreachInput): Decision {
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

const isSaid = (breach: Breach, decided: Decision) =>
  breach.reported === decided.reported &&
  breach.told === decided.told &&
  breach.reportReason === decided.reportReason &&
  breach.toldReason === decided.toldReason &&
  breach.reportNumber === decided.reportNumber &&
  breach.reportedAt?.getTime() === decided.reportedAt?.getTime();

/** Late is what was reported late, not what is written down late. */
function judge(work: Work, breach: Breach, decided: Decision) {
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

async function findBreach(
  work: Work,
  number: number,
  change: string,
): Promise<Breach | InvalidInput> {
  const { centreId } = work;
  work.means({ ...TOUCH, change });
  authorize(work, protectionPolicy.answer, { centreId });
  const found = await work.manager.getRepository(Breach).findOne({
    where: { centreId, number },
    lock: { mode: "pessimistic_write" },
  });
  return (
    found ??
    unknownNoun(work.say, "breachNumber", {
      pl: "Nie ma takiego naruszenia.",
      en: "There is no such breach.",
    })
  );
}

const TOUCH = {
  action: "CONFIG_CHANGE",
  noun: "Breach",
  subjectId: null,
  fields: [],
} as const;

function touch(work: Work, { id }: Breach, change: string) {
  work.touch({ ...TOUCH, subjectId: id, change });
}
