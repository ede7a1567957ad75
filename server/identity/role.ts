// What somebody may be in a centre (domain 1.14). Roles are additive.
import { registerEnumType } from "type-graphql";

export const Role = {
  PARTNER_VIEWER: "PARTNER_VIEWER",
  PARTNER_EDITOR: "PARTNER_EDITOR",
  PARTNER_REFERRALS: "PARTNER_REFERRALS",
  PARTNER_ADMIN: "PARTNER_ADMIN",
  OUS: "OUS",
  KIPUS: "KIPUS",
  OSL: "OSL",
  DIRECTOR: "DIRECTOR",
  RESIDENT_REP: "RESIDENT_REP",
  AUTHORITY: "AUTHORITY",
  IOD: "IOD",
  SYSADMIN: "SYSADMIN",
} as const;
export type Role = keyof typeof Role;

registerEnumType(Role, {
  name: "Role",
  description: "What somebody may be in a centre. Roles are additive.",
  valuesConfig: {
    PARTNER_VIEWER: { description: "Reads what the organisation may see." },
    PARTNER_EDITOR: {
      description: "Keeps the organisation's offer and places.",
    },
    PARTNER_REFERRALS: { description: "Answers the organisation's referrals." },
    PARTNER_ADMIN: { description: "Keeps the organisation's people; signs." },
    OUS: { description: "Organiser of social services: runs the hub." },
    KIPUS: { description: "Case manager: refers residents, follows up." },
    OSL: { description: "Organiser of the local community." },
    DIRECTOR: { description: "Director of the centre." },
    RESIDENT_REP: { description: "Representative of those who use services." },
    AUTHORITY: { description: "Mayor, council, region: aggregates only." },
    IOD: { description: "Data protection officer." },
    SYSADMIN: { description: "Technical administrator: no residents' data." },
  },
});

/** Roles within a partner organisation. */
export const PARTNER_ROLES = [
  Role.PARTNER_VIEWER,
  Role.PARTNER_EDITOR,
  Role.PARTNER_REFERRALS,
  Role.PARTNER_ADMIN,
] as const;

/** Everybody who works in the network and sees exact numbers (domain 1.14). */
export const INSIDE = [
  ...PARTNER_ROLES,
  Role.OUS,
  Role.KIPUS,
  Role.OSL,
  Role.DIRECTOR,
  Role.RESIDENT_REP,
] as const;

/**
 * Who learns, or may learn, whom a referral is for (the case manager, who answers); who could make somebody such a one by
 * giving roles; who reads in the access log who it was. Such roles need two factors everywhere but in the demo (trust P19,
 * decision 0024). The others read numbers or keep their own: a password is enough.
 */
const NEED_TWO_FACTORS: readonly string[] = [
  Role.KIPUS,
  Role.PARTNER_REFERRALS,
  Role.SYSADMIN,
  Role.OUS,
  Role.PARTNER_ADMIN,
  Role.DIRECTOR,
  Role.IOD,
];

export function needsSecondFactor(
  roles: readonly string[],
  { isDemo }: { isDemo: boolean },
): boolean {
  return !isDemo && roles.some((role) => NEED_TWO_FACTORS.includes(role));
}
