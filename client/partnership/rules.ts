// The six rules of partnership (domain 1.9) as facts of one network: whether each holds, by what numbers, and where to mend it.
import type { NetworkRulesFragment } from "../graphql/generated/graphql.js";
import { cadenceOf } from "./cadence.js";

export type Rule =
  | "CLEAR_ROLES"
  | "CONTINUOUS_DIALOGUE"
  | "NAMED_CONTACT"
  | "CYCLIC_MEETINGS"
  | "TRUST_OPENNESS_APOLITICAL"
  | "EQUALITY";

export interface RuleFact {
  rule: Rule;
  holds: boolean;
  /** The blanks of its sentence. */
  counts: Record<string, number>;
  path: string;
}

export function rulesOf(network: NetworkRulesFragment, now: Date): RuleFact[] {
  const { memberships, jointActions, meetings, cadenceDays } = network;
  const members = memberships.filter(
    ({ role }) => role === "HUB" || role === "MEMBER",
  );
  const described = members.filter((one) => one.roleDescription !== null);
  const owned = jointActions.filter(({ parts }) =>
    parts.some(({ part }) => part === "RESPONSIBLE"),
  );
  const named = members.filter(
    ({ partner }) => partner.contactPersons.length > 0,
  );
  const held = meetings.filter(({ status }) => status === "HELD");
  const cadence = cadenceOf(meetings, cadenceDays, now);
  return [
    {
      rule: "CLEAR_ROLES",
      holds:
        jointActions.length > 0 &&
        owned.length === jointActions.length &&
        described.length === members.length,
      counts: {
        described: described.length,
        members: members.length,
        owned: owned.length,
        actions: jointActions.length,
      },
      path: "kto-co-robi",
    },
    {
      rule: "CONTINUOUS_DIALOGUE",
      holds: held.length > 0,
      counts: { held: held.length },
      path: "kroki#spotkania",
    },
    {
      rule: "NAMED_CONTACT",
      holds: named.length === members.length,
      counts: { named: named.length, members: members.length },
      path: "/partnerzy",
    },
    {
      rule: "CYCLIC_MEETINGS",
      holds: cadence !== null && !cadence.isOverdue,
      counts: { days: cadenceDays ?? 0 },
      path: "kroki#spotkania",
    },
    {
      rule: "TRUST_OPENNESS_APOLITICAL",
      holds: true,
      counts: { members: members.length },
      path: "",
    },
    {
      rule: "EQUALITY",
      holds: true,
      counts: { members: members.length },
      path: "kto-co-robi",
    },
  ];
}
