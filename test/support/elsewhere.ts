// What people do elsewhere while a journey looks at a page: through the graph, out of sight.
import { randomUUID } from "node:crypto";

import type { Town } from "./visitor.js";

export interface SentReferral {
  id: string;
  number: string;
  tokenCode: string;
}

interface Found {
  viewer: { centre: { services: { nodes: { id: string; name: string }[] } } };
}

export async function serviceIdOf(town: Town, login: string, service: string) {
  const { viewer } = await town.ask<Found>(
    login,
    `query ($filter: ServiceFilter) {
      viewer { centre { services(first: 100, filter: $filter) { nodes { id name } } } }
    }`,
    { filter: { text: service } },
  );
  const found = viewer.centre.services.nodes.find(
    ({ name }) => name === service,
  );
  if (!found) throw new Error(`${login} sees no service ${service}.`);
  return found.id;
}

/** A coordinator refers somebody to a service of the demo. */
export async function refer(
  town: Town,
  login: string,
  service: string,
  given: {
    units?: number;
    ownReference?: string;
    waitIfFull?: boolean;
    caseId?: string;
    disclosureLevel?: string;
    priority?: "EMERGENCY";
    fallbackServiceIds?: readonly string[];
  } = {},
): Promise<SentReferral> {
  const serviceId = await serviceIdOf(town, login, service);
  const { sendReferral } = await town.ask<{ sendReferral: SentReferral }>(
    login,
    `mutation ($input: SendReferralInput!) {
      sendReferral(input: $input) {
        ... on Referral { id number tokenCode }
        ... on Problem { message }
      }
    }`,
    { input: { serviceId, requestKey: randomUUID(), ...given } },
  );
  if (!("number" in sendReferral))
    throw new Error(JSON.stringify(sendReferral));
  return sendReferral;
}

/** An organisation says how many places a service of its has. */
export async function setTotal(
  town: Town,
  login: string,
  service: string,
  total: number,
): Promise<void> {
  const serviceId = await serviceIdOf(town, login, service);
  await town.ask(
    login,
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId, total } },
  );
}

/** A move of a referral by its sender or by its partner. */
export async function move(
  town: Town,
  login: string,
  verb:
    | "acceptReferral"
    | "withdrawReferral"
    | "declineReferral"
    | "waitlistReferral"
    | "startReferral"
    | "askAboutReferral"
    | "planFallbacks"
    | "suggestService",
  input: object,
): Promise<void> {
  const name = verb.charAt(0).toUpperCase() + verb.slice(1);
  const answer = await town.ask<Record<string, { __typename: string }>>(
    login,
    `mutation ($input: ${name}Input!) { ${verb}(input: $input) { __typename ... on Problem { message } } }`,
    { input },
  );
  if (answer[verb]?.__typename !== "Referral")
    throw new Error(JSON.stringify(answer));
}
