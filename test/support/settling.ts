// Rows that a test's world is made of, written in the system's name within one centre.
import { randomUUID } from "node:crypto";

import type { AgreementKind } from "../../server/agreements/index.js";
import { refreshScope } from "../../server/agreements/index.js";
import { identityOf } from "../../server/cases/case-identity.js";
import { Case, CaseKey } from "../../server/cases/index.js";
import { writeIdentity } from "../../server/cases/write-identity.js";
import type { Work } from "../../server/events/index.js";
import type { CapacityUnit } from "../../server/offer/index.js";
import { Capacity, openCapacity, Service } from "../../server/offer/index.js";
import type {
  DataRole,
  DisclosureLevel,
  PartnerKind,
} from "../../server/partners/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { fieldsOfLevel } from "../../server/programmes/index.js";

export interface Offered {
  id: string;
  globalId: string;
}

export interface ServiceGiven {
  name: string;
  description: string | null;
  sphere: Service["sphere"];
  place: string | null;
  accessibility: Service["accessibility"];
  careDuringActivity: boolean;
  transportProvided: boolean;
  supporting: boolean;
  targetGroups: Service["targetGroups"];
  hours: Service["hours"];
  feeGrosze: number;
  area: Service["area"];
  unit: CapacityUnit;
  total: number;
  occupied: number;
  reserved: number;
  waitingOutside: number;
  entryMode: Service["entryMode"];
  visibility: Service["visibility"];
  forResidents: boolean;
  suspended: boolean;
  /** Days ago; null: never. */
  confirmedDaysAgo: number | null;
}

export interface PartnerGiven {
  name: string;
  kind: PartnerKind;
  dataRole: DataRole;
  /** None: no agreement at all. */
  agreement: Partial<AgreementGiven> | null;
  membership: "MEMBER" | "OBSERVER" | "INVITED" | null;
}

export interface AgreementGiven {
  kind: AgreementKind;
  status: string;
  fromDays: number;
  /** Null: for good. */
  toDays: number | null;
  dataRole: DataRole;
  emergency: string | null;
  urgent: string | null;
  standard: string | null;
  dutyDays: number | null;
  sensitive: boolean;
  /** The entrustment of data that it leans on. */
  dpaId: string | null;
  /** When the partner left it, in days from today. */
  leftDays: number | null;
  /** The services that it is for, with the places kept; none: all. */
  names: Readonly<Record<string, number>>;
}

export async function insertPartner(
  work: Work,
  id: string,
  given: Partial<PartnerGiven>,
): Promise<void> {
  const name = given.name ?? `Partner ${id.slice(0, 8)}`;
  await work.rows(
    `insert into partner (centre_id, id, name, short_name, kind, sector, data_role, status, created_at, updated_at)
     values ($1, $2, $3, $3, $4, $8, $5, $6, $7, $7)`,
    [
      work.centreId,
      id,
      name,
      given.kind ?? (given.dataRole === "SAME_CONTROLLER" ? "KIS" : "NGO"),
      given.dataRole ?? "SEPARATE_CONTROLLER",
      given.membership === "INVITED" ? "INVITED" : "ACTIVE",
      work.now,
      given.dataRole === "SAME_CONTROLLER" ? "PUBLIC" : "NGO",
    ],
  );
}

export async function insertMembership(
  work: Work,
  networkId: string,
  partnerId: string,
  role: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into network_membership (centre_id, id, network_id, partner_id, role, stakeholder_type, joined_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      work.centreId,
      id,
      networkId,
      partnerId,
      role,
      role === "HUB" ? null : "B",
      localDate(work.now),
    ],
  );
  return id;
}

export async function insertJointAction(
  work: Work,
  networkId: string,
  partnerId: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into joint_action (centre_id, id, network_id, title, created_at) values ($1, $2, $3, $4, $5)`,
    [work.centreId, id, networkId, `Działanie ${id.slice(0, 8)}`, work.now],
  );
  await work.rows(
    `insert into joint_action_part (centre_id, joint_action_id, partner_id, part) values ($1, $2, $3, 'RESPONSIBLE')`,
    [work.centreId, id, partnerId],
  );
  return toGlobalId("JointAction", id);
}

export async function insertNeed(
  work: Work,
  networkId: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into need (centre_id, id, network_id, title, area, gap_kind, evidence, status, created_at)
     values ($1, $2, $3, $4, 'CULTURE', 'WRONG_TIME', 'KIPUS_REPORT', 'REPORTED', $5)`,
    [work.centreId, id, networkId, `Potrzeba ${id.slice(0, 8)}`, work.now],
  );
  return toGlobalId("Need", id);
}

