// What the tests of referrals share: a service to refer to, the people on both sides, and their moves through the graph.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Answer, Api, Told } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import type {
  Offered,
  PartnerGiven,
  ServiceGiven,
} from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

export interface SeenReferral {
  id: string;
  number: string;
  status: string;
  version: number;
  dueAt: string | null;
  dueReason: string | null;
  holdsPlace: boolean;
  queuePosition: number | null;
  offeredUntil: string | null;
  passedOver: string | null;
  expectedOn: string | null;
  openedAt: string | null;
  decidedAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  ownReference: string | null;
  timeline: { status: string; by: string; reason: string | null }[];
}

/** A member of a payload, or the code of a refusal in place of its name. */
export interface Outcome extends Told, Partial<SeenReferral> {
  referral?: SeenReferral;
  alternatives?: { id: string; name: string }[];
}

const REFERRAL = `id number status version priority units sender dueAt dueReason holdsPlace queuePosition offeredUntil
  passedOver expectedOn suspendReason resumesOn openedAt decidedAt startedAt finishedAt declineReason discontinueReason withdrawReason statutoryDocumentRef
  ownReference agreement { number } agreementRevision viewerCanWithdraw viewerCanAccept
  service { id capacity { total occupied reserved available waiting version } }
  timeline { status by reason }`;

const SEND = `mutation ($input: SendReferralInput!) {
  outcome: sendReferral(input: $input) {
    __typename
    ... on Referral { ${REFERRAL} }
    ... on NoFreePlace { alternatives { id name } }
    ... on InvalidInput { fields { path message } } ... on SensitiveWords { fields { path message } }
    ... on Problem { message }
  }
}`;

export const verbs = [
  "openReferral",
  "acceptReferral",
  "declineReferral",
  "waitlistReferral",
  "offerPlace",
  "confirmPlace",
  "startReferral",
  "completeReferral",
  "discontinueReferral",
  "withdrawReferral",
  "askAboutReferral",
  "answerQuestion",
  "suspendReferral",
  "resumeReferral",
] as const;
export type Verb = (typeof verbs)[number];

/** What a verb asks for beside the referral. */
const FURTHER: Partial<Record<Verb, () => Record<string, unknown>>> = {
  declineReferral: () => ({ reason: "OUT_OF_SCOPE" }),
  offerPlace: () => ({ reason: "pilne" }),
  discontinueReferral: () => ({ reason: "RESIGNED" }),
  askAboutReferral: () => ({ requestKey: aKey(), topics: ["DATES"] }),
  answerQuestion: () => ({ requestKey: aKey(), text: "we wtorki" }),
  suspendReferral: () => ({
    requestKey: aKey(),
    reason: "RESIDENT_AWAY",
    resumesOn: "2027-06-01",
  }),
  resumeReferral: () => ({ requestKey: aKey() }),
};

export function furtherOf(verb: Verb): Record<string, unknown> {
  return FURTHER[verb]?.() ?? {};
}

/** Where the words that go with it are asked about. */
const ASKED: ReadonlySet<Verb> = new Set([
  "askAboutReferral",
  "answerQuestion",
  "suspendReferral",
  "withdrawReferral",
]);

function moveDocument(verb: Verb): string {
  const input = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return `mutation ($input: ${input}!) {
    outcome: ${verb}(input: $input) {
      __typename
      ... on Referral { ${REFERRAL} }
      ... on ReferralMoved { referral { ${REFERRAL} } }
      ... on InvalidInput { fields { path message } }
      ${ASKED.has(verb) ? "... on SensitiveWords { fields { path message } }" : ""}
      ... on Problem { message }
    }
  }`;
}

/** A refusal stands by its code where a payload would stand by its name. */
export function outcomeOf(answer: Answer<{ outcome: Outcome }>): Outcome {
  const [refusal] = answer.errors ?? [];
  if (refusal)
    return {
      __typename: String(refusal.extensions?.["code"]),
      message: refusal.message,
    };
  if (!answer.data) throw new Error("an answer without anything");
  return answer.data.outcome;
}

