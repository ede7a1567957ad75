// The agreement that a verb is about, locked until the commit, and what is told where it has moved meanwhile.
import { Field, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { localDate, wordsOfDay } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { Problem, unknownNoun } from "../platform/graphql/problem.js";
import type { Words } from "../platform/graphql/words.js";
import { allows } from "../platform/permission/allows.js";
import { Agreement } from "./agreement.js";
import type { AgreementStatus } from "./agreement-kind.js";
import { AgreementParty } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";

@ObjectType({
  implements: Problem,
  description: "Somebody was quicker: the agreement is not as it was seen.",
})
export class AgreementMoved extends Problem {
  @Field(() => Agreement, { description: "As it is now." })
  agreement: Agreement;

  constructor(message: string, agreement: Agreement) {
    super(message);
    this.agreement = agreement;
  }
}

@ObjectType({
  implements: Problem,
  description: "Something that the agreement needs before this is missing.",
})
export class AgreementNotReady extends Problem {}

/** Who changes an agreement has it alone; a row lock is a write's, which not everybody who may ask has. */
export async function lockAgreement(work: Work, id: string): Promise<void> {
  await work.alone(`agreement ${work.centreId} ${id}`);
}

/** Waits for whoever is changing it. */
export async function findAgreement(
  work: Work,
  globalId: string,
): Promise<Agreement | InvalidInput> {
  const { centreId } = work;
  const id = fromGlobalId("Agreement", globalId);
  await lockAgreement(work, id);
  const agreement = await work.manager
    .getRepository(Agreement)
    .findOneBy({ centreId, id });
  if (agreement && allows(agreementPolicy.read, work.actor, agreement))
    return agreement;
  return unknownNoun(work.say, "agreementId", {
    pl: "Nie ma takiej umowy.",
    en: "There is no such agreement.",
  });
}

const NOW: Record<AgreementStatus, Words> = {
  DRAFT: { pl: "jest szkicem", en: "is a draft" },
  IN_NEGOTIATION: { pl: "jest uzgadniana", en: "is being negotiated" },
  AGREED: { pl: "czeka na podpisy", en: "waits for signatures" },
  SIGNED: { pl: "jest podpisana", en: "is signed" },
  ACTIVE: { pl: "obowiązuje", en: "is in force" },
  SUSPENDED: { pl: "jest zawieszona", en: "is suspended" },
  EXPIRED: { pl: "wygasła", en: "has expired" },
  TERMINATED: { pl: "jest rozwiązana", en: "was terminated" },
  WITHDRAWN: { pl: "jest zakończona", en: "has ended" },
  REJECTED: { pl: "nie doszła do skutku", en: "did not come about" },
};

/** What it is now does not let this be done. */
export function moved(work: Work, agreement: Agreement): AgreementMoved {
  const state = NOW[agreement.statusOn(localDate(work.now))];
  return new AgreementMoved(
    work.say({
      pl: `Umowa ${agreement.number} ${state.pl}. Nic nie zostało zmienione.`,
      en: `Agreement ${agreement.number} ${state.en}. Nothing was changed.`,
    }),
    agreement,
  );
}

/** Whoever edits what she saw; others have changed it since. */
export function changedSince(work: Work, agreement: Agreement): AgreementMoved {
  const at = wordsOfDay(localDate(agreement.updatedAt));
  return new AgreementMoved(
    work.say({
      pl: `Ktoś zmienił tę umowę (${at.pl}), gdy ją poprawiasz. Twoje zmiany nie są zapisane.`,
      en: `Somebody changed this agreement (${at.en}) while you were editing. Your changes are not saved.`,
    }),
    agreement,
  );
}

/** Whoever says yes or signs means what she read; the agreement has changed since. */
export function unread(work: Work, agreement: Agreement): AgreementMoved {
  const at = wordsOfDay(localDate(agreement.updatedAt));
  return new AgreementMoved(
    work.say({
      pl: `Ta umowa zmieniła się (${at.pl}), odkąd ją czytasz. Przeczytaj ją jeszcze raz; nic nie zostało zapisane.`,
      en: `This agreement has changed (${at.en}) since you read it. Read it once more; nothing was saved.`,
    }),
    agreement,
  );
}

export function partiesOf(
  work: Work,
  { centreId, id: agreementId }: Agreement,
): Promise<AgreementParty[]> {
  return work.manager
    .getRepository(AgreementParty)
    .find({ where: { centreId, agreementId }, order: { partnerId: "ASC" } });
}

/** Those whose word it needs. */
export function whoMust(
  work: Work,
  parties: readonly AgreementParty[],
): AgreementParty[] {
  const day = localDate(work.now);
  return parties.filter((one) => one.mustSpeak(day));
}

export async function hubOf(work: Work): Promise<string | null> {
  const centre = await work.manager
    .getRepository(Centre)
    .findOneByOrFail({ id: work.centreId });
  return centre.hubPartnerId;
}

/** The one way in which its state changes; what follows for the offer is the caller's to see to. */
export async function become(
  work: Work,
  agreement: Agreement,
  status: AgreementStatus,
  further: Partial<Agreement> = {},
): Promise<void> {
  const { centreId, id } = agreement;
  Object.assign(agreement, further, {
    recordedStatus: status,
    version: agreement.version + 1,
    updatedAt: work.now,
  });
  const { affected } = await work.manager.getRepository(Agreement).update(
    { centreId, id },
    {
      ...further,
      recordedStatus: status,
      version: agreement.version,
      updatedAt: agreement.updatedAt,
    },
  );
  if (affected !== 1) throw new Error("the agreement was not changed");
}
