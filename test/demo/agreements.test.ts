// The demo's agreements show what is said of them (domain 5.4), and do it: who can be referred, until when, and with how much.
import { loadDemo } from "../../server/demo/index.js";
import type { Work } from "../../server/events/index.js";
import { transact } from "../../server/events/index.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestDatabase } from "../support/database.js";
import { dropDatabase, freshDatabase } from "../support/database.js";
import { testKeys } from "../support/server.js";
import { insertBasis } from "../support/settling.js";
import { aKey } from "../support/world.js";

interface Offered {
  id: string;
  visibility: string;
  referralObstacle: string | null;
  referralObstacleText: string | null;
  referableTo: string | null;
  viewerCanRefer: boolean;
}

interface Seen {
  id: string;
  code: string;
  agreements: {
    number: string;
    kind: string;
    status: string;
    dataRole: string;
    endsInDays: number | null;
    allowsReferrals: boolean;
  }[];
  services: Offered[];
}

const SEEN = `query { viewer { centre { partners(first: 100) { nodes { id code
  agreements { number kind status dataRole endsInDays allowsReferrals }
  services { id visibility referralObstacle referralObstacleText referableTo viewerCanRefer } } } } } }`;
const SEND = `mutation ($input: SendReferralInput!) { outcome: sendReferral(input: $input) { __typename
  ... on Referral { agreement { number } } ... on Problem { message } } }`;

let api: Api;
let database: TestDatabase;
let kipus: string;
let partners: Seen[];
beforeAll(async () => {
  database = await freshDatabase();
  api = await openApi(database);
  await loadDemo(api.dataSource, testKeys, api.clock.now());
  kipus = await signIn("kipus");
  partners = await seenBy(kipus);
});
afterAll(async () => {
  await api.close();
  await dropDatabase(database);
});

async function signIn(login: string): Promise<string> {
  const { data } = await api.ask<{ outcome: { token: string } }>(
    null,
    `mutation ($email: String!) { outcome: signIn(input: { email: $email, password: "jarzebinow" }) { ... on SignedIn { token } } }`,
    { email: `${login}@jarzebinow.example` },
  );
  return data?.outcome.token ?? "";
}

async function seenBy(token: string): Promise<Seen[]> {
  const { data } = await api.ask<{
    viewer: { centre: { partners: { nodes: Seen[] } } };
  }>(token, SEEN);
  return data?.viewer.centre.partners.nodes ?? [];
}

