// An organisation that declines for want of a place says more than its number: whoever refers sees when, until it vouches for the number.
import { aReferring, move } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aCentre } from "../support/world.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const service = { total: 9, confirmedDaysAgo: 1 };

async function saidFull(person: Person, id: string) {
  const { data, errors } = await person.ask<{
    node: { saidFullAt: string | null } | null;
  }>(`query ($id: ID!) { node(id: $id) { ... on Service { saidFullAt } } }`, {
    id,
  });
  expect(errors).toBeUndefined();
  return data?.node?.saidFullAt ?? null;
}

it("is told to every coordinator and organiser, and to nobody else", async () => {
  const at = await aReferring(api, { service });
  const other = await at.centre.aPerson("KIPUS");
  const organiser = await at.centre.aPerson("OUS");
  const director = await at.centre.aPerson("DIRECTOR");
  const stranger = await (await aCentre(api)).aPerson("KIPUS");
  const { globalId } = at.service;
  expect(await saidFull(other, globalId)).toBeNull();
  await move(at.team, "declineReferral", await at.sent(), {
    reason: "NO_CAPACITY",
  });
  const now = api.clock.now().toISOString();
  for (const person of [at.kipus, other, organiser])
    expect(await saidFull(person, globalId)).toBe(now);
  for (const person of [at.team, director, stranger])
    expect(await saidFull(person, globalId)).toBeNull();
});

it("ends when the organisation vouches for its number", async () => {
  const at = await aReferring(api, { service });
  await move(at.team, "declineReferral", await at.sent(), {
    reason: "NO_CAPACITY",
  });
  api.clock.pass({ minutes: 1 });
  await at.team.ask(
    `mutation ($input: ConfirmCapacityInput!) { confirmCapacity(input: $input) { __typename } }`,
    { input: { serviceId: at.service.globalId } },
  );
  expect(await saidFull(at.kipus, at.service.globalId)).toBeNull();
});

it("is said by no other reason", async () => {
  const at = await aReferring(api, { service });
  await move(at.team, "declineReferral", await at.sent(), {
    reason: "NOT_ELIGIBLE",
  });
  expect(await saidFull(at.kipus, at.service.globalId)).toBeNull();
});
