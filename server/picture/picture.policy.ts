// Who may see the whole in numbers (domain 1.14): those who run the centre, and aggregates for its authority.
import { Role } from "../identity/index.js";
import { role } from "../platform/permission/expression.js";

type CentreRow = { centreId: string };

export const picturePolicy = {
  overview: role<CentreRow>(Role.OUS, Role.DIRECTOR),
  /** Flow of referrals by partner, 1 to 4 never told. */
  flow: role<CentreRow>(Role.OUS, Role.DIRECTOR, Role.AUTHORITY),
  openReferrals: role<CentreRow>(Role.OUS),
};
