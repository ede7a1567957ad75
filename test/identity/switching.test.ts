// Acting as somebody else: what was open under the old membership ends, on the socket too.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import { assign } from "../support/people.js";
import { aCentre } from "../support/world.js";

let api: Api;
let sockets: Sockets;
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

it("closes the socket of the old membership with 4403", async () => {
  const centre = await aCentre(api);
  const [first, second] = [await centre.aPartner(), await centre.aPartner()];
  const person = await first.aPerson("PARTNER_REFERRALS");
  await assign(api, person.accountId, {
    centreId: centre.id,
    partnerId: second.id,
    roles: ["PARTNER_REFERRALS"],
  });
  const { closed } = await sockets.idle(person.token);
  const { data } = await person.ask<{
    viewer: { memberships: { id: string; current: boolean }[] };
  }>("{ viewer { memberships { id current } } }");
  const other = data?.viewer.memberships.find(({ current }) => !current);
  const switched = await person.ask<{
    switchMembership: { __typename: string };
  }>(
    `mutation ($input: SwitchMembershipInput!) { switchMembership(input: $input) { __typename } }`,
    { input: { membershipId: other?.id } },
  );
  expect(switched.data?.switchMembership.__typename).toBe("SignedIn");
  expect(await closed).toBe(4403);
});
