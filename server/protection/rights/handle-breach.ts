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
import { Breach, BreachKind, BreachStep } from "./breach.js";
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
    told: null,
    toldReason: null,
    decidedAt: null,
    version: 1,
    filedAt: now,
    filedByName: await nameOfActor(work),
  });
  await breaches.insert(breach);
  touch(work, breach, "BreachRecorded");
  return breach;
}

export async function noteBreachStep(
  work: Work,
  input: NoteBreachStepInput,
): Promise<typeof BreachPayload> {
  const breach = await findBreach(work, input.breachNumber);
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
  await steps.insert({
    centreId,
    number,
    nth: (last?.nth ?? 0) + 1,
    at: work.now,
    byName: await nameOfActor(work),
    what,
  });
  touch(work, breach, "BreachStepNoted");
  return breach;
}

export async function decideBreach(
  work: Work,
  input: DecideBreachInput,
): Promise<typeof BreachPayload> {
  const breach = await findBreach(work, input.breachNumber);
  if (!(breach instanceof Breach)) return breach;
  if (breach.version !== input.ifVersion || breach.decidedAt)
    return deskMoved(work);
  const reportReason = input.reportReason?.trim() ?? "";
  const toldReason = input.toldReason?.trim() ?? "";
  const isLate = work.now > breach.dueAt;
  let check = new InputCheck(work.say);
  if (reportReason || !input.reported || isLate)
    check = checkPlain(check, "reportReason", reportReason, 600);
  if (toldReason || !input.told)
    check = checkPlain(check, "toldReason", toldReason, 600);
  if (check.problem) return check.problem;
  Object.assign(breach, {
    reported: input.reported,
    reportReason: reportReason || null,
    told: input.told,
    toldReason: toldReason || null,
    decidedAt: work.now,
    version: breach.version + 1,
  });
  const { centreId, number, reported, told, decidedAt, version } = breach;
  await work.manager.getRepository(Breach).update(
    { centreId, number },
    {
      reported,
      reportReason: breach.reportReason,
      told,
      toldReason: breach.toldReason,
      decidedAt,
      version,
    },
  );
  touch(work, breach, "BreachDecided");
  return breach;
}

async function findBreach(
  work: Work,
  number: number,
): Promise<Breach | InvalidInput> {
  const { centreId } = work;
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

function touch(work: Work, { id }: Breach, change: string) {
  work.touch({
    action: "CONFIG_CHANGE",
    noun: "Breach",
    subjectId: id,
    fields: [],
    change,
  });
}
