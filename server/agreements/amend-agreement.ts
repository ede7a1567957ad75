// A signed agreement changes by a new version that all sign anew; until its first day the old terms hold, and they stay readable.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import type { Problem } from "../platform/graphql/problem.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { Agreement } from "./agreement.js";
import {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
import { agreementPolicy } from "./agreements.policy.js";
import { plansBeforeTerms } from "./before-force.js";
import { checkTerms } from "./check-terms.js";
import {
  AgreementMoved,
  changedSince,
  findAgreement,
  hubOf,
  moved,
  partiesOf,
} from "./find-agreement.js";
import { checkKept, gapsIn } from "./gaps.js";
import {
  haveAllSigned,
  keepVersion,
  rejectProposed,
  TO_COME,
} from "./keep-version.js";
import { partneredOtherwise } from "./one-partnership.js";
import { speaksFor } from "./speaks-for.js";
import { changesBetween } from "./terms.js";
import { AgreementTermsInput, readMoney, readTerms } from "./terms-input.js";
import { moneyInForce, termsInForce, writeMoney } from "./write-terms.js";

@InputType({ description: "What an agreement is to say from a day on." })
export class AmendAgreementInput {
  @Field(() => ID, { description: "Signed or in force." })
  agreementId!: string;

  @Field(() => Int, { description: "The `version` that was edited." })
  ifVersion!: number;

  @Field(() => Day, {
    description: "The first day of the new terms, today or later.",
  })
  effectiveFrom!: string;

  @Field(() => AgreementTermsInput, { description: "All its terms." })
  terms!: AgreementTermsInput;
}

@InputType({ description: "Which amendment does not come about." })
export class RejectAmendmentInput {
  @Field(() => ID, { description: "With an amendment that waits." })
  agreementId!: string;

  @Field(() => Int, { description: "The version that is not to be." })
  revision!: number;
}

export const AmendAgreementPayload = createUnionType({
  name: "AmendAgreementPayload",
  description: "The agreement with its proposed version, or why there is none.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export const RejectAmendmentPayload = createUnionType({
  name: "RejectAmendmentPayload",
  description: "The agreement with its old terms, or why the version stays.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function amendAgreement(
  work: Work,
  input: AmendAgreementInput,
): Promise<typeof AmendAgreementPayload | Problem> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  const { centreId, id: agreementId } = agreement;
  const day = localDate(work.now);
  const versions = work.manager.getRepository(AgreementVersion);
  if (
    !agreement.mayBeAmended(day) ||
    (await versions.existsBy({ centreId, agreementId, status: "PROPOSED" }))
  )
    return moved(work, agreement);
  if (agreement.version !== input.ifVersion)
    return changedSince(work, agreement);
  const terms = readTerms(input.terms);
  const money = readMoney(input.terms);
  const before = await termsInForce(work, agreement);
  const parties = await partiesOf(work, agreement);
  const hubId = await hubOf(work);
  const staying = parties.filter((one) => one.isPresent(day));
  const changes = changesBetween(before, terms);
  const unsaid = new Set(
    gapsIn(
      work.say,
      agreement.kind,
      before,
      await moneyInForce(work, agreement),
    ).map(({ element }) => element),
  );
  const partnered = await partneredOtherwise(work, agreement, terms);
  const problem = await checkTerms(
    work,
    {
      kind: agreement.kind,
      partnerIds: [
        ...(hubId ? [hubId] : []),
        ...staying.map((one) => one.partnerId).filter((id) => id !== hubId),
      ],
      terms,
      money,
    },
    checkKept(
      new InputCheck(work.say),
      gapsIn(work.say, agreement.kind, terms, money).filter(
        ({ element }) => element !== "FIRST_DAY" && !unsaid.has(element),
      ),
    )
      .that(!partnered, "terms.programmeId", partnered ?? { pl: "", en: "" })
      .that(input.effectiveFrom >= day, "effectiveFrom", {
        pl: "Zmiana może obowiązywać najwcześniej od dziś.",
        en: "A change is in force from today on at the earliest.",
      })
      .that(!terms.validTo || terms.validTo >= day, "terms.validTo", {
        pl: "Ostatni dzień nie może być przed dniem dzisiejszym.",
        en: "The last day cannot lie before today.",
      })
      .that(
        terms.validFrom !== null &&
          (terms.validFrom === agreement.validFrom ||
            agreement.statusOn(day) === "SIGNED"),
        "terms.validFrom",
        {
          pl: "Umowa już obowiązuje: jej pierwszy dzień zostaje.",
          en: "The agreement is in force: its first day stays.",
        },
      ),
  );
  if (problem) return problem;
  const { effectiveFrom } = input;
  const held = await plansBeforeTerms(work, agreement, {
    terms,
    effectiveFrom,
  });
  if (held) return held;
  await work.inSystemsName(() => keepVersion(work, agreement));
  const [last] = await versions.find({
    where: { centreId, agreementId },
    order: { revision: "DESC" },
    take: 1,
  });
  const revision = (last?.revision ?? agreement.revision) + 1;
  await versions.insert({
    centreId,
    agreementId,
    revision,
    status: "PROPOSED",
    terms,
    changes,
    effectiveFrom,
    madeBy: signedIn(work).accountId,
    madeAt: work.now,
  });
  await work.manager.getRepository(AgreementVersionParty).insert(
    staying.map(({ partnerId }) => ({
      centreId,
      agreementId,
      revision,
      partnerId,
    })),
  );
  await writeMoney(work, agreement, revision, money);
  work.record({
    type: "AgreementAmendmentProposed",
    topic: "NETWORK",
    subjectId: agreementId,
    facts: { kind: agreement.kind, revision },
  });
  return agreement;
}

export async function rejectAmendment(
  work: Work,
  input: RejectAmendmentInput,
): Promise<typeof RejectAmendmentPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  const speaking = await speaksFor(work, agreement, null);
  if (speaking instanceof InvalidInput) return speaking;
  const { centreId, id: agreementId } = agreement;
  const { revision } = input;
  const versions = work.manager.getRepository(AgreementVersion);
  const which = { centreId, agreementId, revision };
  const version = await versions.findOneBy({
    ...which,
    status: In([...TO_COME]),
  });
  if (version) {
    // what all have signed is agreed, though its day is still to come
    if (
      version.status === "SIGNED" ||
      (await haveAllSigned(work, agreement, revision))
    )
      return new AgreementMoved(
        work.say({
          pl: `Tę zmianę umowy ${agreement.number} podpisali już wszyscy. Inaczej może być tylko po kolejnej zmianie, którą znów wszyscy podpiszą.`,
          en: `All have signed this amendment of agreement ${agreement.number}. It can be otherwise only by another amendment that all sign.`,
        }),
        agreement,
      );
    await rejectProposed(work, agreement, ["PROPOSED"]);
  }
  const isRejected = await versions.existsBy({ ...which, status: "REJECTED" });
  return isRejected ? agreement : moved(work, agreement);
}
