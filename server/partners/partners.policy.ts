// Who may see organisations and their contact persons (domain 1.14).
import { INSIDE, PARTNER_ROLES, Role } from "../identity/index.js";
import {
  all,
  any,
  fact,
  own,
  role,
  visitor,
} from "../platform/permission/expression.js";
import type { ContactPerson } from "./contact-person.js";
import type { Partner } from "./partner.js";

/** Name and kind of an organisation stand in the public catalogue. */
export const partnerPolicy = {
  read: visitor<Pick<Partner, "centreId">>(),
  /** What the register holds of it beyond the catalogue. */
  readRegister: role<Pick<Partner, "centreId">>(...INSIDE, Role.IOD),
  register: role<Pick<Partner, "centreId">>(Role.OUS),
  /** How an organisation describes itself, not what it is. */
  describe: any<Pick<Partner, "centreId" | "id">>(
    role(Role.OUS),
    all(role(Role.PARTNER_ADMIN), own("id")),
  ),
  /** Why it rests is between it and the hub. */
  readReason: any<Pick<Partner, "centreId" | "id">>(
    role(Role.OUS, Role.DIRECTOR),
    all(role(...PARTNER_ROLES), own("id")),
  ),
  publishService: all<Pick<Partner, "centreId" | "id">>(
    // what an organiser of the community may publish, the policy of services says
    role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN, Role.OSL),
    own("id"),
  ),
};

/** A contact person, as whoever speaks for her sees her. */
export interface SpokenOf {
  centreId: string;
  partnerId: string;
  /** The account at the keyboard is hers. */
  isHerself: boolean;
}

export const contactPersonPolicy = {
  read: role<Pick<ContactPerson, "centreId">>(...INSIDE, Role.IOD),
  /** The representative of residents sees name and position only. */
  readAddress: role<Pick<ContactPerson, "centreId">>(
    ...INSIDE.filter((name) => name !== Role.RESIDENT_REP),
    Role.IOD,
  ),
  /** Who names them, and lets them go. */
  keep: any<Pick<ContactPerson, "centreId" | "partnerId">>(
    role(Role.OUS),
    all(role(Role.PARTNER_ADMIN), own("partnerId")),
  ),
  /** That she is away or willing is hers to say; that she is away, also of who keeps the contacts. */
  speak: any<SpokenOf>(
    role(Role.OUS),
    all(role(Role.PARTNER_ADMIN), own("partnerId")),
    all(role(...PARTNER_ROLES), own("partnerId"), fact("isHerself", true)),
  ),
  /** The hub asked her. */
  noteWilling: role<Pick<ContactPerson, "centreId">>(Role.OUS),
};
