// Who may see and change services and their numbers (domain 1.14).
import { INSIDE, PARTNER_ROLES, Role } from "../identity/index.js";
import {
  all,
  any,
  fact,
  own,
  role,
  still,
} from "../platform/permission/expression.js";
import type { Service } from "./service.js";

type ServiceRow = Pick<
  Service,
  "centreId" | "partnerId" | "status" | "visibility" | "supporting"
>;

const onOffer = fact<ServiceRow>("status", "ACTIVE", "PAUSED");
/** What is offered no more is still known to those inside: their referrals led there. */
const known = any<ServiceRow>(
  onOffer,
  all(fact("status", "WITHDRAWN"), role(...INSIDE)),
);
const ownOffer = all<ServiceRow>(
  role(Role.PARTNER_EDITOR, Role.PARTNER_REFERRALS, Role.PARTNER_ADMIN),
  own("partnerId"),
);

/** Volunteers, neighbours, self-help, among the services of the centre itself (domain L1; decision 0118). */
const supporting = all<ServiceRow>(
  role(Role.OSL),
  own("partnerId"),
  fact("supporting", true),
);

const keep = any<ServiceRow>(
  all(role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN), own("partnerId")),
  supporting,
);

export const servicePolicy = {
  read: any<ServiceRow>(
    all(fact("visibility", "PUBLIC"), known),
    all(fact("visibility", "NETWORK"), known, role(...INSIDE)),
    all(
      fact("visibility", "HUB_ONLY"),
      known,
      role(Role.OUS, Role.KIPUS, Role.OSL, Role.DIRECTOR),
    ),
    role(Role.OUS),
    all(still(...PARTNER_ROLES), own("partnerId")),
  ),
  /** What it is, whether it rests, and its end: who keeps the offer, not its numbers alone. */
  keep,
  /** Nobody but the centre has supporting activities. */
  publish: all<ServiceRow & { ofCentre: boolean }>(
    keep,
    any(fact("supporting", false), fact("ofCentre", true)),
  ),
};

/** Over the service that the numbers belong to. */
export const capacityPolicy = {
  /** Exact numbers and the length of the queue; the band is everybody's. */
  read: role<ServiceRow>(...INSIDE, Role.AUTHORITY),
  /** The provider owns the number; the hub writes only on behalf, with a reason. */
  set: any<ServiceRow>(ownOffer, supporting, role(Role.OUS)),
  confirm: any<ServiceRow>(ownOffer, supporting),
  recordWalkIn: any<ServiceRow>(ownOffer, supporting),
};
