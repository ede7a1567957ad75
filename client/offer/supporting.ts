// Supporting activities: what the organiser of the local community keeps of the centre's own offer (decision 0118).
import { holdsAny, type Viewer } from "../app/session/viewer.js";
import type { EntryMode, Role } from "../graphql/generated/graphql.js";

export const supportingModes = [
  "OPEN",
  "TOKEN",
] as const satisfies readonly EntryMode[];

const whole: readonly Role[] = [
  "PARTNER_VIEWER",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
];

/** She reads these and no other services of the centre. */
export function keepsSupportingOnly(viewer: Viewer): boolean {
  return !holdsAny(viewer, whole);
}

/** Which kinds of service somebody may publish. */
export function publishes(viewer: Viewer): {
  supporting: boolean;
  ordinary: boolean;
} {
  return {
    supporting: viewer.partner.isHub,
    ordinary: holdsAny(viewer, ["PARTNER_EDITOR", "PARTNER_ADMIN"]),
  };
}