function partnerOf(code: string): Seen {
  const found = partners.find((partner) => partner.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

function agreementOf(code: string, number: string) {
  return partnerOf(code).agreements.find((one) => one.number === number);
}

/** Of what stands between the centre and the partner; whether a service is on offer is another matter. */
function obstaclesOf(code: string) {
  const met = partnerOf(code).services.filter(
    ({ referralObstacle: kind }) =>
      kind !== "SERVICE_NOT_ACTIVE" && kind !== "NOT_FOR_RESIDENTS",
  );
  return [
    ...new Set(
      met.map(({ referralObstacle: kind, referralObstacleText: text }) =>
        kind ? `${kind}: ${text ?? ""}` : "none",
      ),
    ),
  ];
}

function referableAt(code: string): Offered {
  const service = partnerOf(code).services.find((one) => one.viewerCanRefer);
  if (!service) throw new Error(`nothing of ${code} takes anybody`);
  return service;
}

async function sendTo(
  service: Offered,
  more: Record<string, unknown> = {},
): Promise<Told & { agreement?: { number: string } }> {
  const { data } = await api.ask<{
    outcome: Told & { agreement?: { number: string } };
  }>(kipus, SEND, {
    input: {
      serviceId: service.id,
      requestKey: aKey(),
      waitIfFull: true,
      ...more,
    },
  });
  if (!data) throw new Error("nothing was sent");
  return data.outcome;
}

it.each([
  [
    "OWES",
    "A34",
    "EXPIRED",
    "AGREEMENT_ENDED: Umowa A34 z tym partnerem wygasła 19 listopada 2026.",
  ],
  [
    "MAR",
    "A28/MAR",
    "AGREED",
    "AGREEMENT_UNSIGNED: Umowa A28/MAR z tym partnerem jeszcze nie obowiązuje: nie podpisali jej wszyscy.",
  ],
  [
    "EKO",
    "A27",
    "IN_NEGOTIATION",
    "MEMBERSHIP_MISSING: Ta organizacja ma zaproszenie do sieci i jeszcze go nie przyjęła.",
  ],
])("opens nothing at %s: %s is %s", async (code, number, status, why) => {
  expect(agreementOf(code, number)).toMatchObject({
    status,
    allowsReferrals: false,
  });
  const sentence = `${why} Poproś organizatorkę usług.`;
  expect(obstaclesOf(code)).toEqual([sentence]);
  const service = partnerOf(code).services.find(({ referralObstacleText }) =>
    sentence.endsWith(referralObstacleText ?? "?"),
  );
  if (!service) throw new Error("no such service");
  expect(service).toMatchObject({ referableTo: null, viewerCanRefer: false });
  expect(await sendTo(service)).toEqual({
    __typename: "AgreementMissing",
    message: service.referralObstacleText,
  });
});

it("tells the organiser why, and not to ask herself", async () => {
  const owes = (await seenBy(await signIn("ous"))).find(
    ({ code }) => code === "OWES",
  );
  expect(owes?.services.map((one) => one.referralObstacleText)).toContain(
    "Umowa A34 z tym partnerem wygasła 19 listopada 2026.",
  );
});

it("shows services of an organisation that is still asked to nobody outside the centre", () => {
  expect(
    new Set(partnerOf("EKO").services.map(({ visibility }) => visibility)),
  ).toEqual(new Set(["HUB_ONLY"]));
});

it.each([
  ["CIS", "A02", 45, "2027-01-08"],
  ["UOP", "A16", 35, "2026-12-29"],
])(
  "still refers to %s under %s, which ends in %i days",
  async (code, number, endsInDays, lastDay) => {
    expect(agreementOf(code, number)).toMatchObject({
      status: "ACTIVE",
      endsInDays,
      allowsReferrals: true,
    });
    const service = referableAt(code);
    expect(service.referableTo).toBe(lastDay);
    expect(await sendTo(service)).toMatchObject({
      __typename: "Referral",
      agreement: { number },
    });
  },
);

it("keeps the agreement of a programme that is being formed as a draft of all its parties", () => {
  for (const code of ["FOP", "UOP", "KSE"])
    expect(agreementOf(code, "A36")).toMatchObject({
      kind: "PROGRAMME_PARTNERSHIP",
      status: "DRAFT",
      allowsReferrals: false,
    });
});

it("sends names to who processes data for the centre under an entrustment in force, and nothing sensitive", async () => {
  const entrusted = partners.filter(({ agreements }) =>
    agreements.some(
      ({ kind, status }) => kind === "DATA_PROCESSING" && status === "ACTIVE",
    ),
  );
  const codes = entrusted
    .map(({ code }) => code)
    .filter((code) => code !== "CUS");
  expect(codes.sort()).toEqual(
    ["CAR", "KSE", "PIE", "PSC", "RDZ", "SPR", "SSZ", "TAR", "UOP"].sort(),
  );
  const { data } = await api.ask<{
    viewer: { centre: { cases: { nodes: { id: string }[] } } };
  }>(kipus, "{ viewer { centre { cases { nodes { id } } } } }");
  const caseId = data?.viewer.centre.cases.nodes[0]?.id;
  await inTheCentre((work) => allowAll(work));
  for (const code of codes) {
    const service = referableAt(code);
    const sent = await sendTo(service, {
      caseId,
      disclosureLevel: "L2_IDENTITY",
      levelReason: "CONTRACT",
    });
    expect({ code, ...sent }).toMatchObject({ code, __typename: "Referral" });
    const more = await sendTo(service, {
      caseId,
      disclosureLevel: "L3_SENSITIVE",
    });
    expect(more).toEqual({
      __typename: "BasisMissing",
      message: `Umowa ${sent.agreement?.number ?? ""} nie pozwala przekazywać danych wrażliwych tej usłudze. Zmniejsz zakres danych albo poproś organizatorkę usług.`,
    });
  }
});

async function inTheCentre(work: (work: Work) => Promise<void>): Promise<void> {
  const { data } = await api.ask<{ viewer: { centre: { id: string } } }>(
    kipus,
    "{ viewer { centre { id } } }",
  );
  const centreId = fromGlobalId("Centre", data?.viewer.centre.id ?? "");
  await transact(api.desk(centreId), work);
}

/** Consents of every case to every partner, so that only agreements decide. */
async function allowAll(work: Work): Promise<void> {
  const pairs = await work.rows<{ caseId: string; partnerId: string }>(
    `select c.id as "caseId", p.id as "partnerId" from case_ref c join partner p on p.centre_id = c.centre_id where c.centre_id = $1`,
    [work.centreId],
  );
  for (const pair of pairs)
    await insertBasis(work, {
      ...pair,
      serviceId: null,
      maxLevel: "L3_SENSITIVE",
      revoked: false,
    });
}
