// A partner withdraws its service: nobody is left behind unseen, and what was accepted is finished.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import type { Person } from "../support/people.js";
import { aReferring, move, numbersOf, send } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const ANSWER = `__typename ... on Service { version status availability }
  ... on ServiceMoved { service { version } } ... on InvalidInput { message }`;
const WITHDRAW = `mutation ($input: WithdrawServiceInput!) { outcome: withdrawService(input: $input) { ${ANSWER} } }`;
const RESTORE = `mutation ($input: RestoreServiceInput!) { outcome: restoreService(input: $input) { ${ANSWER} } }`;
const OPEN = `query ($id: ID!) { node(id: $id) { ... on Service { name status openReferralCount openReferrals { id } } } }`;

async function asked(person: Person, document: string, input: object) {
  const { data } = await person.ask<{ outcome: unknown }>(document, { input });
  return data?.outcome;
}

it("P1: a withdrawn service asks a plan for each open referral; what waits goes back, what was accepted is finished", async () => {
  const referring = await aReferring(api, { service: { total: 3 } });
  const { centre, partner, service, kipus, sent } = referring;
  const serviceId = service.globalId;
  const both = await partner.aPerson("PARTNER_EDITOR", "PARTNER_REFERRALS");
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const [running, accepted, unanswered] = [
    await sent(),
    await sent(),
    await sent(),
  ];
  for (const id of [running, accepted]) await move(both, "acceptReferral", id);
  await move(both, "startReferral", running);
  const waiting = (await send(kipus, service, { waitIfFull: true })).id ?? "";
  const all = [running, accepted, unanswered, waiting];
  const plan = (finished: readonly string[], open = all) => ({
    serviceId,
    ifVersion: 1,
    plans: open.map((referralId) => ({
      referralId,
      way: finished.includes(referralId) ? "FINISH_HERE" : "GIVE_BACK",
    })),
  });

  const seen = async (person: Person) =>
    (await person.ask<{ node: unknown }>(OPEN, { id: serviceId })).data?.node;
  expect(await seen(both)).toMatchObject({
    openReferralCount: 4,
    openReferrals: all.map((id) => ({ id })),
  });
  expect(await seen(editor)).toMatchObject({
    openReferralCount: 4,
    openReferrals: [],
  });
  expect(await seen(kipus)).toMatchObject({
    openReferralCount: null,
    openReferrals: [],
  });

  const before = await numbersOf(centre, service);
  expect(await asked(both, WITHDRAW, plan([running], [running]))).toMatchObject(
    { message: "Otwarte skierowania: 4. Podaj przy każdym, co dalej." },
  );
  expect(await asked(editor, WITHDRAW, plan([running]))).toMatchObject({
    message:
      "Są tu otwarte skierowania. Usługę wycofa osoba, która na nie odpowiada.",
  });
  for (const tooEarly of [unanswered, waiting])
    expect(await asked(both, WITHDRAW, plan([tooEarly]))).toMatchObject({
      __typename: "InvalidInput",
    });
  expect(
    await asked(both, WITHDRAW, { ...plan([running]), ifVersion: 7 }),
  ).toMatchObject({ service: { version: 1 } });
  // nothing of all that was half done
  expect(await numbersOf(centre, service)).toEqual(before);

  expect(await asked(both, WITHDRAW, plan([running]))).toEqual({
    __typename: "Service",
    version: 2,
    status: "WITHDRAWN",
    availability: "SUSPENDED",
  });
  const found: unknown[] = [];
  for (const id of all) {
    const { data } = await kipus.ask<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { ... on Referral { status declineReason discontinueReason service { id } } } }`,
      { id },
    );
    found.push(data?.node);
  }
  const there = { service: { id: serviceId } };
  expect(found).toMatchObject([
    { status: "IN_PROGRESS", ...there },
    { status: "DISCONTINUED", discontinueReason: "PROVIDER_CANNOT_CONTINUE" },
    { status: "DECLINED", declineReason: "OUT_OF_SCOPE" },
    { status: "DECLINED", declineReason: "OUT_OF_SCOPE", ...there },
  ]);
  expect(await send(kipus, service)).toMatchObject({
    __typename: "AgreementMissing",
    message: "Organizacja wycofała tę usługę.",
  });
  const lists = `query ($id: ID!) { node(id: $id) { ... on Partner { services { id } withdrawnServices { id } } } }`;
  const { data } = await kipus.ask<{ node: unknown }>(lists, {
    id: partner.globalId,
  });
  expect(data?.node).toEqual({
    services: [],
    withdrawnServices: [{ id: serviceId }],
  });
  // what runs is finished, and the service may come back
  const ended = await move(both, "completeReferral", running);
  expect(ended.status).toBe("COMPLETED");
  expect(
    await asked(editor, RESTORE, { serviceId, ifVersion: 2 }),
  ).toMatchObject({ version: 3, status: "ACTIVE" });
  expect(
    await asked(editor, RESTORE, { serviceId, ifVersion: 3 }),
  ).toMatchObject({ service: { version: 3 } });
  expect(await send(kipus, service)).toMatchObject({ __typename: "Referral" });
  expect(await brokenRules(centre)).toEqual({});
});
