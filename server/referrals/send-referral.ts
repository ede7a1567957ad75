// A coordinator refers a resident: the place is held in the same transaction, or nothing happens (domain 0.1 (2), 1.10).
import { randomUUID } from "node:crypto";

import { createUnionType } from "type-graphql";

import {
  DisclosureBasis,
  doubtWords,
  END_SIGHT,
  NO_WORDS,
  ReferralScope,
  sealWords,
  SensitiveWords,
} from "../cases/index.js";
import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize } from "../identity/index.js";
import type { Capacity, Service } from "../offer/index.js";
import {
  before,
  findService,
  lockCapacity,
  NoFreePlace,
  writeCapacity,
} from "../offer/index.js";
import { Partner } from "../partners/index.js";
import { wordsOfDay } from "../platform/calendar.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import type { Words } from "../platform/graphql/words.js";
import { mayPlanFallbacks } from "./chain/chain.js";
import { stopBeforeReferring } from "./chain/lock-chain.js";
import { writeFallbacks } from "./chain/plan-fallbacks.js";
import { EXPIRE_REFERRAL, ringAt } from "./expire-referral.js";
import { findSubject, groundsOf } from "./grounds.js";
import { findReferral, referralEvent } from "./move-referral.js";
import { newReferral } from "./new-referral.js";
import { heldBy, holdsLeft, TooManyHeld, tooManyHeld } from "./open-holds.js";
import { Referral, ReferralSubject } from "./referral.js";
import type { ReferralKind } from "./referral-kind.js";
import { AgreementMissing, BasisMissing } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";
import { SendReferralInput } from "./send-referral-input.js";
import type { Travel } from "./travel/what-travels.js";

const MOST_UNITS = 1000;
const LONGEST_REFERENCE = 40;

