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

/** She keeps these and no other services. */
export function keepsSupportingOnly(viewer: Viewer): boolean {
  return !holdsAny(viewer, whole);
}
