// The organiser drafts an agreement of the hub with its partners; a draft binds nobody and is seen by the hub alone.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { holdNetwork } from "../partnership/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { AgreementKind } from "./agreement-kind.js";
import { AgreementParty } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import { checkTerms } from "./check-terms.js";
import { hubOf } from "./find-agreement.js";
import { numberTaken, takeNumber } from "./take-number.js";
import { columnsOf } from "./terms.js";
import { AgreementTermsInput, readMoney, readTerms } from "./terms-input.js";
import { contactOf, insertParts, writeMoney } from "./write-terms.js";

@InputType({ description: "A new agreement, and what it is to say." })
export class DraftAgreementInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => AgreementKind, { description: "Kind of the agreement." })
  kind!: AgreementKind;

  @Field(() => String, {
    nullable: true,
    description:
      "Number inside the centre, 1 to 40 characters, free so far; null: the next one.",
  })
  number?: string | null;

  @Field(() => [ID], {
    description: "The parties beside the hub, at least one.",
  })
  partnerIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: "The network that it is made for.",
  })
  networkId?: string | null;

  @Field(() => AgreementTermsInput, { description: "Its terms." })
  terms!: AgreementTermsInput;
}

export const DraftAgreementPayload = createUnionType({
  name: "DraftAgreementPayload",
  description: "The draft, or why there is none.",
  types: () => [Agreement, RequestKeyReused, InvalidInput] as const,
});

export async function draftAgreement(
  work: Work,
  input: DraftAgreementInput,
): Promise<typeof DraftAgreementPayload> {
  const { centreId } = signedIn(work);
  authorize(work, agreementPolicy.keep, { centreId });
  const agreements = work.manager.getRepository(Agreement);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "draftAgreement",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return agreements.findOneByOrFail({ centreId, id: taken.repeats });
  const hubId = await hubOf(work);
  if (!hubId)
    return unknownNoun(work.say, "partnerIds", {
      pl: "To centrum nie ma jeszcze organizacji w węźle.",
      en: "This centre has no organisation at its hub yet.",
    });
  const partnerIds = [
    hubId,
    ...input.partnerIds.map((id) => fromGlobalId("Partner", id)),
  ];
  const terms = readTerms(input.terms);
  const money = readMoney(input.terms);
  const networkId = input.networkId
    ? fromGlobalId("Network", input.networkId)
    : null;
  const network =
    networkId === null ? null : await holdNetwork(work, networkId);
  const given = input.number?.trim() ?? null;
  const problem = await checkTerms(
    work,
    { kind: input.kind, partnerIds, terms, money },
    new InputCheck(work.say)
      .key(input.requestKey)
      .that(
        given === null || (given.length >= 1 && given.length <= 40),
        "number",
        {
          pl: "Numer ma mieć od 1 do 40 znaków.",
          en: "A number has from 1 to 40 characters.",
        },
      )
      .that(
        networkId === null ||
          (network ?? { status: "CLOSED" }).status !== "CLOSED",
        "networkId",
        {
          pl: "Nie ma takiej sieci albo jest zamknięta.",
          en: "There is no such network, or it is closed.",
        },
      ),
  );
  if (problem) return problem;
  const number = await takeNumber(work, given);
  if (number === null) return numberTaken(work);
  const agreement = Object.assign(new Agreement(), {
    ...columnsOf(terms),
    centreId,
    id,
    number,
    kind: input.kind,
    recordedStatus: "DRAFT",
    partyIds: partnerIds,
    presentIds: partnerIds,
    networkId,
    signedOn: null,
    endedOn: null,
    suspendedOn: null,
    revision: 1,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Agreement>);
  await agreements.insert(agreement);
  await work.manager.getRepository(AgreementParty).insert(
    partnerIds.map((partnerId) => ({
      centreId,
      agreementId: id,
      partnerId,
      contactPersonId: contactOf(terms.contacts, partnerId),
    })),
  );
  await insertParts(work, agreement, terms);
  await writeMoney(work, agreement, 1, money);
  work.record({
    type: "AgreementDrafted",
    topic: "NETWORK",
    subjectId: id,
    facts: { kind: agreement.kind, status: "DRAFT" },
  });
  return agreement;
}
