// Why somebody was offered a place before others is a word about a person: it is asked about as every other, and goes with her.
import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import { keepToRules } from "../../../server/protection/index.js";
import { doCase } from "../../cases/keeping.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { move } from "../referring.js";
import { aTravelling, travel, type Travelling } from "../travel/travelling.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const MASKED_AFTER_MS = 30 * 86_400_000;

const WORDS = "choruje na schizofrenię";

it("is asked about where it names an illness, and is gone when her referral is masked, or she erased", async () => {
  for (const forget of [masked, erased])
    expect(await reasonAfter(forget)).toEqual([{ reason: "–" }]);
});

type Forgetting = (at: Travelling) => Promise<unknown>;

const masked: Forgetting = ({ centre }) =>
  keepToRules({
    ...api.desk(centre.id),
    now: new Date(api.clock.now().getTime() + MASKED_AFTER_MS),
  });

const erased: Forgetting = async ({ kipus, caseId }) => {
  const { data } = await kipus.ask<{ node: { version: number } }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { version } } }`,
    { id: caseId },
  );
  const closed = await doCase(kipus, "closeCase", {
    ...{ caseId, ifVersion: data?.node.version },
  });
  const gone = await doCase(kipus, "eraseIdentity", {
    ...{ caseId, ifVersion: closed.version },
  });
  expect(gone.__typename).toBe("Case");
};

async function reasonAfter(forget: Forgetting) {
  const at = await aTravelling(api, { service: { total: 1, occupied: 1 } });
  const { centre, kipus, team } = at;
  await at.sent({ waitIfFull: true });
  const id = await at.sendsPerson({ waitIfFull: true });
  const set = await team.ask<{ outcome: { __typename: string } }>(
    `mutation ($input: SetCapacityInput!) { outcome: setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: at.service.globalId, total: 2 } },
  );
  expect(set.data?.outcome.__typename).toBe("Service");
  const offer = (further: Record<string, unknown>) =>
    move(team, "offerPlace", id, { reason: WORDS, ...further });
  expect((await offer({})).__typename).toBe("SensitiveWords");
  expect(await offer({ sensitiveWordsMeant: true })).toMatchObject({
    status: "OFFERED",
  });
  const reasons = () =>
    centre.asSystem((work) =>
      work.rows<{ reason: string }>(
        `select reason from capacity_event where centre_id = $1 and referral_id = $2 and reason is not null`,
        [centre.id, fromGlobalId("Referral", id)],
      ),
    );
  expect(await reasons()).toEqual([{ reason: WORDS }]);
  await move(kipus, "withdrawReferral", id);
  await forget(at);
  return reasons();
}

it.each([
  ["queue", { total: 1, occupied: 1 }],
  ["inbox", { total: 3 }],
] as const)(
  "asks what is kept of whom the partner was shown in its %s, also after the end",
  async (_where, service) => {
    const { kipus, team, basisId, sendsPerson } = await aTravelling(api, {
      service,
    });
    const referralId = await sendsPerson({ waitIfFull: true });
    expect(
      await travel(team, "showPerson", { referralId, purpose: "CONTACT" }),
    ).toMatchObject({ __typename: "ToldPerson" });
    expect(await move(kipus, "withdrawReferral", referralId)).toMatchObject({
      status: "WITHDRAWN",
    });
    await travel(kipus, "withdrawBasis", { basisId });
    expect(
      await travel(team, "confirmKeeping", { referralId, keeps: "NOTHING" }),
    ).toMatchObject({ __typename: "Referral", keeping: { answer: "NOTHING" } });
  },
);
