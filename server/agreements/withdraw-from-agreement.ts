// A party leaves an agreement when its notice is over; the others stay bound as long as there are enough of them.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, Role, signedIn } from "../identity/index.js";
import { addDays, localDate, wordsOfDay } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { Problem } from "../platform/graphql/problem.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { speaksForAnother } from "../platform/on-behalf.js";
import { allows } from "../platform/permission/allows.js";
import { Agreement } from "./agreement.js";
import { lastDayBefore } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import { recordState, refreshParties } from "./bind.js";
import { whatHoldsBack } from "./ending.js";
import {
  AgreementMoved,
  become,
  findAgreement,
  hubOf,
  moved,
  partiesOf,
} from "./find-agreement.js";
import { rejectProposed } from "./keep-version.js";
import { checkReason } from "./reject-agreement.js";
import { speaksFor, writeParty } from "./speaks-for.js";
import { keepPresent } from "./stay.js";

@InputType({ description: "Which party leaves which agreement, and why." })
export class WithdrawFromAgreementInput {
  @Field(() => ID, { description: "Signed, in force or suspended." })
  agreementId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The party; null: the own one.",
  })
  partnerId?: string | null;

  @Field(() => Day, {
    nullable: true,
    description:
      "From when on it is no party: not before the notice is over; null: as soon as that. An agreement of two ends on the day before.",
  })
  leftOn?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "The hub agreed to it, says the organiser: the notice need not be kept.",
  })
  byConsent!: boolean;

  @Field(() => String, { description: "Why, 1 to 500 characters." })
  reason!: string;
}

export const WithdrawFromAgreementPayload = createUnionType({
  name: "WithdrawFromAgreementPayload",
  description: "The agreement without the party, or why it stays.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function withdrawFromAgreement(
  work: Work,
  input: WithdrawFromAgreementInput,
): Promise<typeof WithdrawFromAgreementPayload | Problem> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  if (await hasLeftSo(work, agreement, input)) return agreement;
  const speaking = await speaksFor(work, agreement, input.partnerId, {
    isLeaving: true,
  });
  if (speaking instanceof InvalidInput) return speaking;
  if (input.byConsent) authorize(work, agreementPolicy.keep, agreement);
  const { party, parties } = speaking;
  const day = localDate(work.now);
  const hubId = await hubOf(work);
  const others = parties.filter(
    (one) => one.leftOn === null && one.partnerId !== hubId,
  );
  const staying = others.length - 1;
  // with too few left it ends for those who stay as well
  const endsForAll = staying < (agreement.hasSeveralParties ? 2 : 1);
  if (
    !agreement.mayBecome("WITHDRAWN", day) ||
    party.leftOn !== null ||
    (endsForAll && agreement.endedOn !== null)
  )
    return moved(work, agreement);
  const leftOn = input.leftOn ?? earliestDay(work, agreement, input);
  const problem =
    faults(work, agreement, input, {
      isHub: party.partnerId === hubId,
      isOfTwo: others.length < 2,
      leftOn,
    }) ?? checkReason(work, input.reason);
  if (problem) return problem;
  const lastDay = leftOn > day ? lastDayBefore(leftOn) : day;
  const held = await whatHoldsBack(work, {
    agreement,
    partnerIds: endsForAll
      ? // who leaves later by its own notice is still there
        parties
          .filter(
            (one) =>
              one.isPresent(day) &&
              one.partnerId !== hubId &&
              (one.lastDay === null || one.lastDay > lastDay),
          )
          .map(({ partnerId }) => partnerId)
      : [party.partnerId],
    lastDay,
  });
  if (held) return held;
  await writeParty(work, party, { leftOn, leaveReason: input.reason.trim() });
  await keepPresent(work, agreement);
  if (endsForAll) {
    await work.inSystemsName(() => endForAll(work, agreement, leftOn));
    await rejectProposed(work, agreement);
  }
  recordState(
    work,
    agreement,
    "AgreementPartyLeft",
    {
      parties: staying,
      leftOn,
      ...(speaksForAnother(work.actor, party.partnerId)
        ? { onBehalfOf: party.partnerId }
        : {}),
    },
    party.partnerId,
  );
  await refreshParties(work, agreement);
  return agreement;
}

/** The same word of the same party, said again by who did not hear the answer. */
async function hasLeftSo(
  work: Work,
  agreement: Agreement,
  { partnerId, leftOn, reason }: WithdrawFromAgreementInput,
): Promise<boolean> {
  const member = signedIn(work);
  const id = partnerId ? fromGlobalId("Partner", partnerId) : member.partnerId;
  const isHers =
    (id === member.partnerId && member.roles.has(Role.PARTNER_ADMIN)) ||
    allows(agreementPolicy.keep, work.actor, agreement);
  if (!isHers) return false;
  // who has left reads no parties any more
  const parties = await work.inSystemsName(() => partiesOf(work, agreement));
  const party = parties.find((one) => one.partnerId === id);
  return (
    party?.leaveReason === reason.trim() &&
    (leftOn ?? party.leftOn) === party.leftOn
  );
}

/** At once, or by the calendar once the notice is over. */
export async function endForAll(
  work: Work,
  agreement: Agreement,
  leftOn: string,
): Promise<void> {
  const hasBegun = agreement.validFrom !== null && agreement.validFrom < leftOn;
  if (leftOn <= localDate(work.now) || !hasBegun)
    await become(work, agreement, "WITHDRAWN", { endedOn: leftOn });
  else {
    const lastDay = lastDayBefore(leftOn);
    await become(work, agreement, agreement.recordedStatus, {
      endedOn: lastDay,
      autoRenew: false,
      validTo: lastDay,
    });
    recordState(work, agreement, "AgreementNoticeGiven", { lastDay });
  }
}

function earliestDay(
  work: Work,
  { noticeDays }: Agreement,
  { byConsent }: WithdrawFromAgreementInput,
): string {
  const day = localDate(work.now);
  return byConsent ? day : addDays(day, noticeDays ?? 0);
}

interface Leaving {
  isHub: boolean;
  isOfTwo: boolean;
  leftOn: string;
}

function faults(
  work: Work,
  agreement: Agreement,
  input: WithdrawFromAgreementInput,
  { isHub, isOfTwo, leftOn }: Leaving,
): InvalidInput | null {
  const earliest = earliestDay(work, agreement, input);
  const words = wordsOfDay(earliest);
  const { lastDay, noticeDays } = agreement;
  return new InputCheck(work.say)
    .that(!isHub, "partnerId", {
      pl: "CUS nie wychodzi z umowy w ten sposób. Trzeba ją wypowiedzieć.",
      en: "The centre does not leave an agreement like this. It has to be terminated.",
    })
    .that(!isOfTwo || noticeDays !== null || input.byConsent, "partnerId", {
      pl: "Ta umowa nie mówi o wypowiedzeniu. Poproś organizatorkę usług, żeby zakończyła ją za zgodą stron.",
      en: "This agreement says nothing of a notice. Ask the organiser of services to end it by consent.",
    })
    .that(leftOn >= earliest, "leftOn", {
      pl: `Najwcześniej możecie wyjść z umowy ${words.pl}${input.byConsent ? "" : ": tyle trwa wypowiedzenie"}.`,
      en: `You can leave on ${words.en} at the earliest${input.byConsent ? "" : ": so long is the notice"}.`,
    })
    .that(lastDay === null || leftOn <= lastDay, "leftOn", {
      pl: "Ta umowa i tak kończy się wcześniej.",
      en: "This agreement ends earlier anyway.",
    }).problem;
}
