// The terms are written anew while they are talked about: who had agreed or signed is asked again.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { AgreementParty } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import { checkTerms } from "./check-terms.js";
import {
  AgreementMoved,
  become,
  changedSince,
  findAgreement,
  hubOf,
  moved,
  partiesOf,
} from "./find-agreement.js";
import { checkKept, gapsIn } from "./gaps.js";
import { partneredOtherwise } from "./one-partnership.js";
import { AgreementTermsInput, readMoney, readTerms } from "./terms-input.js";
import { writeMoney, writeTerms } from "./write-terms.js";

@InputType({ description: "What an unsigned agreement says from now on." })
export class ChangeAgreementInput {
  @Field(() => ID, { description: "Not signed by all yet." })
  agreementId!: string;

  @Field(() => Int, { description: "The `version` that was edited." })
  ifVersion!: number;

  @Field(() => AgreementTermsInput, { description: "All its terms." })
  terms!: AgreementTermsInput;

  @Field(() => Int, {
    defaultValue: 0,
    description:
      "How many signatures it has, that the editor knows to annul: all sign the new terms again.",
  })
  annulsSignatures!: number;
}

export const ChangeAgreementPayload = createUnionType({
  name: "ChangeAgreementPayload",
  description: "The agreement as it is now, or why it stays as it was.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function changeAgreement(
  work: Work,
  input: ChangeAgreementInput,
): Promise<typeof ChangeAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  if (!agreement.isOpen(localDate(work.now))) return moved(work, agreement);
  if (agreement.version !== input.ifVersion)
    return changedSince(work, agreement);
  const terms = readTerms(input.terms);
  const money = readMoney(input.terms);
  const hubId = await hubOf(work);
  const parties = await partiesOf(work, agreement);
  const partnered =
    agreement.recordedStatus === "DRAFT"
      ? null
      : await partneredOtherwise(work, agreement, terms);
  const problem = await checkTerms(
    work,
    {
      kind: agreement.kind,
      partnerIds: [
        ...(hubId ? [hubId] : []),
        ...parties.map((one) => one.partnerId).filter((id) => id !== hubId),
      ],
      terms,
      money,
    },
    checkKept(
      new InputCheck(work.say),
      agreement.recordedStatus === "DRAFT"
        ? []
        : gapsIn(work.say, agreement.kind, terms, money),
    ).that(!partnered, "terms.programmeId", partnered ?? { pl: "", en: "" }),
  );
  if (problem) return problem;
  const signed = parties.filter(({ signedOn }) => signedOn !== null);
  if (signed.length !== input.annulsSignatures)
    return annulledUnseen(work, signed.length);
  // signatures go first: what somebody signed is not rewritten
  if (agreement.recordedStatus !== "DRAFT")
    await work.inSystemsName(() => askAgain(work, agreement, hubId));
  await writeTerms(work, agreement, terms);
  await writeMoney(work, agreement, agreement.revision, money);
  work.record({
    type: "AgreementChanged",
    topic: "NETWORK",
    subjectId: agreement.id,
    facts: { kind: agreement.kind, status: agreement.recordedStatus },
  });
  return agreement;
}

function annulledUnseen(work: Work, signed: number): InvalidInput {
  return unknownNoun(work.say, "annulsSignatures", {
    pl: `Podpisy pod tą umową: ${String(signed)}. Nowa treść je unieważni i strony podpiszą jeszcze raz. Zobacz, kto podpisał, i zapisz ponownie, jeśli tak ma być.`,
    en: `Signatures under this agreement: ${String(signed)}. New terms annul them, and the parties sign again. See who has signed, and save again if that is meant.`,
  });
}

/** What the parties said was said to other terms; the hub has written these. */
async function askAgain(
  work: Work,
  agreement: Agreement,
  hubId: string | null,
): Promise<void> {
  for (const { centreId, agreementId, partnerId } of await partiesOf(
    work,
    agreement,
  ))
    await work.manager.getRepository(AgreementParty).update(
      { centreId, agreementId, partnerId },
      {
        agreedOn: partnerId === hubId ? localDate(work.now) : null,
        onBehalfReason: null,
        signedOn: null,
        signatoryName: null,
        authority: null,
        signatureKind: null,
        signedByAccount: null,
        signatureNotedOn: null,
      },
    );
  if (agreement.recordedStatus === "AGREED")
    await become(work, agreement, "IN_NEGOTIATION");
}