/** What a level asks for beside the basis. */
function wanting(level: unknown): Record<string, unknown> {
  const reason = { levelReason: "CONTRACT" };
  const degree = { field: "DISABILITY_DEGREE", value: "umiarkowany" };
  switch (level) {
    case "L2_IDENTITY":
      return reason;
    case "L3_SENSITIVE":
      return { ...reason, sensitive: [{ ...degree, reason: "ADJUSTMENT" }] };
    default:
      return {};
  }
}

export async function send(
  person: Person,
  service: Offered,
  further: Record<string, unknown> = {},
): Promise<Outcome> {
  const input = {
    requestKey: aKey(),
    serviceId: service.globalId,
    ...wanting(further["disclosureLevel"]),
    ...further,
  };
  return outcomeOf(await person.ask(SEND, { input }));
}

export async function move(
  person: Person,
  verb: Verb,
  referralId: string,
  further: Record<string, unknown> = furtherOf(verb),
): Promise<Outcome> {
  const input = { referralId, ...further };
  return outcomeOf(await person.ask(moveDocument(verb), { input }));
}

export interface Referring {
  centre: TestCentre;
  partner: TestPartner;
  service: Offered;
  kipus: Person;
  /** Answers the partner's referrals. */
  team: Person;
  /** Sends to the service and answers the id. */
  sent(further?: Record<string, unknown>): Promise<string>;
}

export async function aReferring(
  api: Api,
  given: {
    service?: Partial<ServiceGiven>;
    partner?: Partial<PartnerGiven>;
  } = {},
): Promise<Referring> {
  const centre = await aCentre(api);
  const partner = await centre.aPartner(given.partner);
  const service = await partner.aService(given.service);
  const kipus = await centre.aPerson("KIPUS");
  const team = await partner.aPerson("PARTNER_REFERRALS");
  return {
    centre,
    partner,
    service,
    kipus,
    team,
    async sent(further = {}) {
      const outcome = await send(kipus, service, further);
      if (!outcome.id) throw new Error(`not sent: ${outcome.__typename}`);
      return outcome.id;
    },
  };
}

/** Lets a durable job of the system run now. */
export async function runTimer(
  api: Api,
  task:
    | "expire-referral"
    | "lapse-offer"
    | "move-on"
    | "end-sight"
    | "withdraw-resting",
  centreId: string,
  referralId: string,
): Promise<void> {
  const id = Buffer.from(referralId, "base64url").toString().split(":")[1];
  await runTask(api, task, { centreId, referralId: id });
}

/** A hold that ended before the answer: nothing in the product leads there, a repair of data could. */
export async function endHold(
  api: Api,
  { service }: Pick<Referring, "service">,
  referralId: string,
): Promise<void> {
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(`set session_replication_role = replica`);
  await admin.query(`update referral set takes = 'NOTHING' where id = $1`, [
    fromGlobalId("Referral", referralId),
  ]);
  await admin.query(
    `update capacity set reserved = reserved - 1 where service_id = $1`,
    [service.id],
  );
  await admin.end();
}

/** What follows each change of numbers, which no queue runs here. */
export function offerFreed(
  api: Api,
  { centre, service }: Pick<Referring, "centre" | "service">,
): Promise<void> {
  return runTask(api, "offer-freed-place", {
    centreId: centre.id,
    serviceId: service.id,
  });
}

export async function runTask(
  api: Api,
  task: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const run = api.app.tasks[task];
  if (!run) throw new Error(`there is no task ${task}`);
  // a job of this module asks nothing of the queue that runs it
  // oxlint-disable-next-line typescript/consistent-type-assertions
  await run(payload, {} as Parameters<typeof run>[1]);
}

export interface Numbers {
  total: number;
  occupied: number;
  reserved: number;
  waiting: number;
  running: number;
  version: number;
}

export async function numbersOf(
  centre: TestCentre,
  service: Offered,
): Promise<Numbers> {
  const [numbers] = await centre.asSystem((work) =>
    work.rows<Numbers>(
      `select total, occupied, reserved, waiting_referred + waiting_outside as waiting, running, version
       from capacity where service_id = $1`,
      [service.id],
    ),
  );
  if (!numbers) throw new Error("the service has no numbers");
  return numbers;
}
