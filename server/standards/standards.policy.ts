// Who may see, write, comment on and approve standards of quality (domain 1.14).
import { INSIDE, PARTNER_ROLES, Role } from "../identity/index.js";
import {
  all,
  any,
  fact,
  own,
  role,
} from "../platform/permission/expression.js";
import type { StandardStatus } from "./standard-kind.js";

export interface StandardRow {
  centreId: string;
  status: StandardStatus;
}

type Centred = Pick<StandardRow, "centreId">;

export const standardPolicy = {
  /** What is in force is everybody's, also of who has no account. */
  read: any<StandardRow>(
    fact("status", "IN_FORCE"),
    role(Role.OUS, Role.DIRECTOR),
    all(
      role(...INSIDE, Role.AUTHORITY),
      fact("status", "CONSULTED", "APPROVED", "RETIRED"),
    ),
  ),
  write: role<Centred>(Role.OUS),
  /** The organiser writes, the director approves; one person may be both. */
  approve: role<Centred>(Role.DIRECTOR),
  comment: role<Centred>(
    Role.PARTNER_EDITOR,
    Role.PARTNER_REFERRALS,
    Role.PARTNER_ADMIN,
    Role.RESIDENT_REP,
  ),
  readComments: role<Centred>(...INSIDE),
  readCheck: any<{ centreId: string; partnerId: string }>(
    role(Role.OUS, Role.DIRECTOR, Role.KIPUS, Role.OSL),
    all(role(...PARTNER_ROLES), own("partnerId")),
  ),
  /** Who keeps the offer says what became of a corrective action. */
  answerAction: all<{ centreId: string; partnerId: string }>(
    role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN),
    own("partnerId"),
  ),
};
