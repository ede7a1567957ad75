// A request is extended with a reason, answered, and a restriction lifted; an erasure that is granted is done at once.
import { createUnionType, Field, InputType, Int } from "type-graphql";

import { lookAnew } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { addMonths } from "../../platform/calendar.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../../platform/graphql/problem.js";
import { eraseCases } from "../keeping/erase-cases.js";
import { protectionPolicy } from "../protection.policy.js";
import { checkPlain, DeskMoved, deskMoved } from "./desk-words.js";
import { RequestState, ResidentRequest } from "./resident-request.js";

@InputType({ description: "Which request, as it was seen." })
export class LiftRestrictionInput {
  @Field(() => Int, { description: "Its number." })
  requestNumber!: number;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

@InputType({ description: "By how much and why a request is extended." })
export class ExtendResidentRequestInput extends LiftRestrictionInput {
  @Field(() => Int, {
    description: "Months beyond the first, 1 or 2 (art. 12 (3)).",
  })
  months!: number;

  @Field(() => String, {
    description: "Why, in words that name nobody; the resident is told.",
  })
  reason!: string;
}

@InputType({ description: "What is answered to a request." })
export class AnswerResidentRequestInput extends LiftRestrictionInput {
  @Field(() => RequestState, { description: "What came of it; not OPEN." })
  state!: RequestState;

  @Field(() => String, { description: "In words that name nobody." })
  answer!: string;
}

export const ResidentRequestPayload = createUnionType({
  name: "ResidentRequestPayload",
  description: "Outcome of moving a request.",
  types: () => [ResidentRequest, DeskMoved, InvalidInput] as const,
});

type Outcome = ResidentRequest | DeskMoved | InvalidInput;

export async function extendResidentRequest(
  work: Work,
  input: ExtendResidentRequestInput,
): Promise<Outcome> {
  const reason = input.reason.trim();
  const seen = await findRequest(work, input, "ResidentRequestExtended", {
    isSaid: (one) =>
      one.extendedBy === input.months && one.extensionReason === reason,
  });
  if (!("moves" in seen)) return seen;
  const found = seen.moves;
  if (found.state !== "OPEN") return deskMoved(work);
  const check = new InputCheck(work.say)
    .that(input.months >= 1 && input.months <= 2, "months", {
      pl: "Termin można przedłużyć o jeden albo dwa miesiące.",
      en: "The term may be extended by one month or two.",
    })
    .that(input.months >= found.extendedBy, "months", {
      pl: "Ten termin jest już przedłużony o dwa miesiące i osoba o tym wie. Odpowiedzieć można wcześniej.",
      en: "This term is extended by two months already, and the person has been told. You may answer earlier.",
    });
  const { problem } = checkPlain(check, "reason", reason, 300);
  if (problem) return problem;
  found.extendedBy = input.months;
  found.extensionReason = reason;
  found.dueOn = addMonths(found.receivedOn, 1 + input.months);
  return save(work, found, "ResidentRequestExtended");
}

export async function answerResidentRequest(
  work: Work,
  input: AnswerResidentRequestInput,
): Promise<Outcome> {
  const answer = input.answer.trim();
  const seen = await findRequest(work, input, "ResidentRequestAnswered", {
    isSaid: (one) => one.state === input.state && one.answer === answer,
  });
  if (!("moves" in seen)) return seen;
  const found = seen.moves;
  if (found.state !== "OPEN") return deskMoved(work);
  const acts = found.kind === "ERASURE" || found.kind === "RESTRICTION";
  const check = new InputCheck(work.say)
    .that(input.state !== "OPEN", "state", {
      pl: "Wybierz, co z tego wyszło.",
      en: "Say what came of it.",
    })
    .that(
      !(acts && input.state === "GRANTED" && found.caseId === null),
      "state",
      {
        pl: "To żądanie nie wskazuje żadnej sprawy, więc nic się tu nie zmieni. Zapisz je z pseudonimem albo wybierz inną odpowiedź.",
        en: "This request names no case, so nothing would change here. File it with a pseudonym, or choose another answer.",
      },
    );
  const { problem } = checkPlain(check, "answer", answer, 600);
  if (problem) return problem;
  found.state = input.state;
  found.answer = answer;
  found.answeredAt = work.now;
  const saved = await save(work, found, "ResidentRequestAnswered");
  const { kind, state, caseId, pseudonym } = found;
  if (kind === "RESTRICTION" && caseId) await lookAnew(work, { caseId });
  if (kind !== "ERASURE" || state !== "GRANTED" || !caseId || !pseudonym)
    return saved;
  const erased = await eraseCases(work, [caseId], "ERASE_ON_REQUEST");
  const left = erased.length > 0 ? 0 : await keptOf(work, pseudonym);
  return left === 0
    ? saved
    : unknownNoun(work.say, "state", {
        pl: "Tej sprawy nie da się jeszcze usunąć: jest otwarta albo trwa inne żądanie. Najpierw koordynator ją zamyka.",
        en: "This case cannot be erased yet: it is open, or another request is under way. Its coordinator closes it first.",
      });
}

export async function liftRestriction(
  work: Work,
  input: LiftRestrictionInput,
): Promise<Outcome> {
  const seen = await findRequest(work, input, "RestrictionLifted", {
    isSaid: ({ liftedAt }) => liftedAt !== null,
  });
  if (!("moves" in seen)) return seen;
  const found = seen.moves;
  const { kind, state, liftedAt } = found;
  if (kind !== "RESTRICTION" || state !== "GRANTED" || liftedAt)
    return deskMoved(work);
  found.liftedAt = work.now;
  const saved = await save(work, found, "RestrictionLifted");
  if (found.caseId) await lookAnew(work, { caseId: found.caseId });
  return saved;
}

/** Alone until the work ends; where it says already what she asks, her answer was lost, and it is answered as it stands. */
async function findRequest(
  work: Work,
  { requestNumber: number, ifVersion }: LiftRestrictionInput,
  change: string,
  { isSaid }: { isSaid: (one: ResidentRequest) => boolean },
): Promise<Outcome | { moves: ResidentRequest }> {
  const { centreId } = work;
  work.means({
    action: "UPDATE",
    noun: "Case",
    subjectId: null,
    fields: [],
    change,
  });
  authorize(work, protectionPolicy.answer, { centreId });
  const found = await work.manager.getRepository(ResidentRequest).findOne({
    where: { centreId, number },
    lock: { mode: "pessimistic_write" },
  });
  if (!found)
    return unknownNoun(work.say, "requestNumber", {
      pl: "Nie ma takiego żądania.",
      en: "There is no such request.",
    });
  if (isSaid(found)) return found;
  return found.version === ifVersion ? { moves: found } : deskMoved(work);
}

async function save(
  work: Work,
  changed: ResidentRequest,
  change: string,
): Promise<ResidentRequest> {
  changed.version += 1;
  const { centreId, number } = changed;
  await work.manager
    .getRepository(ResidentRequest)
    .update({ centreId, number }, changed);
  work.touch({
    action: "UPDATE",
    noun: "Case",
    subjectId: changed.caseId,
    fields: [changed.kind],
    change,
  });
  return changed;
}

/** How much of her is still kept; what holds nothing needs no erasing. */
async function keptOf(work: Work, pseudonym: string): Promise<number> {
  const [row] = await work.rows<{ kept: number }>(
    `select kept_on_request($1) as kept`,
    [pseudonym],
  );
  return row?.kept ?? 0;
}
