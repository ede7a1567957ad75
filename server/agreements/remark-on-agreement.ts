// A party speaks to the terms: a remark, or a change that it proposes; all parties read it.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { AgreementRemark } from "./agreement-remark.js";
import { AgreementVersion } from "./agreement-version.js";
import { agreementPolicy } from "./agreements.policy.js";
import { AgreementMoved, findAgreement, moved } from "./find-agreement.js";

@InputType({ description: "What a party says to the terms." })
export class RemarkOnAgreementInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, {
    description:
      "Of the own organisation, not signed by all or with an amendment that is not.",
  })
  agreementId!: string;

  @Field(() => String, { description: "1 to 2000 characters." })
  text!: string;
}

export const RemarkOnAgreementPayload = createUnionType({
  name: "RemarkOnAgreementPayload",
  description: "The agreement with the remark, or why there is none.",
  types: () =>
    [Agreement, AgreementMoved, RequestKeyReused, InvalidInput] as const,
});

export async function remarkOnAgreement(
  work: Work,
  input: RemarkOnAgreementInput,
): Promise<typeof RemarkOnAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.answer, agreement);
  const { accountId, partnerId } = signedIn(work);
  const text = input.text.trim();
  const problem = new InputCheck(work.say)
    .key(input.requestKey)
    .that(text.length >= 1 && text.length <= 2000, "text", {
      pl: "Napisz od 1 do 2000 znaków.",
      en: "Write from 1 to 2000 characters.",
    })
    .that(!holdsPersonsNumber(text), "text", noPersonsNumber).problem;
  if (problem) return problem;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "remarkOnAgreement",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats) return agreement;
  if (!(await isTalkedAbout(work, agreement))) return moved(work, agreement);
  await work.manager.getRepository(AgreementRemark).insert({
    centreId: agreement.centreId,
    id,
    agreementId: agreement.id,
    partnerId,
    text,
    madeBy: accountId,
    madeAt: work.now,
  });
  work.record({
    type: "AgreementRemarkMade",
    topic: "NETWORK",
    subjectId: agreement.id,
    partnerId,
    facts: { kind: agreement.kind },
  });
  return agreement;
}

async function isTalkedAbout(
  work: Work,
  agreement: Agreement,
): Promise<boolean> {
  const { centreId, id: agreementId } = agreement;
  return (
    agreement.isOpen(localDate(work.now)) ||
    work.manager
      .getRepository(AgreementVersion)
      .existsBy({ centreId, agreementId, status: "PROPOSED" })
  );
}