/** Of whoever answers the referral; declined with a reason. */
export async function insertSuggestion(
  work: Work,
  referralId: string,
  serviceId: string,
  isDeclined = false,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into service_suggestion (centre_id, id, referral_id, partner_id, sender_account_id, service_id, reason, made_at, decided_at)
     select centre_id, $2, id, partner_id, sender_account_id, $3, 'Uzupełnia się', $4::timestamptz,
       case when $5 then $4::timestamptz end
     from referral where id = $1`,
    [referralId, id, serviceId, work.now, isDeclined],
  );
  if (isDeclined)
    await work.rows(
      `insert into suggestion_decision (centre_id, suggestion_id, sender_account_id, outcome, reason)
       select centre_id, id, sender_account_id, 'DECLINED', 'Nie teraz' from service_suggestion where id = $1`,
      [id],
    );
  return toGlobalId("ServiceSuggestion", id);
}

/** That somebody reported it, in a place that the organiser named. */
export async function insertNeedReport(
  work: Work,
  needId: string,
  accountId: string,
): Promise<{ placeId: string; needReportId: string }> {
  const [placeId, reportId] = [randomUUID(), randomUUID()];
  await work.rows(
    `insert into centre_place (centre_id, id, name) values ($1, $2, 'Olszyny')`,
    [work.centreId, placeId],
  );
  await work.rows(`update need set place_id = $2 where id = $1`, [
    fromGlobalId("Need", needId),
    placeId,
  ]);
  await work.rows(
    `insert into need_report (centre_id, id, need_id, evidence, account_id, at) values ($1, $2, $3, 'KIPUS_REPORT', $4, $5)`,
    [
      work.centreId,
      reportId,
      fromGlobalId("Need", needId),
      accountId,
      work.now,
    ],
  );
  return {
    placeId: toGlobalId("CentrePlace", placeId),
    needReportId: toGlobalId("NeedReport", reportId),
  };
}

/** Begun an hour ago. */
export async function insertMeeting(
  work: Work,
  networkId: string,
): Promise<string> {
  const id = randomUUID();
  const startsAt = new Date(work.now.getTime() - 3_600_000);
  await work.rows(
    `insert into meeting (centre_id, id, network_id, kind, title, agenda, starts_at, ends_at, status, created_at)
     values ($1, $2, $3, 'FIRST', $4, array['Cele'], $5, $6, 'PLANNED', $6)`,
    [
      work.centreId,
      id,
      networkId,
      `Spotkanie ${id.slice(0, 8)}`,
      startsAt,
      work.now,
    ],
  );
  return toGlobalId("Meeting", id);
}

/** It took place, its minutes are to be approved, and somebody has said something of the need. @returns the meeting */
export async function insertHearing(
  work: Work,
  networkId: string,
  needId: string,
  partnerId: string,
): Promise<string> {
  const id = await insertMeeting(work, networkId);
  await work.rows(
    `update meeting set status = 'HELD', minutes = 'Omówiono cele i terminy.' where id = $1`,
    [fromGlobalId("Meeting", id)],
  );
  await work.rows(
    `insert into need_comment (centre_id, id, need_id, partner_id, of_residents, text, at)
     values ($1, $2, $3, $4, true, 'Także w soboty.', $5)`,
    [
      work.centreId,
      randomUUID(),
      fromGlobalId("Need", needId),
      partnerId,
      work.now,
    ],
  );
  return id;
}

export async function insertAnalysis(
  work: Work,
  networkId: string,
): Promise<void> {
  await work.rows(
    `insert into network_analysis (centre_id, network_id, strengths, weaknesses, opportunities, threats, written_at)
     values ($1, $2, 'ludzie', 'dojazd', 'program', 'budżet', $3)`,
    [work.centreId, networkId, work.now],
  );
  await work.rows(
    `insert into network_procedure (centre_id, network_id, version, text, written_at)
     values ($1, $2, 1, 'Dołącza się na zaproszenie, odchodzi po przekazaniu spraw.', $3)`,
    [work.centreId, networkId, work.now],
  );
  await work.rows(
    `insert into network_step (centre_id, id, network_id, step, change, reason, at)
     values ($1, $2, $3, 'BUILDING', 'REOPENED', 'nowi członkowie', $4)`,
    [work.centreId, randomUUID(), networkId, work.now],
  );
}

/** Help is under way. @returns the id of the graph */
export async function insertObstacle(
  work: Work,
  partnerId: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into participation_obstacle (centre_id, id, partner_id, kind, note, help, state, noted_on, version, created_at)
     values ($1, $2, $3, 'TRANSPORT', 'Autobus jeździ dwa razy dziennie.', 'Spotkania zdalne', 'BEING_HELPED', '2026-11-20', 1, $4)`,
    [work.centreId, id, partnerId, work.now],
  );
  return toGlobalId("ParticipationObstacle", id);
}

