// The demo's cases by pseudonym, and the referrals with all that happened to them (domain 5.7).
import type { Agreement } from "../agreements/index.js";
import {
  carryingAgreement,
  dueAt,
  dueRule,
  standingFrom,
} from "../agreements/index.js";
import { Case } from "../cases/index.js";
import type { Service } from "../offer/index.js";
import { localDate } from "../platform/calendar.js";
import {
  EXPIRE_REFERRAL,
  Referral,
  referralEvent,
  ReferralSubject,
  tokenCode,
} from "../referrals/index.js";
import type { DemoReferral } from "./municipality.js";
import { STEPS } from "./referral-steps.js";
import { recordArranged, settleArranged } from "./settle-arranged.js";
import type { DemoWorld } from "./world.js";

export interface Settled {
  services: ReadonlyMap<string, Service>;
  agreements: ReadonlyMap<string, readonly Agreement[]>;
}

export async function settleReferrals(
  world: DemoWorld,
  settled: Settled,
): Promise<void> {
  const { work, centreId, municipality } = world;
  await work.manager.getRepository(Case).insert(
    municipality.cases.map(({ pseudonym, coordinator, opened }) => ({
      centreId,
      id: world.id("case", pseudonym),
      pseudonym,
      coordinatorAccountId: world.accountId(coordinator),
      openedOn: world.day(opened),
      closedOn: null,
      createdAt: work.now,
    })),
  );
  const referrals = municipality.referrals.map((one) =>
    referralOf(world, settled, one),
  );
  await work.manager.getRepository(Referral).insert(referrals);
  await work.manager.getRepository(ReferralSubject).insert(
    municipality.referrals.map((one) => ({
      centreId,
      referralId: world.id("referral", String(one.number)),
      senderAccountId: world.accountId(coordinatorOf(world, one)),
      caseId: world.id("case", one.case),
      ownReference: one.ownReference,
    })),
  );
  await settleArranged(world, referrals);
  await work.rows(
    `insert into referral_number (centre_id, year, last) values ($1, $2, $3)`,
    [
      centreId,
      yearOf(world),
      Math.max(...municipality.referrals.map(({ number }) => number)),
    ],
  );
  for (const referral of referrals)
    if (["SENT", "RECEIVED"].includes(referral.status) && referral.dueAt)
      await work.enqueue(EXPIRE_REFERRAL, referral.id, referral.dueAt);
}

function yearOf(world: DemoWorld): number {
  return Number(localDate(world.work.now).slice(0, 4));
}

function coordinatorOf(world: DemoWorld, one: DemoReferral): string {
  const found = world.municipality.cases.find(
    ({ pseudonym }) => pseudonym === one.case,
  );
  if (!found) throw new Error(`no case ${one.case}`);
  return found.coordinator;
}

function draftOf(
  world: DemoWorld,
  { services }: Settled,
  one: DemoReferral,
): Referral {
  const service = services.get(one.service);
  if (!service) throw new Error(`no service ${one.service}`);
  const login = coordinatorOf(world, one);
  const sender = world.municipality.staff.find(
    (person) => person.login === login,
  );
  const at = world.at(one.steps[0]?.at ?? one.drafted ?? "-60m");
  return Object.assign(new Referral(), {
    centreId: world.centreId,
    id: world.id("referral", String(one.number)),
    number: `SK/${String(yearOf(world))}/${String(one.number).padStart(5, "0")}`,
    tokenCode: tokenCode(),
    serviceId: service.id,
    partnerId: service.partnerId,
    senderAccountId: world.accountId(login),
    senderName: sender?.name ?? login,
    priority: one.priority ?? "STANDARD",
    status: "DRAFT",
    disclosureLevel: one.level ?? "L0_TOKEN",
    units: one.units ?? 1,
    takes: "NOTHING",
    agreementId: null,
    agreementRevision: null,
    sentAt: null,
    dueAt: null,
    dueRule: null,
    openedAt: null,
    waitingSince: null,
    offeredUntil: null,
    decidedAt: null,
    startedAt: null,
    finishedAt: null,
    declineReason: null,
    discontinueReason: null,
    withdrawReason: null,
    statutoryDocumentRef: null,
    noShows: 0,
    absencesInRow: 0,
    deliveredUnits: null,
    result: null,
    followsId: null,
    vanished: false,
    version: 0,
    createdAt: at,
    updatedAt: at,
  } satisfies Partial<Referral>);
}

/** Goes the whole way, step by step, and leaves each in the log. */
function referralOf(
  world: DemoWorld,
  settled: Settled,
  one: DemoReferral,
): Referral {
  const referral = draftOf(world, settled, one);
  for (const { event, at: text } of one.steps) {
    const step = STEPS[event];
    if (!step) throw new Error(`no step ${event}`);
    const at = world.at(text);
    referral.status = step.status;
    referral.takes = step.takes;
    referral[step.time] = at;
    referral.updatedAt = at;
    referral.version += 1;
    if (event === "ReferralSent") promise(world, settled, one, referral);
    if (event === "ReferralWaitlisted") referral.waitingSince = at;
    if (event === "ReferralDeclined") {
      referral.declineReason = one.declineReason ?? "OTHER";
      referral.finishedAt = at;
    }
    if (event === "ReferralDiscontinued")
      referral.discontinueReason = one.discontinueReason ?? "OTHER";
    const by =
      step.side === "PARTNER"
        ? world.partnersOwn(partnerOf(world, one))
        : world.staff(coordinatorOf(world, one));
    world.past(at, by, referralEvent(referral, event));
  }
  recordArranged(world, one, referral, partnerOf(world, one));
  referral.version = Math.max(1, referral.version);
  return referral;
}

function partnerOf(world: DemoWorld, one: DemoReferral): string {
  const found = world.municipality.partners.find(({ services }) =>
    services.some(({ code }) => code === one.service),
  );
  if (!found) throw new Error(`no partner of ${one.service}`);
  return found.code;
}

/** By the agreement that was in force when it was sent. */
function promise(
  world: DemoWorld,
  { agreements }: Settled,
  one: DemoReferral,
  referral: Referral,
): void {
  if (!referral.sentAt) return;
  const code = partnerOf(world, one);
  const partner = world.municipality.partners.find(
    (found) => found.code === code,
  );
  if (!partner) return;
  const agreement = carryingAgreement(
    standingFrom(
      {
        partner: {
          id: referral.partnerId,
          dataRole: partner.dataRole,
          status: "ACTIVE",
        },
        isHub: false,
        isMember: true,
        leavesOn: null,
      },
      agreements.get(code) ?? [],
      [],
    ),
    referral.serviceId,
    localDate(referral.sentAt),
  );
  const rule = dueRule(agreement, referral.priority);
  referral.agreementId = agreement?.id ?? null;
  // the demo's agreements are all in their first version
  referral.agreementRevision = agreement ? 1 : null;
  referral.dueRule = rule;
  referral.dueAt = dueAt(referral.sentAt, rule);
}
