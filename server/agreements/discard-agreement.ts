// A draft that nobody was shown is thrown away; what was once laid before its parties stays on record.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { agreementPolicy } from "./agreements.policy.js";
import { AgreementMoved, findAgreement, moved } from "./find-agreement.js";

@InputType({ description: "Which draft is thrown away." })
export class DiscardAgreementInput {
  @Field(() => ID, { description: "A draft." })
  agreementId!: string;
}

@ObjectType({ description: "The draft is no more." })
export class AgreementDiscarded {
  @Field(() => String, { description: "Its number, free again." })
  number!: string;
}

export const DiscardAgreementPayload = createUnionType({
  name: "DiscardAgreementPayload",
  description: "What was thrown away, or why it stays.",
  types: () => [AgreementDiscarded, AgreementMoved, InvalidInput] as const,
});

export async function discardAgreement(
  work: Work,
  input: DiscardAgreementInput,
): Promise<typeof DiscardAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  if (agreement.recordedStatus !== "DRAFT") return moved(work, agreement);
  const { centreId, id, number, kind } = agreement;
  const { affected } = await work.manager
    .getRepository(Agreement)
    .delete({ centreId, id });
  if (affected !== 1) throw new Error("the draft was not thrown away");
  work.record({
    type: "AgreementDiscarded",
    topic: "NETWORK",
    subjectId: id,
    facts: { kind },
  });
  return Object.assign(new AgreementDiscarded(), { number });
}
