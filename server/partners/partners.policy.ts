// Who may see organisations and their contact persons (domain 1.14).
import { INSIDE, Role } from "../identity/index.js";
import { all, own, role, visitor } from "../platform/permission/expression.js";
import type { ContactPerson } from "./contact-person.js";
import type { Partner } from "./partner.js";

/** Name and kind of an organisation stand in the public catalogue. */
export const partnerPolicy = {
  read: visitor<Pick<Partner, "centreId">>(),
  /** What the register holds of it beyond the catalogue. */
  readRegister: role<Pick<Partner, "centreId">>(...INSIDE, Role.IOD),
  register: role<Pick<Partner, "centreId">>(Role.OUS),
  publishService: all<Pick<Partner, "centreId" | "id">>(
    role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN),
    own("id"),
  ),
};

export const contactPersonPolicy = {
  read: role<Pick<ContactPerson, "centreId">>(...INSIDE, Role.IOD),
  /** The representative of residents sees name and position only. */
  readAddress: role<Pick<ContactPerson, "centreId">>(
    ...INSIDE.filter((name) => name !== Role.RESIDENT_REP),
    Role.IOD,
  ),
};