export const SendReferralPayload = createUnionType({
  name: "SendReferralPayload",
  description: "Outcome of sending.",
  types: () =>
    [
      Referral,
      NoFreePlace,
      BasisMissing,
      AgreementMissing,
      TooManyHeld,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

type Outcome = typeof SendReferralPayload;

export async function sendReferral(
  work: Work,
  input: SendReferralInput,
): Promise<Outcome> {
  const sends = { action: "SEND", change: "ReferralSent" } as const;
  work.means({ ...sends, noun: "Referral", subjectId: null, fields: [] });
  authorize(work, referralPolicy.send, { centreId: work.centreId });
  const problem = faults(work, input);
  if (problem) return problem;
  if (input.caseId)
    work.means({
      ...sends,
      noun: "Case",
      subjectId: fromGlobalId("Case", input.caseId),
      fields: [],
    });
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "sendReferral",
    input.requestKey,
    withoutWords(work, input),
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return (
      (await findReferral(work, taken.repeats)) ??
      unknownNoun(work.say, "requestKey", {
        pl: "Nie ma już tego skierowania.",
        en: "This referral is gone.",
      })
    );
  const service = await findService(
    work,
    fromGlobalId("Service", input.serviceId),
  );
  if (!service)
    return unknownNoun(work.say, "serviceId", {
      pl: "Nie ma takiej usługi.",
      en: "There is no such service.",
    });
  if (!(await isTheirs(work, service, input.kind)))
    return unknownNoun(work.say, "kind", {
      pl: "Wniosek można przekazać tylko urzędowi gminy albo jednostce gminy. Tutaj skieruj osobę.",
      en: "An application is passed on to the municipal office or a unit of the municipality alone. Refer the person here.",
    });
  const subject = await findSubject(work, input);
  if (subject instanceof InvalidInput) return subject;
  const grounds = await groundsOf(work, service, input);
  if (!("rule" in grounds)) return grounds;
  const doubt = doubtWords(work.say, input.sensitiveWordsMeant, {
    goal: input.goal,
  });
  if (doubt) return doubt;
  const quicker =
    subject.followsId && (await stopBeforeReferring(work, subject.followsId));
  if (quicker) return quicker;

  const open = await holdsLeft(work);
  const capacity = await lockCapacity(work, service.id);
  if (!capacity) throw new Error("the service has no numbers");
  const tooMany = new InputCheck(work.say).that(
    input.units <= Math.max(1, capacity.total),
    "units",
    {
      pl: `Ta usługa ma razem ${String(capacity.total)}. Podaj mniejszą liczbę.`,
      en: `This service has ${String(capacity.total)} in all. Give a smaller number.`,
    },
  ).problem;
  if (tooMany) return tooMany;
  const was = before(capacity);
  const holds = capacity.hold(input.units);
  if (!holds && (!input.waitIfFull || capacity.suspended))
    return noFreePlace(work, service, capacity, input.units);
  if (holds && open.left < heldBy(capacity, input.units))
    return tooManyHeld(work.say, open);
  if (!holds) capacity.queue(input.units);
  await writeCapacity(work, service, was, capacity, {
    kind: holds ? "RESERVE" : "WAITING",
    referralId: id,
  });
  const referral = await newReferral(work, input, {
    id,
    service,
    holds,
    numbersVersion: capacity.version,
    followsId: subject.followsId,
    ...grounds,
  });
  await insertReferral(work, referral, input, subject.caseId);
  if (grounds.travel) await insertTravel(work, referral, grounds.travel);
  return (await listFallbacks(work, referral, input)) ?? referral;
}

/** Whether that may go there (CUS art. 38(1)). */
async function isTheirs(
  work: Work,
  { centreId, partnerId: id }: Service,
  kind: ReferralKind,
): Promise<boolean> {
  if (kind === "SERVICE_REFERRAL") return true;
  const partner = await work.manager
    .getRepository(Partner)
    .findOneByOrFail({ centreId, id });
  return partner.takesApplications;
}

function paused(until: string | null): Words {
  const day = until ? wordsOfDay(until) : null;
  return {
    pl: `Ta usługa jest wstrzymana${day ? ` do ${day.pl}` : ""}. Wybierz inną.`,
    en: `This service is paused${day ? ` until ${day.en}` : ""}. Choose another one.`,
  };
}

function noFreePlace(
  work: Work,
  service: Service,
  capacity: Capacity,
  units: number,
): NoFreePlace {
  const words = capacity.suspended
    ? paused(service.suspendedUntil)
    : capacity.confirmedAt === null
      ? {
          pl: "Nikt jeszcze nie potwierdził wolnych miejsc. Zadzwoń albo stań w kolejce.",
          en: "Nobody has confirmed a free place yet. Call, or join the queue.",
        }
      : {
          pl: "Brak możliwości przyjęcia. Możesz stanąć w kolejce albo wybrać inną usługę.",
          en: "No place is free. You can join the queue or choose another service.",
        };
  return new NoFreePlace(work.say(words), {
    serviceId: service.id,
    area: service.area,
    units,
  });
}

async function insertReferral(
  work: Work,
  referral: Referral,
  input: SendReferralInput,
  caseId: string | null,
): Promise<void> {
  await work.manager.getRepository(Referral).insert(referral);
  const ownReference = input.ownReference?.trim();
  if (caseId || ownReference)
    await work.manager.getRepository(ReferralSubject).insert({
      centreId: work.centreId,
      referralId: referral.id,
      senderAccountId: referral.senderAccountId,
      caseId,
      ownReference: ownReference ?? null,
    });
  const change =
    referral.status === "SENT" ? "ReferralSent" : "ReferralWaitlisted";
  work.record(referralEvent(referral, change));
  work.touch({
    action: "SEND",
    noun: "Referral",
    subjectId: referral.id,
    fields: ownReference ? ["ownReference"] : [],
    change,
  });
  if (referral.dueAt)
    await ringAt(work, EXPIRE_REFERRAL, referral.id, referral.dueAt);
}

async function listFallbacks(
  work: Work,
  referral: Referral,
  { fallbackServiceIds: ids }: SendReferralInput,
): Promise<InvalidInput | null> {
  if (!ids || ids.length === 0) return null;
  const path = "fallbackServiceIds";
  return mayPlanFallbacks(referral)
    ? writeFallbacks(work, referral, null, ids, path)
    : unknownNoun(work.say, path, {
        pl: "Wniosek rozpatruje ta jedna jednostka, więc listy rezerwowej nie ma. Wyślij go bez listy.",
        en: "An application is decided by this one unit, so there is no list of fallbacks. Send it without a list.",
      });
}

/** A plain hash of a few words could be tried out by who has the database. */
function withoutWords(work: Work, input: SendReferralInput): object {
  const { goal, sensitive, ...rest } = input;
  const words = JSON.stringify([goal?.trim() ?? null, sensitive ?? []]);
  return goal || sensitive?.length
    ? { ...rest, words: work.keys.vault.index(words).index.toString("hex") }
    : rest;
}

async function insertTravel(
  work: Work,
  { centreId, id: referralId }: Referral,
  { caseId, basis, isEmergency, scope, words, dataKey }: Travel,
): Promise<void> {
  if (isEmergency)
    await work.manager.getRepository(DisclosureBasis).insert(basis);
  const of = { centreId, referralId, caseId };
  await work.manager.getRepository(ReferralScope).insert({
    ...of,
    ...scope,
    basisId: basis.id,
    sealed: words === NO_WORDS ? null : sealWords(dataKey, of, words),
  });
  work.touch({
    action: "SEND",
    noun: "Case",
    subjectId: caseId,
    fields: scope.fields,
    change: isEmergency ? "PersonSentInEmergency" : "PersonSent",
  });
  if (basis.validTo) await work.enqueue(END_SIGHT, referralId, basis.validTo);
}

function faults(work: Work, input: SendReferralInput): InvalidInput | null {
  const reference = input.ownReference ?? "";
  return new InputCheck(work.say)
    .key(input.requestKey)
    .that(input.units >= 1 && input.units <= MOST_UNITS, "units", {
      pl: "Podaj liczbę od 1 do 1000.",
      en: "Give a number from 1 to 1,000.",
    })
    .that(reference.length <= LONGEST_REFERENCE, "ownReference", {
      pl: "Wpisz najwyżej 40 znaków: numer sprawy albo inicjały.",
      en: "At most 40 characters: a file number or initials.",
    })
    .that(!holdsPesel(reference), "ownReference", noPesel).problem;
}
