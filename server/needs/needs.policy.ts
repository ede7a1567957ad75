// Who reads the register of unmet needs, and who keeps it (domain 1.14).
import { INSIDE, Role } from "../identity/index.js";
import { role } from "../platform/permission/expression.js";
import type { Need } from "./need.js";

export const needPolicy = {
  read: role<Pick<Need, "centreId">>(...INSIDE, Role.AUTHORITY),
  readComments: role<Pick<Need, "centreId">>(...INSIDE),
  /** As standards: who lives with it, and who works with it. */
  comment: role<Pick<Need, "centreId">>(
    Role.PARTNER_EDITOR,
    Role.PARTNER_REFERRALS,
    Role.PARTNER_ADMIN,
    Role.RESIDENT_REP,
  ),
  record: role<Pick<Need, "centreId">>(Role.OUS, Role.OSL),
};
