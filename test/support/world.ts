// Builds what a test needs: a centre of its own with organisations, services, agreements and people; unique by construction.
import { randomUUID } from "node:crypto";

import { refreshScope } from "../../server/agreements/index.js";
import type { Work } from "../../server/events/index.js";
import { transact } from "../../server/events/index.js";
import type { Role } from "../../server/identity/index.js";
import { localDate } from "../../server/platform/calendar.js";
import { inTransaction } from "../../server/platform/database/session.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "./api.js";
import type { Person } from "./people.js";
import { aPerson } from "./people.js";
import type {
  BasisGiven,
  Offered,
  PartnerGiven,
  ServiceGiven,
} from "./settling.js";
import {
  insertAgreement,
  insertAnalysis,
  insertBasis,
  insertContact,
  insertInvited,
  insertJointAction,
  insertLink,
  insertMeeting,
  insertMembership,
  insertNeed,
  insertPartner,
  insertService,
} from "./settling.js";

export interface TestPartner {
  id: string;
  globalId: string;
  aService(given?: Partial<ServiceGiven>): Promise<Offered>;
  aPerson(...roles: Role[]): Promise<Person>;
  /** The id of the graph. */
  aContact(): Promise<string>;
  /** The token of a link by which a contact person confirms places, or answers a referral. */
  aLink(
    contactId: string,
    given?: { referralId?: string; hours?: number },
  ): Promise<string>;
}

export interface TestCentre {
  id: string;
  globalId: string;
  networkId: string;
  hub: TestPartner;
  aPartner(given?: Partial<PartnerGiven>): Promise<TestPartner>;
  /** Somebody of the hub's staff. */
  aPerson(...roles: Role[]): Promise<Person>;
  /** The id of the graph. */
  aCase(coordinator: Person): Promise<string>;
  /** The id of the graph. */
  aBasis(given: BasisGiven): Promise<string>;
  /** The id of the graph; of the local network, this partner responsible. */
  aJointAction(partner: TestPartner): Promise<string>;
  /** The id of the graph; of the local network. */
  aNeed(): Promise<string>;
  /** The id of the graph; of the local network, begun an hour ago. */
  aMeeting(): Promise<string>;
  /** Of the local network, with a step that it went back to. */
  anAnalysis(): Promise<void>;
  /** The id of the graph; to a network of its own. */
  anInvitedMembership(partner: TestPartner): Promise<string>;
  asSystem<Outcome>(work: (work: Work) => Promise<Outcome>): Promise<Outcome>;
}

export async function aCentre(api: Api): Promise<TestCentre> {
  const id = randomUUID();
  const hubId = randomUUID();
  const networkId = randomUUID();
  const slug = `c-${id.slice(0, 8)}`;
  await openLog(api, id, slug);
  const asSystem = <Outcome>(work: (work: Work) => Promise<Outcome>) =>
    transact(api.desk(id), work);
  await asSystem((work) => settleHub(work, slug, hubId, networkId));
  const partnerOf = (partnerId: string): TestPartner => ({
    id: partnerId,
    globalId: toGlobalId("Partner", partnerId),
    aService: (given = {}) =>
      asSystem((work) => insertService(work, partnerId, given)),
    aPerson: (...roles) => aPerson(api, { centreId: id, partnerId, roles }),
    aContact: () => asSystem((work) => insertContact(work, partnerId)),
    aLink: (contactId, given = {}) =>
      asSystem((work) => insertLink(work, partnerId, contactId, given)),
  });
  return {
    id,
    globalId: toGlobalId("Centre", id),
    networkId,
    hub: partnerOf(hubId),
    asSystem,
    aPerson: (...roles) =>
      aPerson(api, { centreId: id, partnerId: hubId, roles }),
    async aPartner(given = {}) {
      const partnerId = randomUUID();
      await asSystem(async (work) => {
        await insertPartner(work, partnerId, given);
        const { membership = "MEMBER", agreement = {} } = given;
        if (membership)
          await insertMembership(work, networkId, partnerId, membership);
        if (agreement) await insertAgreement(work, hubId, partnerId, agreement);
        await refreshScope(work, partnerId);
      });
      return partnerOf(partnerId);
    },
    aCase: (coordinator) => asSystem((work) => insertCase(work, coordinator)),
    aBasis: (given) => asSystem((work) => insertBasis(work, given)),
    aJointAction: ({ id: partnerId }) =>
      asSystem((work) => insertJointAction(work, networkId, partnerId)),
    aNeed: () => asSystem((work) => insertNeed(work, networkId)),
    aMeeting: () => asSystem((work) => insertMeeting(work, networkId)),
    anAnalysis: () => asSystem((work) => insertAnalysis(work, networkId)),
    anInvitedMembership: ({ id: partnerId }) =>
      asSystem((work) => insertInvited(work, hubId, partnerId)),
  };
}

async function openLog(api: Api, id: string, slug: string): Promise<void> {
  await inTransaction(
    api.dataSource,
    { kind: "setup", centreId: id },
    async (manager) => {
      await manager.query(
        `insert into centre (id, slug, name, short_name, most_open_holds, created_at) values ($1, $2, $3, $3, 1000, $4)`,
        [id, slug, `Centrum ${slug}`, api.clock.now()],
      );
      await manager.query(
        `insert into centre_log (centre_id, epoch) values ($1, $2)`,
        [id, randomUUID()],
      );
    },
  );
}

async function settleHub(
  work: Work,
  slug: string,
  hubId: string,
  networkId: string,
): Promise<void> {
  await insertPartner(work, hubId, {
    name: `CUS ${slug}`,
    kind: "CUS",
    dataRole: "SAME_CONTROLLER",
  });
  await work.rows(`update centre set hub_partner_id = $2 where id = $1`, [
    work.centreId,
    hubId,
  ]);
  await work.rows(
    `insert into network (centre_id, id, kind, name, step, hub_partner_id, status, created_at)
     values ($1, $2, 'LSR', $3, 'WORKING_MEETINGS', $4, 'ACTIVE', $5)`,
    [work.centreId, networkId, `LSR ${slug}`, hubId, work.now],
  );
  await insertMembership(work, networkId, hubId, "HUB");
}

async function insertCase(work: Work, coordinator: Person): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into case_ref (centre_id, id, pseudonym, coordinator_account_id, opened_on, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      work.centreId,
      id,
      `TST-${id.slice(0, 8).toUpperCase()}`,
      coordinator.accountId,
      localDate(work.now),
      work.now,
    ],
  );
  return toGlobalId("Case", id);
}

export function aKey(): string {
  return randomUUID();
}