/** A network at work on its partnership, with its hub in it. */
export async function insertNetwork(
  work: Work,
  hubId: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into network (centre_id, id, kind, name, step, hub_partner_id, status, created_at)
     values ($1, $2, 'PROGRAMME_PARTNERSHIP', $3, 'BUILDING', $4, 'FORMING', $5)`,
    [work.centreId, id, `Sieć ${id.slice(0, 8)}`, hubId, work.now],
  );
  await insertMembership(work, id, hubId, "HUB");
  return id;
}

/** Begins a network and asks an organisation in. */
export async function insertInvited(
  work: Work,
  hubId: string,
  partnerId: string,
): Promise<string> {
  const networkId = await insertNetwork(work, hubId);
  const id = await insertMembership(work, networkId, partnerId, "INVITED");
  return toGlobalId("NetworkMembership", id);
}

export async function insertAgreement(
  work: Work,
  hubId: string,
  partnerId: string,
  given: Partial<AgreementGiven>,
): Promise<{ id: string; number: string }> {
  const id = randomUUID();
  const number = `U-${id.slice(0, 6)}`;
  const day = localDate(work.now);
  const toDays = given.toDays === undefined ? 300 : given.toDays;
  await work.rows(
    `insert into agreement (centre_id, id, number, kind, status, title, signed_on, valid_from, valid_to, data_role,
       answer_emergency, answer_urgent, answer_standard, offer_update_duty_days, created_at, updated_at,
       allows_sensitive, dpa_agreement_id)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16)`,
    [
      work.centreId,
      id,
      number,
      given.kind ?? "COOPERATION",
      given.status ?? "ACTIVE",
      "Porozumienie",
      addDays(day, given.fromDays ?? -30),
      toDays === null ? null : addDays(day, toDays),
      given.dataRole ?? "SEPARATE_CONTROLLER",
      given.emergency ?? null,
      given.urgent ?? null,
      given.standard ?? null,
      given.dutyDays ?? null,
      work.now,
      given.sensitive ?? false,
      given.dpaId ?? null,
    ],
  );
  const leftOn = given.leftDays == null ? null : addDays(day, given.leftDays);
  await work.rows(
    `insert into agreement_party (centre_id, agreement_id, partner_id, left_on, signed_on)
     values ($1, $2, $3, null, $6), ($1, $2, $4, $5, $6)`,
    [
      work.centreId,
      id,
      hubId,
      partnerId,
      leftOn,
      addDays(day, given.fromDays ?? -30),
    ],
  );
  for (const [serviceId, placesKept] of Object.entries(given.names ?? {}))
    await work.rows(
      `insert into agreement_service (centre_id, agreement_id, service_id, places_kept) values ($1, $2, $3, $4)`,
      [work.centreId, id, serviceId, placesKept],
    );
  return { id, number };
}

export async function insertService(
  work: Work,
  partnerId: string,
  given: Partial<ServiceGiven>,
): Promise<Offered> {
  const id = randomUUID();
  const service = Object.assign(new Service(), {
    centreId: work.centreId,
    id,
    partnerId,
    name: given.name ?? `Usługa ${id.slice(0, 8)}`,
    description: given.description ?? null,
    area: given.area ?? "REINTEGRATION",
    group: "A",
    form: "GROUP",
    sphere: given.sphere ?? "SOCIAL",
    reintegrationProfile: "SOCIAL",
    entryMode: given.entryMode ?? "REFERRAL",
    acquisitionMode: null,
    feeGrosze: given.feeGrosze ?? 0,
    feeUnit: null,
    emergency: false,
    forResidents: given.forResidents ?? true,
    place: given.place ?? null,
    accessibility: given.accessibility ?? [],
    careDuringActivity: given.careDuringActivity ?? false,
    transportProvided: given.transportProvided ?? false,
    supporting: given.supporting ?? false,
    targetGroups: given.targetGroups ?? [],
    eligibility: null,
    ageFrom: null,
    ageTo: null,
    hours: given.hours ?? [],
    seasonFrom: null,
    seasonTo: null,
    restsOnHolidays: true,
    status: given.suspended ? "PAUSED" : "ACTIVE",
    visibility: given.visibility ?? "PUBLIC",
    suspendedUntil: null,
    eventOn: null,
    referableFrom: null,
    referableTo: null,
    importKey: null,
    programmeId: null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Service>);
  await work.manager.getRepository(Service).insert(service);
  const daysAgo =
    given.confirmedDaysAgo === undefined ? 1 : given.confirmedDaysAgo;
  await openCapacity(
    work,
    service,
    Object.assign(new Capacity(), {
      centreId: work.centreId,
      serviceId: id,
      partnerId,
      unit: given.unit ?? "PLACES",
      total: given.total ?? 10,
      occupied: given.occupied ?? 0,
      reserved: given.reserved ?? 0,
      waitingReferred: 0,
      waitingOutside: given.waitingOutside ?? 0,
      running: 0,
      walkIns: 0,
      suspended: given.suspended ?? false,
      confirmEveryDays: null,
      confirmedAt:
        daysAgo === null
          ? null
          : new Date(work.now.getTime() - daysAgo * 86_400_000),
      confirmedBy: null,
      confirmedFrom: daysAgo === null ? null : "PROVIDER",
    } satisfies Partial<Capacity>),
  );
  await refreshScope(work, partnerId);
  return { id, globalId: toGlobalId("Service", id) };
}

export async function insertContact(
  work: Work,
  partnerId: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into contact_person (centre_id, id, partner_id, name, position, work_email, work_phone, is_primary, created_at)
     values ($1, $2, $3, $4, 'kierowniczka', $5, '+48000000000', true, $6)`,
    [
      work.centreId,
      id,
      partnerId,
      `Kontakt ${id.slice(0, 8)}`,
      `${id.replaceAll("-", "")}@splot.example`,
      work.now,
    ],
  );
  return toGlobalId("ContactPerson", id);
}

