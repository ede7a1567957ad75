// A draft is laid before its parties: from here on they see it, speak to it, and say yes or no.
import { createUnionType, Field, ID, InputType } from "type-graphql";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { AgreementParty } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import { hasLeft } from "./check-terms.js";
import {
  AgreementMoved,
  AgreementNotReady,
  become,
  findAgreement,
  hubOf,
  moved,
  partiesOf,
} from "./find-agreement.js";
import { lacksPlaces } from "./kept-within-total.js";
import { termsInForce } from "./write-terms.js";

@InputType({ description: "Which draft is laid before its parties." })
export class ProposeAgreementInput {
  @Field(() => ID, { description: "A draft." })
  agreementId!: string;
}

export const ProposeAgreementPayload = createUnionType({
  name: "ProposeAgreementPayload",
  description: "The agreement, now in negotiation, or why it stays a draft.",
  types: () =>
    [Agreement, AgreementMoved, AgreementNotReady, InvalidInput] as const,
});

export async function proposeAgreement(
  work: Work,
  input: ProposeAgreementInput,
): Promise<typeof ProposeAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  if (agreement.recordedStatus !== "DRAFT") return moved(work, agreement);
  const parties = await partiesOf(work, agreement);
  if (agreement.hasSeveralParties && parties.length < 3)
    return new AgreementNotReady(
      work.say({
        pl: "Taka umowa łączy CUS z co najmniej dwiema organizacjami.",
        en: "Such an agreement binds the centre and at least two organisations.",
      }),
    );
  if (!agreement.validFrom)
    return new AgreementNotReady(
      work.say({
        pl: "Podaj, od kiedy umowa ma obowiązywać.",
        en: "Say from when the agreement is to be in force.",
      }),
    );
  const former = await work.manager.getRepository(Partner).findBy({
    centreId: agreement.centreId,
    id: In(parties.map(({ partnerId }) => partnerId)),
    status: "FORMER",
  });
  if (former.length > 0)
    return new AgreementNotReady(work.say(hasLeft(former)));
  const lacking = await lacksPlaces(
    work,
    (await termsInForce(work, agreement)).services,
  );
  if (lacking) return lacking;
  const { centreId, id: agreementId } = agreement;
  await become(work, agreement, "IN_NEGOTIATION");
  const hubId = await hubOf(work);
  if (hubId)
    await work.manager
      .getRepository(AgreementParty)
      .update(
        { centreId, agreementId, partnerId: hubId },
        { agreedOn: localDate(work.now) },
      );
  work.record({
    type: "AgreementProposed",
    topic: "NETWORK",
    subjectId: agreementId,
    facts: { kind: agreement.kind, status: "IN_NEGOTIATION" },
  });
  return agreement;
}
