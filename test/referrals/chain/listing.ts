// What the tests of lists of fallbacks share: setting one, sending its next, and how it stands.
import type { Person } from "../../support/people.js";
import type { Offered } from "../../support/settling.js";
import { aKey } from "../../support/world.js";
import { type Outcome, outcomeOf } from "../referring.js";

export interface Listed {
  id: string;
  number: string;
  status: string;
  priority: string;
  units: number;
  disclosureLevel: string;
  ownReference: string | null;
  dueAt: string | null;
  escalatesAt: string | null;
  viewerCanPlanFallbacks: boolean;
  case: { id: string } | null;
  follows: { id: string } | null;
  timeline: { status: string; by: string }[];
  alternatives: { id: string }[];
  fallbackPlan: {
    version: number;
    stoppedBy: string | null;
    current: { id: string; status: string };
    fallbacks: {
      place: number;
      state: string;
      skippedBecause: string | null;
      service: { id: string };
      referral: { id: string } | null;
    }[];
  } | null;
}

const LISTED = `id number status priority units disclosureLevel ownReference dueAt escalatesAt viewerCanPlanFallbacks
  case { id } follows { id } timeline { status by } alternatives { id }
  fallbackPlan { version stoppedBy current { id status }
    fallbacks { place state skippedBecause service { id } referral { id } } }`;

export async function stands(person: Person, id: string): Promise<Listed> {
  const { data, errors } = await person.ask<{ node: Listed | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { ${LISTED} } } }`,
    { id },
  );
  if (!data?.node) throw new Error(`not seen: ${JSON.stringify(errors)}`);
  return data.node;
}

export const at = (...services: Offered[]) =>
  services.map(({ globalId }) => globalId);

export async function plan(
  person: Person,
  referralId: string,
  serviceIds: string[],
  ifVersion = 0,
): Promise<Outcome> {
  return outcomeOf(
    await person.ask(
      `mutation ($input: PlanFallbacksInput!) { outcome: planFallbacks(input: $input) {
        __typename ... on Referral { id } ... on ReferralMoved { referral { id status } }
        ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
      { input: { referralId, ifVersion, serviceIds } },
    ),
  );
}

export async function sendNow(
  person: Person,
  referralId: string,
  { ifVersion = 1, requestKey = aKey() } = {},
): Promise<Outcome & { reasons?: string[] }> {
  return outcomeOf(
    await person.ask(
      `mutation ($input: SendFallbackNowInput!) { outcome: sendFallbackNow(input: $input) {
        __typename ... on Referral { id number status } ... on ReferralMoved { referral { id status } }
        ... on NoFallbackLeft { reasons } ... on Problem { message } } }`,
      { input: { referralId, ifVersion, requestKey } },
    ),
  );
}
