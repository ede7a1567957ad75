// What may travel with a referral: more than a number asks for the own case, a basis and a role in the data (domain 4.2, 4.3).
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { aReferring, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { PartnerGiven } from "../support/settling.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function aCaseWithBasis(given: {
  maxLevel?: "L1_CONTACT" | "L2_IDENTITY";
  revoked?: boolean;
  partner?: Partial<PartnerGiven>;
}) {
  const referring = await aReferring(api, { partner: given.partner ?? {} });
  const { centre, kipus, partner } = referring;
  const caseId = await centre.aCase(kipus);
  await centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: given.maxLevel ?? "L2_IDENTITY",
    revoked: given.revoked ?? false,
  });
  return { ...referring, caseId };
}

it("lets as much travel as the basis of the own case covers", async () => {
  const { kipus, service, caseId } = await aCaseWithBasis({
    maxLevel: "L1_CONTACT",
  });
  const level = async (disclosureLevel: string) =>
    (await send(kipus, service, { caseId, disclosureLevel })).__typename;
  expect(await level("L1_CONTACT")).toBe("Referral");
  expect(await level("L2_IDENTITY")).toBe("BasisMissing");
});

it("lets nothing but a number travel without a case or without a basis", async () => {
  const { centre, kipus, service } = await aReferring(api);
  const caseId = await centre.aCase(kipus);
  for (const further of [{}, { caseId }])
    expect(
      (
        await send(kipus, service, {
          disclosureLevel: "L1_CONTACT",
          ...further,
        })
      ).__typename,
    ).toBe("BasisMissing");
});

it("forgets a basis that was revoked", async () => {
  const { kipus, service, caseId } = await aCaseWithBasis({ revoked: true });
  const outcome = await send(kipus, service, {
    caseId,
    disclosureLevel: "L1_CONTACT",
  });
  expect(outcome.__typename).toBe("BasisMissing");
});

it("lets nothing travel to who may handle no personal data, basis or not", async () => {
  const { kipus, service, caseId } = await aCaseWithBasis({
    partner: { agreement: { dataRole: "NO_PERSONAL_DATA" } },
  });
  const outcome = await send(kipus, service, {
    caseId,
    disclosureLevel: "L1_CONTACT",
  });
  expect(outcome.__typename).toBe("BasisMissing");
});

it("answers a case of somebody else as one that is not there", async () => {
  const { centre, service, caseId } = await aCaseWithBasis({});
  const other = await centre.aPerson("KIPUS");
  const absent = Buffer.from(`Case:${centre.id}`).toString("base64url");
  const foreign = await send(other, service, { caseId });
  expect(foreign.__typename).toBe("InvalidInput");
  expect(foreign).toEqual(await send(other, service, { caseId: absent }));
});

const SUBJECT = `query ($id: ID!) { node(id: $id) { ... on Referral { ownReference case { pseudonym } } } }`;

it("tells the case and the own reference to the sender alone", async () => {
  const { centre, partner, kipus, service } = await aReferring(api);
  const caseId = await centre.aCase(kipus);
  const { id } = await send(kipus, service, { caseId, ownReference: "AB" });
  const mine = await kipus.ask(SUBJECT, { id });
  expect(mine.data?.["node"]).toMatchObject({ ownReference: "AB", case: {} });
  const readers = [
    await partner.aPerson("PARTNER_REFERRALS"),
    await partner.aPerson("PARTNER_ADMIN"),
    await centre.aPerson("OUS"),
  ];
  for (const reader of readers) {
    const { data } = await reader.ask(SUBJECT, { id });
    expect(data?.["node"]).toEqual({ ownReference: null, case: null });
  }
});

it("lists the own cases only", async () => {
  const { centre, kipus } = await aReferring(api);
  await centre.aCase(kipus);
  const others = await Promise.all([
    centre.aPerson("KIPUS"),
    centre.aPerson("OUS", "DIRECTOR"),
  ]);
  const list = `query ($id: ID!) { centre(id: $id) { cases { totalCount nodes { pseudonym } } } }`;
  const mine = await kipus.ask(list, { id: centre.globalId });
  expect(mine.data).toMatchObject({ centre: { cases: { totalCount: 1 } } });
  for (const other of others) {
    const { data } = await other.ask(list, { id: centre.globalId });
    expect(data).toEqual({ centre: { cases: { totalCount: 0, nodes: [] } } });
  }
});
