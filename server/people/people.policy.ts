// Who keeps the people of an organisation, and which roles she may give there (domain 1.14).
import { PARTNER_ROLES, Role } from "../identity/index.js";
import type { Member } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import {
  all,
  any,
  fact,
  own,
  role,
} from "../platform/permission/expression.js";

/** An organisation, as keeping its people sees it. */
export interface Household {
  centreId: string;
  partnerId: string;
  isHub: boolean;
  /** Nobody is asked in any more, and nobody has to stay. */
  hasLeft?: boolean;
}

export const peoplePolicy = {
  read: any<Pick<Household, "centreId" | "partnerId">>(
    role(Role.OUS, Role.DIRECTOR, Role.IOD, Role.SYSADMIN),
    all(role(Role.PARTNER_ADMIN), own("partnerId")),
  ),
  /** Who has let an organisation in may also show its people the door. */
  keep: any<Household>(
    role(Role.SYSADMIN),
    all(role(Role.PARTNER_ADMIN), own("partnerId")),
    all(role(Role.OUS), fact("isHub", false)),
  ),
};

/** The one table of who gives what: the duties of the hub are the technical administrator's to give. */
export function rolesToGive(
  member: Member,
  household: Household,
): readonly Role[] {
  if (!allows(peoplePolicy.keep, member, household)) return [];
  return household.isHub && member.roles.has(Role.SYSADMIN)
    ? Object.values(Role)
    : PARTNER_ROLES;
}

/** Without this one nobody of an organisation could let anybody in. */
export function roleThatStays({ isHub }: Pick<Household, "isHub">): Role {
  return isHub ? Role.SYSADMIN : Role.PARTNER_ADMIN;
}
