// How a good client asks: any process, no stickiness, and where the outcome is not known the same again until it is.
import { setTimeout as pause } from "node:timers/promises";

import type { Chance } from "../support/chance.js";
import { oneOf } from "../support/chance.js";
import type { Answered, Deed, Numbers, Verb } from "./record.js";
import type { Somebody } from "./town.js";

const patience = 8_000;

export interface Asking {
  urls: readonly string[];
  pick: Chance;
  /** The harness ends: nothing more is asked. */
  isOver: () => boolean;
  /** An answer that no outage explains. */
  onFault: (what: string) => void;
}

interface ToldReferral {
  id: string;
  status: string;
  version: number;
  service: ToldOffer;
}

interface ToldOffer {
  id: string;
  capacity: Numbers;
}

interface Told extends Partial<ToldReferral> {
  __typename: string;
  capacity?: Numbers;
  referral?: ToldReferral;
}

interface GraphAnswer {
  data?: { outcome: Told } | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const SERVICE = `id capacity { total occupied reserved version }`;
const REFERRAL = `id status version service { ${SERVICE} }`;
const onServices = new Set<Verb>(["setCapacity", "recordWalkIn"]);

function documentOf(verb: Verb): string {
  const input = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const selection = onServices.has(verb)
    ? `... on Service { ${SERVICE} }`
    : verb === "sendReferral"
      ? `... on Referral { ${REFERRAL} }`
      : `... on Referral { ${REFERRAL} } ... on ReferralMoved { referral { ${REFERRAL} } }`;
  return `mutation ($input: ${input}!) { outcome: ${verb}(input: $input) { __typename ${selection} } }`;
}

/** What the graph asks for, of each verb. */
export function inputOf(deed: Deed): { [field: string]: unknown } {
  const { verb, subject, amount = 1, name, repeats } = deed;
  const requestKey = repeats ?? name;
  switch (verb) {
    case "sendReferral":
      return {
        requestKey,
        serviceId: subject,
        units: amount,
        ownReference: requestKey,
        priority: "EMERGENCY",
        waitIfFull: Number(requestKey.slice(-1)) % 2 === 0,
      };
    case "setCapacity":
      return { serviceId: subject, total: amount };
    case "recordWalkIn":
      return { requestKey, serviceId: subject, change: amount };
    case "declineReferral":
      return { referralId: subject, reason: "OUT_OF_SCOPE" };
    case "offerPlace":
      return { referralId: subject, reason: "pilne" };
    case "discontinueReferral":
      return { referralId: subject, reason: "RESIGNED" };
    default:
      return { referralId: subject };
  }
}

/** @returns undefined where the outcome is not known: the connection broke, the process is away, it came too late */
async function askOnce(
  url: string,
  { token }: Somebody,
  body: string,
): Promise<GraphAnswer | undefined> {
  try {
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
      },
      body,
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status >= 500) {
      await answer.body?.cancel();
      return undefined;
    }
    // what the graph answers to the documents above
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return (await answer.json()) as GraphAnswer;
  } catch {
    return undefined;
  }
}

const unknown = new Set(["UNAVAILABLE", "INTERNAL_SERVER_ERROR"]);

/** @returns undefined only where the harness ends before there is an answer */
export async function askUntilKnown(
  asking: Asking,
  somebody: Somebody,
  deed: Deed,
): Promise<Answered | undefined> {
  const query = documentOf(deed.verb);
  const body = JSON.stringify({ query, variables: { input: inputOf(deed) } });
  while (!asking.isOver()) {
    const answer = await askOnce(
      oneOf(asking.pick, asking.urls),
      somebody,
      body,
    );
    const [error] = answer?.errors ?? [];
    const code = error ? (error.extensions?.code ?? error.message) : null;
    if (code === "INTERNAL_SERVER_ERROR")
      asking.onFault(`${deed.verb} was answered by: ${error?.message ?? ""}`);
    if (answer && (!code || !unknown.has(code)))
      return code ? { told: code } : answeredBy(answer.data?.outcome);
    await pause(20 + asking.pick(80));
  }
  return undefined;
}

function answeredBy(told: Told | undefined): Answered {
  if (!told) return { told: "an answer without anything" };
  const answered: Answered = { told: told.__typename };
  const referral = told.__typename === "Referral" ? told : told.referral;
  const service = told.__typename === "Service" ? told : referral?.service;
  if (referral?.id) answered.id = referral.id;
  if (referral?.status) answered.status = referral.status;
  if (referral?.version) answered.version = referral.version;
  if (service?.id && service.capacity)
    Object.assign(answered, { service: service.id, numbers: service.capacity });
  return answered;
}
