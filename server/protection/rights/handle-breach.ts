// A breach is written down, and each step about it with its time.
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
  const what = input.what.trim();
  const last = await lastStepOf(work, breach);
  // the same again after an answer that never came
  if (last?.what === what) return breach;
  if ((last?.nth ?? 0) >= MOST_STEPS)
    return unknownNoun(work.say, "what", {
      pl: "Przy tym naruszeniu jest już za dużo wpisów. Dokończ je w aktach.",
      en: "There are too many steps of this breach already. Go on in the file.",
    });
  await addStep(work, breach, what, (last?.nth ?? 0) + 1);
  touch(work, breach, "BreachStepNoted");
  return breach;
}

export function lastStepOf(
  work: Work,
  { centreId, number }: Breach,
): Promise<BreachStep | null> {
  return work.manager.getRepository(BreachStep).findOne({
    where: { centreId, number },
    order: { nth: "DESC" },
  });
}

export async function addStep(
  work: Work,
  { centreId, number }: Breach,
  what: string,
  nth: number,
): Promise<void> {
  await work.manager.getRepository(BreachStep).insert({
    ...{ centreId, number, nth, what },
    at: work.now,
    byName: await nameOfActor(work),
  });
}

export async function findBreach(
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

export function touch(work: Work, { id }: Breach, change: string) {
  work.touch({ ...TOUCH, subjectId: id, change });
}
