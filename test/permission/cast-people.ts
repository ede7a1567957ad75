// Who the columns of the table of rights are: one person for each, with no more roles than the column says.
import type { Role } from "../../server/identity/index.js";
import { INSIDE, PARTNER_ROLES } from "../../server/identity/index.js";
import type { Api } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import type { ActorName } from "./cast.js";

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

export async function people(
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
