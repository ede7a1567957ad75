// Who may see the whole in numbers (domain 1.14): those who run the centre, and aggregates for its authority.
import { INSIDE, Role } from "../identity/index.js";
import type { Partner } from "../partners/index.js";
import { all, any, own, role } from "../platform/permission/expression.js";

type CentreRow = { centreId: string };
type PartnerRow = Pick<Partner, "centreId" | "id">;

/** Who reads each of its referrals anyway: to them a count of 1 to 4 tells nothing new. */
const ownReferrals = all<PartnerRow>(
  role(Role.PARTNER_REFERRALS, Role.PARTNER_ADMIN),
  own("id"),
);

export const picturePolicy = {
  overview: role<CentreRow>(Role.OUS, Role.DIRECTOR),
  /** Flow of referrals by partner, 1 to 4 never told. */
  flow: role<CentreRow>(Role.OUS, Role.DIRECTOR, Role.AUTHORITY),
  openReferrals: role<CentreRow>(Role.OUS),
  /** That something has changed: whoever has any role at all. */
  follow: role<CentreRow>(...INSIDE, Role.AUTHORITY, Role.IOD, Role.SYSADMIN),
  /** What the network brought an organisation. */
  contribution: any<PartnerRow>(role(Role.OUS, Role.DIRECTOR), ownReferrals),
  exactContribution: ownReferrals,
};
