// What happened a moment ago, as the hub reads it: who wrote a number, and one line for what a referral did.
import { change } from "../offer/offering.js";
import { aReferring, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Happened {
  centre: {
    activity: {
      nodes: {
        kind: string;
        onBehalf: boolean;
        service: { name: string } | null;
        referral: { number: string } | null;
      }[];
    };
  };
}

it("marks what the hub wrote for a partner, and tells a joined queue as the referral alone", async () => {
  const world = await aReferring(api, { service: { total: 1, occupied: 1 } });
  const { centre, service, team, kipus } = world;
  const ous = await centre.aPerson("OUS");
  const serviceId = service.globalId;
  const written = [
    await change(team, "setCapacity", { serviceId, total: 2 }),
    await change(ous, "setCapacity", {
      serviceId,
      total: 1,
      reason: "telefon",
    }),
    await send(kipus, service, { waitIfFull: true }),
  ];
  expect(written.map(({ __typename: type }) => type)).toEqual([
    "Service",
    "Service",
    "Referral",
  ]);
  const { data } = await ous.ask<Happened>(
    `query ($id: ID!) { centre(id: $id) { activity(first: 3) { nodes {
       kind onBehalf service { name } referral { number } } } } }`,
    { id: centre.globalId },
  );
  const [sent, byHub, own] = data?.centre.activity.nodes ?? [];
  expect(sent).toMatchObject({ kind: "REFERRAL", onBehalf: false });
  expect(sent?.service?.name).toBe(byHub?.service?.name);
  expect(byHub).toMatchObject({ kind: "CAPACITY_SET", onBehalf: true });
  expect(own).toMatchObject({ kind: "CAPACITY_SET", onBehalf: false });
});
