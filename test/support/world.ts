// Builds what a test needs: a centre of its own with organisations, services, agreements and people; unique by construction.
import { randomInt, randomUUID } from "node:crypto";

import type { AgreementKind } from "../../server/agreements/index.js";
import { refreshScope } from "../../server/agreements/index.js";
import { transact } from "../../server/events/transact.js";
import type { Work } from "../../server/events/transact.js";
import type { Role } from "../../server/identity/index.js";
import { Capacity, Service, openCapacity } from "../../server/offer/index.js";
import type { CapacityUnit } from "../../server/offer/index.js";
import type { DataRole, PartnerKind } from "../../server/partners/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import { inTransaction } from "../../server/platform/database/session.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Answer, Api } from "./api.js";

export interface Person {
  accountId: string;
  sessionId: string;
  token: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export interface TestService {
  id: string;
  globalId: string;
}

export interface TestPartner {
  id: string;
  globalId: string;
  aService(given?: Partial<ServiceGiven>): Promise<TestService>;
  aPerson(...roles: Role[]): Promise<Person>;
}

export interface TestCentre {
  id: string;
  globalId: string;
  hub: TestPartner;
  aPartner(given?: Partial<PartnerGiven>): Promise<TestPartner>;
  /** Somebody of the hub's staff. */
  aPerson(...roles: Role[]): Promise<Person>;
  aCase(coordinator: Person): Promise<string>;
  asSystem<Outcome>(work: (work: Work) => Promise<Outcome>): Promise<Outcome>;
}

interface ServiceGiven {
  name: string;
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

interface PartnerGiven {
  name: string;
  kind: PartnerKind;
  dataRole: DataRole;
  /** None: no agreement at all. */
  agreement: Partial<AgreementGiven> | null;
  membership: "MEMBER" | "OBSERVER" | "INVITED" | null;
}

interface AgreementGiven {
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
}

export async function aCentre(api: Api): Promise<TestCentre> {
  const id = randomUUID();
  const hubId = randomUUID();
  const networkId = randomUUID();
  const slug = `c-${id.slice(0, 8)}`;
  await inTransaction(
    api.dataSource,
    { kind: "setup", centreId: id },
    async (manager) => {
      await manager.query(
        `insert into centre (id, slug, name, short_name, created_at) values ($1, $2, $3, $3, $4)`,
        [id, slug, `Centrum ${slug}`, api.clock.now()],
      );
      await manager.query(
        `insert into centre_log (centre_id, epoch) values ($1, $2)`,
        [id, randomUUID()],
      );
    },
  );
  const asSystem = <Outcome>(work: (work: Work) => Promise<Outcome>) =>
    transact(api.desk(id), work);
  await asSystem(async (work) => {
    await insertPartner(work, hubId, {
      name: `CUS ${slug}`,
      kind: "CUS",
      dataRole: "SAME_CONTROLLER",
    });
    await work.rows(`update centre set hub_partner_id = $2 where id = $1`, [
      id,
      hubId,
    ]);
    await work.rows(
      `insert into network (centre_id, id, kind, name, step, hub_partner_id, status, created_at)
       values ($1, $2, 'LSR', $3, 'WORKING_MEETINGS', $4, 'ACTIVE', $5)`,
      [id, networkId, `LSR ${slug}`, hubId, work.now],
    );
    await insertMembership(work, networkId, hubId, "HUB");
  });
  const partnerOf = (partnerId: string): TestPartner => ({
    id: partnerId,
    globalId: toGlobalId("Partner", partnerId),
    aService: (given = {}) =>
      asSystem((work) => insertService(work, partnerId, given)),
    aPerson: (...roles) => aPerson(api, id, partnerId, roles),
  });
  return {
    id,
    globalId: toGlobalId("Centre", id),
    hub: partnerOf(hubId),
    asSystem,
    aPerson: (...roles) => aPerson(api, id, hubId, roles),
    async aPartner(given = {}) {
      const partnerId = randomUUID();
      await asSystem(async (work) => {
        await insertPartner(work, partnerId, given);
        const { membership = "MEMBER", agreement = {} } = given;
        if (membership)
          await insertMembership(work, networkId, partnerId, membership);
        if (agreement)
          await insertAgreement(work, hubId, partnerId, agreement);
        await refreshScope(work, partnerId);
      });
      return partnerOf(partnerId);
    },
    async aCase(coordinator) {
      const caseId = randomUUID();
      await asSystem((work) =>
        work.rows(
          `insert into case_ref (centre_id, id, pseudonym, coordinator_account_id, opened_on, created_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [
            id,
            caseId,
            `TST-${caseId.slice(0, 8)}`,
            coordinator.accountId,
            localDate(work.now),
            work.now,
          ],
        ),
      );
      return toGlobalId("Case", caseId);
    },
  };
}

async function insertPartner(
  work: Work,
  id: string,
  given: Partial<PartnerGiven>,
): Promise<void> {
  const name = given.name ?? `Partner ${id.slice(0, 8)}`;
  await work.rows(
    `insert into partner (centre_id, id, name, short_name, kind, sector, data_role, status, created_at, updated_at)
     values ($1, $2, $3, $3, $4, 'NGO', $5, $6, $7, $7)`,
    [
      work.centreId,
      id,
      name,
      given.kind ?? "NGO",
      given.dataRole ?? "SEPARATE_CONTROLLER",
      given.membership === "INVITED" ? "INVITED" : "ACTIVE",
      work.now,
    ],
  );
}

async function insertMembership(
  work: Work,
  networkId: string,
  partnerId: string,
  role: string,
): Promise<void> {
  await work.rows(
    `insert into network_membership (centre_id, id, network_id, partner_id, role, stakeholder_type, joined_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      work.centreId,
      randomUUID(),
      networkId,
      partnerId,
      role,
      role === "HUB" ? null : "B",
      localDate(work.now),
    ],
  );
}

async function insertAgreement(
  work: Work,
  hubId: string,
  partnerId: string,
  given: Partial<AgreementGiven>,
): Promise<void> {
  const id = randomUUID();
  const day = localDate(work.now);
  const toDays = given.toDays === undefined ? 300 : given.toDays;
  await work.rows(
    `insert into agreement (centre_id, id, number, kind, status, title, signed_on, valid_from, valid_to, data_role,
       answer_emergency, answer_urgent, answer_standard, offer_update_duty_days, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
    [
      work.centreId,
      id,
      `U-${id.slice(0, 6)}`,
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
    ],
  );
  for (const party of [hubId, partnerId])
    await work.rows(
      `insert into agreement_party (centre_id, agreement_id, partner_id) values ($1, $2, $3)`,
      [work.centreId, id, party],
    );
}

async function insertService(
  work: Work,
  partnerId: string,
  given: Partial<ServiceGiven>,
): Promise<TestService> {
  const id = randomUUID();
  const service = Object.assign(new Service(), {
    centreId: work.centreId,
    id,
    partnerId,
    name: given.name ?? `Usługa ${id.slice(0, 8)}`,
    description: null,
    area: given.area ?? "REINTEGRATION",
    group: "A",
    form: "GROUP",
    sphere: "SOCIAL",
    reintegrationProfile: "SOCIAL",
    entryMode: given.entryMode ?? "REFERRAL",
    acquisitionMode: null,
    feeGrosze: 0,
    feeUnit: null,
    emergency: false,
    forResidents: given.forResidents ?? true,
    place: null,
    status: "ACTIVE",
    visibility: given.visibility ?? "PUBLIC",
    suspendedUntil: null,
    eventOn: null,
    referableFrom: null,
    referableTo: null,
    importKey: null,
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

async function aPerson(
  api: Api,
  centreId: string,
  partnerId: string,
  roles: Role[],
): Promise<Person> {
  const { hashOf, newToken } = await import("../../server/identity/session.js");
  const accountId = randomUUID();
  const assignmentId = randomUUID();
  const sessionId = randomUUID();
  const token = newToken();
  const at = api.clock.now();
  await transact(api.desk(centreId), async (work) => {
    await work.rows(
      `insert into account (id, email, name, created_at) values ($1, $2, $3, $4)`,
      [
        accountId,
        `${accountId}@splot.example`,
        `Osoba ${String(randomInt(1e6))}`,
        at,
      ],
    );
    await work.rows(
      `insert into assignment (centre_id, id, account_id, partner_id, roles, started_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [centreId, assignmentId, accountId, partnerId, roles, at],
    );
  });
  await inTransaction(api.dataSource, { kind: "authentication" }, (manager) =>
    manager.query(
      `insert into session (id, token_hash, account_id, centre_id, assignment_id, device, started_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, $5, 'test', $6, $6, $7)`,
      [
        sessionId,
        hashOf(token),
        accountId,
        centreId,
        assignmentId,
        at,
        new Date(at.getTime() + 365 * 86_400_000),
      ],
    ),
  );
  return {
    accountId,
    sessionId,
    token,
    ask: (query, variables) => api.ask(token, query, variables),
  };
}

export function aKey(): string {
  return randomUUID();
}