/** @param hours that it works; none: it has expired */
export async function insertLink(
  work: Work,
  partnerId: string,
  contactId: string,
  { referralId, hours = 24 }: { referralId?: string; hours?: number },
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into action_link (centre_id, id, kind, partner_id, contact_person_id, referral_id, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      work.centreId,
      id,
      referralId ? "ANSWER_REFERRAL" : "CONFIRM_PLACES",
      partnerId,
      fromGlobalId("ContactPerson", contactId),
      referralId ? fromGlobalId("Referral", referralId) : null,
      work.now,
      new Date(work.now.getTime() + hours * 3_600_000),
    ],
  );
  return work.keys.tokenOf("action-link", id);
}

export interface BasisGiven {
  caseId: string;
  partnerId: string;
  serviceId: string | null;
  maxLevel: DisclosureLevel;
  revoked: boolean;
}

/** For all fields of its level; who the person is gets written where nothing is kept of her yet. */
export async function insertBasis(
  work: Work,
  given: BasisGiven,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into disclosure_basis (centre_id, id, case_id, partner_id, service_id, max_level, fields, basis, given_at,
       recorded_at, revoked_at, ended_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'CONSENT', $8, $8, $9, $10)`,
    [
      work.centreId,
      id,
      given.caseId,
      given.partnerId,
      given.serviceId,
      given.maxLevel,
      fieldsOfLevel(given.maxLevel),
      work.now,
      given.revoked ? work.now : null,
      given.revoked ? "WITHDRAWN" : null,
    ],
  );
  await keepIdentity(work, given.caseId);
  return toGlobalId("DisclosureBasis", id);
}

/** By the coordinator's own rights: nobody else may. */
async function keepIdentity(work: Work, caseId: string): Promise<void> {
  const [known] = await work.rows<{ account: string }>(
    `select coordinator_account_id as account from case_ref where id = $1`,
    [caseId],
  );
  const speakAs = (kind: string, account: string, roles: string) =>
    work.rows(
      `select set_config('splot.kind', $1, true), set_config('splot.account', $2, true), set_config('splot.roles', $3, true)`,
      [kind, account, roles],
    );
  await speakAs("member", known?.account ?? "", "KIPUS");
  const of = { centreId: work.centreId, caseId };
  const key = await work.manager.getRepository(CaseKey).findOneBy(of);
  if (!key)
    await writeIdentity(
      work,
      Object.assign(new Case(), { centreId: work.centreId, id: caseId }),
      identityOf({
        name: "Grażyna",
        surname: "Testowa",
        born: "1979",
        contactKind: "PHONE",
        contact: "+48 600 700 800",
        place: "ul. Próbna 1",
      }),
      { key: null, sealed: null },
    );
  await speakAs("system", "", "");
}
