// Who reads the register of unmet needs, and who keeps it (domain 1.14).
import { INSIDE, Role } from "../identity/index.js";
import {
  all,
  any,
  own,
  role,
  self,
} from "../platform/permission/expression.js";
import type { Referral } from "../referrals/index.js";
import type { Need } from "./need.js";
import type { NeedReport } from "./need-report.js";

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
  /** How far it has come, and what it is to be answered by. */
  answer: role<Pick<Need, "centreId">>(Role.OUS, Role.OSL),
  /** What a search did not find. */
  reportSearch: role<Pick<Need, "centreId">>(Role.KIPUS, Role.OSL),
  /** What came of a referral: whoever sent it, and whoever could not take it. */
  reportReferral: any<
    Pick<Referral, "centreId" | "senderAccountId" | "partnerId">
  >(
    all(role(Role.KIPUS), self("senderAccountId")),
    all(role(Role.PARTNER_REFERRALS), own("partnerId")),
  ),
  takeBack: self<Pick<NeedReport, "accountId">>("accountId"),
  /** The stream of reports: whoever keeps the register. */
  follow: role<{ centreId: string }>(Role.OUS, Role.OSL),
  namePlace: role<{ centreId: string }>(Role.OUS),
};
