// A shortfall becomes a talk, a corrective action or a claim: answered, closed with a result, and reminded of once (story O26).
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertStandard } from "../support/standards.js";
import { aKey } from "../support/world.js";
import { anOrder, settle } from "./settling.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const WORDS = "Brakuje siedmiu miejsc.";

async function raised(given: Record<string, unknown> = {}) {
  const world = await anOrder(api);
  const input = {
    requestKey: aKey(),
    orderId: world.orderId,
    serviceId: world.service.globalId,
    on: "2026-11-01",
    kind: "CORRECTIVE_ACTION",
    reason: WORDS,
    owner: "PARTNER",
    dueOn: "2027-12-01",
    ...given,
  };
  const outcome = await settle(world.ous, "raiseShortfall", input);
  return { ...world, input, outcome, shortfallId: outcome.id };
}

it("is raised, answered and closed; who is late is told", async () => {
  const {
    centre,
    partner,
    agreementId,
    ous,
    admin,
    input,
    outcome,
    shortfallId,
  } = await raised();
  expect(outcome).toMatchObject({ state: "OPEN", version: 1 });
  expect(await settle(ous, "raiseShortfall", input)).toEqual(outcome);
  expect(
    await settle(ous, "raiseShortfall", { ...input, kind: "TALK" }),
  ).toMatchObject({ __typename: "RequestKeyReused" });

  // behind the second wall an answer has words, and when it was closed is the buyer's to say
  const behind = (change: string) =>
    attempt(api, memberOf(admin, centre.id, partner.id, "PARTNER_ADMIN"), [
      `update shortfall set ${change} where id = $1`,
      fromGlobalId("Shortfall", shortfallId ?? ""),
    ]);
  expect(await behind("state = 'ANSWERED'")).toBe("refused");
  const answer = { shortfallId, answer: "Dojdą dwie grupy.", ifVersion: 1 };
  expect(await settle(admin, "answerShortfall", answer)).toMatchObject({
    state: "ANSWERED",
    version: 2,
  });
  // the same again is done already
  expect(await settle(admin, "answerShortfall", answer)).toMatchObject({
    version: 2,
  });
  const result = { shortfallId, result: "Grupy ruszyły.", ifVersion: 1 };
  expect(await settle(ous, "closeShortfall", result)).toMatchObject({
    __typename: "ShortfallMoved",
  });
  expect(
    await settle(ous, "closeShortfall", { ...result, ifVersion: 2 }),
  ).toMatchObject({ state: "CLOSED" });
  expect(
    await settle(admin, "answerShortfall", {
      ...answer,
      answer: "Jeszcze coś.",
      ifVersion: 3,
    }),
  ).toMatchObject({ __typename: "ShortfallMoved" });

  // it was closed too early: opened again with what is still missing, it waits for the organisation once more
  const missing = { shortfallId, missing: "Druga grupa nie ruszyła." };
  expect(
    await settle(ous, "reopenShortfall", { ...missing, ifVersion: 3 }),
  ).toMatchObject({ state: "OPEN", version: 4 });
  expect(await behind("closed_at = now()")).toBe("refused");
  const { data } = await admin.ask<{
    centre: { openShortfalls: Record<string, unknown>[] };
  }>(
    `query ($id: ID!) { centre(id: $id) { openShortfalls {
       missing answer result viewerCanAnswerShortfall order { agreement { id } } } } }`,
    { id: centre.globalId },
  );
  expect(data?.centre.openShortfalls).toEqual([
    {
      missing: missing.missing,
      answer: "Dojdą dwie grupy.",
      result: "Grupy ruszyły.",
      viewerCanAnswerShortfall: true,
      order: { agreement: { id: agreementId } },
    },
  ]);
  expect(
    await settle(admin, "answerShortfall", { ...answer, ifVersion: 4 }),
  ).toMatchObject({ state: "ANSWERED", version: 5 });
});

it("takes no words that name somebody, no foreign service and no day that has passed", async () => {
  const { outcome } = await raised({
    reason: "Osoba 44051401359 nie przyszła.",
    serviceId: "U2VydmljZTowMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDA",
    dueOn: "2020-01-01",
  });
  expect(outcome.fields?.map(({ path }) => path)).toEqual([
    "serviceId",
    "dueOn",
    "reason",
  ]);
});

it("reminds who has to act once, not where it was answered, and once more past the later day of what is opened again", async () => {
  const { centre, partner, service, ous, admin, input, shortfallId } =
    await raised({
      dueOn: "2026-11-24",
    });
  await partner.aContact();
  await centre.asSystem((work) => insertStandard(work, { service }));
  const step = async (by: Person, verb: string, said: object) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const { data } = await by.ask<{ outcome: { id: string } }>(
      `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { ... on StandardCheck { id } } }`,
      { input: said },
    );
    return data?.outcome.id;
  };
  const checkId = await step(ous, "checkService", {
    ...{ requestKey: aKey(), serviceId: service.globalId },
    ...{ checkedOn: "2026-11-24", results: ["NOT_MET"], evidence: "kalendarz" },
    action: { text: "skrócić", owner: "PARTNER", dueOn: "2026-11-24" },
  });
  const remind = api.app.tasks["remind-overdue-shortfalls"];
  if (!remind) throw new Error("nobody reminds");
  const letters = () =>
    centre.asSystem((work) =>
      work.rows<{ kind: string; subject: string }>(
        `select kind, subject_id as subject from letter where centre_id = $1 and kind like '%overdue' order by kind`,
        [centre.id],
      ),
    );
  const run = () =>
    // it asks nothing of the queue that runs it
    // oxlint-disable-next-line typescript/consistent-type-assertions
    remind({}, {} as Parameters<typeof remind>[1]);
  await run();
  expect(await letters()).toEqual([]);
  for (let hours = 0; hours < 24; hours += 8) {
    api.clock.pass({ hours: 8 });
    await ous.ask("{ viewer { name } }");
  }
  // its day has passed: raised again with the same key, it was raised
  expect(await settle(ous, "raiseShortfall", input)).toMatchObject({
    id: shortfallId,
  });
  await run();
  await run();
  const first = ["action-overdue", "shortfall-overdue"];
  const told = async () => (await letters()).map(({ kind }) => kind);
  expect(await told()).toEqual(first);
  await settle(admin, "answerShortfall", {
    shortfallId,
    answer: "Już jest lepiej.",
    ifVersion: 1,
  });
  await step(admin, "answerCorrectiveAction", {
    ...{ checkId, ifVersion: 1, answer: "Krótszy kalendarz." },
  });
  const later = await centre.aPerson("OUS");
  const missing = { ifVersion: 2, missing: "Jeszcze dwa miejsca." };
  expect(
    await settle(later, "reopenShortfall", { shortfallId, ...missing }),
  ).toMatchObject({ state: "OPEN" });
  await step(later, "reopenCorrectiveAction", { checkId, ...missing });
  for (const days of [0, 14]) {
    api.clock.pass({ days });
    await run();
    expect(await told()).toEqual(first);
  }
  api.clock.pass({ days: 1 });
  await run();
  await run();
  expect(await told()).toEqual([...first, ...first].sort());
});
