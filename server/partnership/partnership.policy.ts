// Who may see the networks of a centre: everybody who is signed in there; the organiser leads them (domain 1.14, ux 3).
import { PARTNER_ROLES, Role } from "../identity/index.js";
import { all, any, own, role } from "../platform/permission/expression.js";
import type { NetworkMembership } from "./membership.js";
import type { Network } from "./network.js";
import type { ParticipationObstacle } from "./participation-obstacle.js";

export const networkPolicy = {
  read: role<Pick<Network, "centreId">>(...Object.values(Role)),
  lead: role<Pick<Network, "centreId">>(Role.OUS),
};

/** An organisation says so by itself, or the organiser notes that it did. */
const itselfOrNoted = any<Pick<NetworkMembership, "centreId" | "partnerId">>(
  role(Role.OUS),
  all(role(Role.PARTNER_ADMIN), own("partnerId")),
);

export const membershipPolicy = {
  accept: itselfOrNoted,
  leave: itselfOrNoted,
};

type ObstacleRow = Pick<ParticipationObstacle, "centreId" | "partnerId">;

export const obstaclePolicy = {
  /** What an organisation finds hard is nobody else's business. */
  read: any<ObstacleRow>(
    role(Role.OUS),
    all(role(...PARTNER_ROLES), own("partnerId")),
  ),
  keep: role<Pick<ObstacleRow, "centreId">>(Role.OUS),
};
