// An organisation asks another one to borrow a resource of hers; who answers there is told by mail.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Actor } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import { activeOf } from "./active-of.js";
import { recordLoan } from "./answer-loan.js";
import { LoanRequest } from "./loan-request.js";
import { Resource } from "./resource.js";
import { trimmed, unknownResource, wordsFit } from "./resource-problems.js";
import { resourcePolicy } from "./resources.policy.js";
import { tellOfLoan } from "./tell-of-loan.js";

const LONGEST_DAYS = 366;

@InputType({ description: "What is to be borrowed, and when." })
export class AskForLoanInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which resource; of another organisation." })
  resourceId!: string;

  @Field(() => Day, { description: "The first day; today or later." })
  from!: string;

  @Field(() => Day, { description: "The last day, included." })
  to!: string;

  @Field(() => Int, { description: "How many pieces." })
  quantity!: number;

  @Field(() => String, {
    nullable: true,
    description: "What for, at most 500 characters, nothing of a person.",
  })
  note?: string | null;
}

export const AskForLoanPayload = createUnionType({
  name: "AskForLoanPayload",
  description: "Outcome of asking for a resource.",
  types: () => [LoanRequest, RequestKeyReused, InvalidInput] as const,
});

export async function askForLoan(
  work: Work,
  input: AskForLoanInput,
): Promise<typeof AskForLoanPayload> {
  const member = signedIn(work);
  const { centreId } = work;
  const resource = await work.manager
    .getRepository(Resource)
    .findOneBy({ centreId, id: fromGlobalId("Resource", input.resourceId) });
  if (!resource || !allows(resourcePolicy.read, work.actor, resource))
    return unknownResource(work.say);
  authorize(work, resourcePolicy.ask, resource);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "askForLoan",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const loans = work.manager.getRepository(LoanRequest);
  if (taken.repeats)
    return loans.findOneByOrFail({ centreId, id: taken.repeats });
  const areActive = await activeOf(work, [
    resource.partnerId,
    member.partnerId,
  ]);
  const problem = faults(work, resource, input, {
    partnerId: member.partnerId,
    isOwnerActive: areActive.has(resource.partnerId),
    isActive: areActive.has(member.partnerId),
  });
  if (problem) return problem;
  const loan = Object.assign(new LoanRequest(), {
    centreId,
    id,
    resourceId: resource.id,
    partnerId: resource.partnerId,
    askingPartnerId: member.partnerId,
    fromOn: input.from,
    toOn: input.to,
    quantity: input.quantity,
    note: trimmed(input.note),
    state: "ASKED",
    askedAt: work.now,
    answeredAt: null,
    onBehalfReason: null,
    takenBackReason: null,
    version: 1,
  } satisfies Partial<LoanRequest>);
  await loans.insert(loan);
  recordLoan(work, "LoanAsked", loan);
  await tellOfLoan(work, loan);
  return loan;
}

/** For the own organisation, of another one, and what is lent now. */
export function mayAsk(actor: Actor, resource: Resource): boolean {
  return (
    resource.isToBeHad &&
    "partnerId" in actor &&
    actor.partnerId !== resource.partnerId &&
    allows(resourcePolicy.ask, actor, resource)
  );
}

interface Asking {
  partnerId: string;
  isOwnerActive: boolean;
  isActive: boolean;
}

function faults(
  work: Work,
  resource: Resource,
  { requestKey, from, to, quantity, note }: AskForLoanInput,
  { partnerId, isOwnerActive, isActive }: Asking,
): InvalidInput | null {
  const check = new InputCheck(work.say)
    .key(requestKey)
    .that(resource.partnerId !== partnerId, "resourceId", {
      pl: "To zasób twojej organizacji.",
      en: "This is a resource of your own organisation.",
    })
    .that(isActive, "resourceId", {
      pl: "Pożyczać można, gdy organizacja jest w sieci. Twoja teraz w niej nie działa.",
      en: "Who is in the network borrows. Your organisation is not active in it now.",
    })
    .that(resource.isToBeHad && isOwnerActive, "resourceId", {
      pl: "Tego zasobu teraz się nie pożycza.",
      en: "This resource is not lent now.",
    })
    .that(from >= localDate(work.now), "from", {
      pl: "Podaj dzień od dziś wzwyż.",
      en: "Give a day from today on.",
    })
    .that(to >= from && to <= addDays(from, LONGEST_DAYS), "to", {
      pl: "Ostatni dzień ma przypadać po pierwszym, najdalej w rok.",
      en: "The last day comes after the first, within a year.",
    })
    .that(quantity >= 1 && quantity <= resource.quantity, "quantity", {
      pl: `Podaj liczbę od 1 do ${String(resource.quantity)}.`,
      en: `Give a number from 1 to ${String(resource.quantity)}.`,
    });
  return wordsFit(check, "note", note, 500).problem;
}
