// An organisation says that it leaves its one network, as its administrator or the organiser does.
import type { Person } from "../support/people.js";
import type { TestPartner } from "../support/world.js";

interface Membership {
  id: string;
  version: number;
}

export async function membershipOf(
  person: Person,
  partner: TestPartner,
): Promise<Membership> {
  const { data } = await person.ask<{ node: { memberships: Membership[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { memberships { id version } } } }`,
    { id: partner.globalId },
  );
  const [membership] = data?.node.memberships ?? [];
  if (!membership) throw new Error("no membership");
  return membership;
}

export async function announceLeaving(
  person: Person,
  partner: TestPartner,
  leavingOn: string,
  reason = "Koniec zadania",
): Promise<void> {
  const { id: membershipId, version: ifVersion } = await membershipOf(
    person,
    partner,
  );
  const { data } = await person.ask(
    `mutation ($input: AnnounceLeavingInput!) { told: announceLeaving(input: $input) { __typename } }`,
    { input: { membershipId, ifVersion, leavingOn, reason } },
  );
  expect(data).toEqual({ told: { __typename: "NetworkMembership" } });
}

export async function takeBackLeaving(
  person: Person,
  partner: TestPartner,
): Promise<void> {
  const { id: membershipId, version: ifVersion } = await membershipOf(
    person,
    partner,
  );
  await person.ask(
    `mutation ($input: TakeBackLeavingInput!) { takeBackLeaving(input: $input) { __typename } }`,
    { input: { membershipId, ifVersion } },
  );
}
