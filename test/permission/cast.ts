// Who acts in the table of rights, and what they act on: one centre with everything, another one beside it.
import type { Role } from "../../server/identity/index.js";
import { INSIDE, PARTNER_ROLES } from "../../server/identity/index.js";
import { change } from "../offer/offering.js";
import { send } from "../referrals/referring.js";
import type { Answer, Api } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";

/** The columns of the table. */
export const actorNames = [
  "anonymous",
  "oneTime",
  "elsewhere",
  "viewer",
  "editor",
  "team",
  "admin",
  "foreign",
  "sender",
  "kipus",
  "ous",
  "osl",
  "director",
  "rep",
  "authority",
  "iod",
  "sysadmin",
] as const;
export type ActorName = (typeof actorNames)[number];

export interface Actor {
  name: ActorName;
  person: Person | null;
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
}

export interface Cast {
  api: Api;
  centre: TestCentre;
  partner: TestPartner;
  actors: Record<ActorName, Actor>;
  sender: Person;
  team: Person;
  service: Offered;
  /** Shown to the network, and to the hub alone. */
  networkService: Offered;
  hubService: Offered;
  /** Of the partner whose agreement has ended. */
  closedService: Offered;
  contactId: string;
  caseId: string;
  agreementId: string;
  /** Has a subject. */
  referralId: string;
  /** Waits at a service of its own. */
  waitingService: Offered;
  /** Where each may write: the own centre. */
  centres: TestCentre[];
}

/** Ids are opaque: none of the database's own is in any answer of the table. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/;

const STAFF = {
  sender: "KIPUS",
  kipus: "KIPUS",
  ous: "OUS",
  osl: "OSL",
  director: "DIRECTOR",
  rep: "RESIDENT_REP",
  authority: "AUTHORITY",
  iod: "IOD",
  sysadmin: "SYSADMIN",
} as const satisfies Partial<Record<ActorName, Role>>;

const TEAM = {
  viewer: "PARTNER_VIEWER",
  editor: "PARTNER_EDITOR",
  team: "PARTNER_REFERRALS",
  admin: "PARTNER_ADMIN",
} as const satisfies Partial<Record<ActorName, Role>>;

async function people(
  api: Api,
  centre: TestCentre,
  partner: TestPartner,
  foreign: TestPartner,
  other: TestCentre,
): Promise<Record<Exclude<ActorName, "anonymous">, Person>> {
  const of = (partnerId: string, ...roles: Role[]) =>
    aPerson(api, { centreId: centre.id, partnerId, roles });
  return {
    oneTime: await aPerson(
      api,
      {
        centreId: centre.id,
        partnerId: partner.id,
        roles: [...INSIDE, "IOD", "SYSADMIN", "AUTHORITY"],
      },
      { mustChangePassword: true },
    ),
    elsewhere: await other.aPerson(...INSIDE, "IOD", "SYSADMIN", "AUTHORITY"),
    foreign: await of(foreign.id, ...PARTNER_ROLES),
    viewer: await of(partner.id, TEAM.viewer),
    editor: await of(partner.id, TEAM.editor),
    team: await of(partner.id, TEAM.team),
    admin: await of(partner.id, TEAM.admin),
    sender: await centre.aPerson(STAFF.sender),
    kipus: await centre.aPerson(STAFF.kipus),
    ous: await centre.aPerson(STAFF.ous),
    osl: await centre.aPerson(STAFF.osl),
    director: await centre.aPerson(STAFF.director),
    rep: await centre.aPerson(STAFF.rep),
    authority: await centre.aPerson(STAFF.authority),
    iod: await centre.aPerson(STAFF.iod),
    sysadmin: await centre.aPerson(STAFF.sysadmin),
  };
}

export async function aCast(api: Api): Promise<Cast> {
  const centre = await aCentre(api);
  const other = await aCentre(api);
  const partner = await centre.aPartner();
  const closed = await centre.aPartner({ agreement: { toDays: -3 } });
  const persons = await people(api, centre, partner, closed, other);
  const { sender, team } = persons;
  const service = await partner.aService({ total: 1000, occupied: 7 });
  const waitingService = await partner.aService({ total: 1, occupied: 1 });
  const caseId = await centre.aCase(sender);
  const { id: referralId } = await send(sender, service, {
    caseId,
    ownReference: "AB 7",
  });
  const waiting = await send(sender, waitingService, { waitIfFull: true });
  // a number that somebody wrote, and no referral
  await change(team, "confirmCapacity", {
    serviceId: waitingService.globalId,
  });
  if (!referralId || !waiting.id) throw new Error("the cast has no referrals");
  const actorOf = (name: ActorName): Actor => {
    const person = name === "anonymous" ? null : persons[name];
    return {
      name,
      person,
      async ask(query, variables) {
        const answer = await api.ask<never>(
          person?.token ?? null,
          query,
          variables,
        );
        if (UUID.test(JSON.stringify(answer.data)))
          throw new Error(`a raw id in the answer to ${query}`);
        return answer;
      },
    };
  };
  return {
    api,
    centre,
    partner,
    actors: {
      anonymous: actorOf("anonymous"),
      oneTime: actorOf("oneTime"),
      elsewhere: actorOf("elsewhere"),
      viewer: actorOf("viewer"),
      editor: actorOf("editor"),
      team: actorOf("team"),
      admin: actorOf("admin"),
      foreign: actorOf("foreign"),
      sender: actorOf("sender"),
      kipus: actorOf("kipus"),
      ous: actorOf("ous"),
      osl: actorOf("osl"),
      director: actorOf("director"),
      rep: actorOf("rep"),
      authority: actorOf("authority"),
      iod: actorOf("iod"),
      sysadmin: actorOf("sysadmin"),
    },
    sender,
    team,
    service,
    networkService: await partner.aService({ visibility: "NETWORK" }),
    hubService: await partner.aService({ visibility: "HUB_ONLY" }),
    closedService: await closed.aService(),
    contactId: await partner.aContact(),
    caseId,
    agreementId: await agreementOf(sender, partner),
    referralId,
    waitingService,
    centres: [centre, other],
  };
}

async function agreementOf(
  person: Person,
  partner: TestPartner,
): Promise<string> {
  const { data } = await person.ask<{ node: { agreements: { id: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { agreements { id } } } }`,
    { id: partner.globalId },
  );
  const [agreement] = data?.node.agreements ?? [];
  if (!agreement) throw new Error("the partner has no agreement");
  return agreement.id;
}

/** How far the logs of all centres reach: nobody changes anything without a line there. */
export async function logPositions(cast: Cast): Promise<string> {
  const heads = await Promise.all(
    cast.centres.map((centre) =>
      centre.asSystem((work) =>
        work.rows<{ position: string }>(`select position from centre_log`),
      ),
    ),
  );
  return JSON.stringify(heads);
}
