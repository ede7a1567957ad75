// A draft is laid before its parties: from here on they see it, speak to it, and say yes or no.
import { createUnionType, Field, ID, InputType } from "type-graphql";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
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
import { AgreementElement, type AgreementGap, gapsIn, listed } from "./gaps.js";
import { lacksPlaces } from "./kept-within-total.js";
import { partneredOtherwise } from "./one-partnership.js";
import { holdStandings } from "./standing.js";
import { moneyInForce, termsInForce } from "./write-terms.js";

@InputType({ description: "Which draft is laid before its parties." })
export class ProposeAgreementInput {
  @Field(() => ID, { description: "A draft." })
  agreementId!: string;

  @Field(() => [AgreementElement], {
    defaultValue: [],
    description:
      "What it usually says and does not, as `gaps` tells: left out because that is meant.",
  })
  leavesOut!: AgreementElement[];
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
  const terms = await termsInForce(work, agreement);
  const lacks = lacksWords(
    work,
    input,
    gapsIn(
      work.say,
      agreement.kind,
      terms,
      await moneyInForce(work, agreement),
    ),
  );
  if (lacks) return lacks;
  // nobody leaves the network between this look and the commit
  const partnerIds = parties.map(({ partnerId }) => partnerId);
  await holdStandings(work, partnerIds, "SHARED");
  const former = await work.manager.getRepository(Partner).findBy({
    centreId: agreement.centreId,
    id: In(partnerIds),
    status: "FORMER",
  });
  if (former.length > 0)
    return new AgreementNotReady(work.say(hasLeft(former)));
  const partnered = await partneredOtherwise(work, agreement, terms);
  if (partnered) return new AgreementNotReady(work.say(partnered));
  const lacking = await lacksPlaces(work, terms.services);
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

/** What it cannot do without is refused; what is only usual is asked once. */
function lacksWords(
  work: Work,
  { leavesOut }: ProposeAgreementInput,
  gaps: readonly AgreementGap[],
): AgreementNotReady | InvalidInput | null {
  const required = gaps.filter(({ isRequired }) => isRequired);
  if (required.length > 0)
    return new AgreementNotReady(
      work.say({
        pl: `Zanim przedstawisz umowę stronom, uzupełnij: ${listed(required)}.`,
        en: `Before the agreement is laid before its parties, it has to say: ${listed(required)}.`,
      }),
    );
  const unsaid = gaps.filter(({ element }) => !leavesOut.includes(element));
  return unsaid.length === 0
    ? null
    : unknownNoun(work.say, "leavesOut", {
        pl: `Tej umowie brakuje: ${listed(unsaid)}. Uzupełnij to albo potwierdź, że tak ma być.`,
        en: `This agreement does not say: ${listed(unsaid)}. Write it, or confirm that this is meant.`,
      });
}
