// The main job in a centre made from lists: imported, people by role, an agreement, a home vouches, a referral is accepted.
import { join } from "node:path";

import { enteringBy } from "../identity/entering.js";
import { setUp } from "../identity/phone.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import { operatorAt, passwordOf } from "../support/commands.js";

const fixtures = join(import.meta.dirname, "fixtures");

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Seen {
  outcome: Told & {
    token?: string;
    id?: string;
    number?: string;
    status?: string;
  };
}

const SIGN_IN = `mutation ($input: SignInInput!) { outcome: signIn(input: $input) { __typename ... on SignedIn { token } } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { outcome: changePassword(input: $input) { __typename ... on Problem { message } } }`;
const CONFIRM = `mutation ($input: ConfirmCapacityInput!) { outcome: confirmCapacity(input: $input) { __typename ... on Problem { message } } }`;
const SEND = `mutation ($input: SendReferralInput!) { outcome: sendReferral(input: $input) {
  __typename ... on Referral { id number status } ... on Problem { message } } }`;
const ACCEPT = `mutation ($input: AcceptReferralInput!) { outcome: acceptReferral(input: $input) {
  __typename ... on Referral { id status } ... on Problem { message } } }`;
const OFFER = `query { viewer { centre { isTrial services(first: 50) { nodes { id name partner { name } viewerCanRefer } } } } }`;

interface Offer {
  viewer: {
    centre: {
      isTrial: boolean;
      services: {
        nodes: {
          id: string;
          name: string;
          partner: { name: string };
          viewerCanRefer: boolean;
        }[];
      };
    };
  };
}

async function signIn(email: string, password: string): Promise<string> {
  const once = await api.ask<Seen>(null, SIGN_IN, {
    input: { email, password },
  });
  const token = once.data?.outcome.token ?? "";
  // nothing works before the one-time password is changed, and for these roles before there is a second factor
  const changed = await api.ask<Seen>(token, CHANGE, {
    input: { current: password, new: `${password}-own` },
  });
  expect(changed.data?.outcome.__typename).toBe("PasswordChanged");
  await setUp(api, enteringBy(api), token);
  return token;
}

it("plays the whole job in a trial centre", async () => {
  const { centre, import: load } = operatorAt(api);
  const slug = "trial-of-lists";
  const home = "Dom Pomocy Społecznej „Pod Lipą”";
  const people = [
    await centre(
      "make",
      "--slug",
      slug,
      "--name",
      "Centrum Usług Społecznych w Próbowie",
      "--short",
      "Próbowo",
      "--ous",
      "ous@probowo.example",
      "--trial",
    ),
    await load(
      "--centre",
      slug,
      "--map",
      "social-assistance-units",
      "--file",
      join(fixtures, "units.csv"),
    ),
    await load(
      "--centre",
      slug,
      "--map",
      "day-and-residential-care",
      "--file",
      join(fixtures, "homes.csv"),
    ),
    await centre(
      "account",
      "--centre",
      slug,
      "--email",
      "kipus@probowo.example",
      "--role",
      "KIPUS",
    ),
    await centre(
      "account",
      "--centre",
      slug,
      "--email",
      "home@probowo.example",
      "--role",
      "PARTNER",
      "--partner",
      home,
    ),
  ];
  expect(people.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0]);
  // the hub of the list is the hub that was made, not a second one
  expect(people[1]?.printed.at(-1)).toBe(
    "1 added, 1 changed, 0 unchanged, 5 refused",
  );
  const password = (email: string) =>
    people
      .filter(({ printed }) => printed.some((line) => line.startsWith(email)))
      .map((told) => passwordOf(told, email))[0] ?? "";
  const kipus = await signIn(
    "kipus@probowo.example",
    password("kipus@probowo.example"),
  );
  const partner = await signIn(
    "home@probowo.example",
    password("home@probowo.example"),
  );

  const find = async () => {
    const { data } = await api.ask<Offer>(kipus, OFFER);
    expect(data?.viewer.centre.isTrial).toBe(true);
    return data?.viewer.centre.services.nodes.find(
      (service) => service.partner.name === home,
    );
  };
  const imported = await find();
  expect(imported).toMatchObject({ viewerCanRefer: false });
  const send = (requestKey: string) =>
    api.ask<Seen>(kipus, SEND, {
      input: { requestKey, serviceId: imported?.id, ownReference: "1/2026" },
    });
  expect((await send("a")).data?.outcome.__typename).toBe("AgreementMissing");

  await centre("join", "--centre", slug, "--partner", home, "--type", "C");
  await centre(
    "agreement",
    "--centre",
    slug,
    "--number",
    "P01",
    "--kind",
    "COOPERATION",
    "--partner",
    home,
    "--data",
    "NO_PERSONAL_DATA",
    "--standard",
    "3d",
  );
  expect(await find()).toMatchObject({ viewerCanRefer: true });
  // until the home vouches for its number no place is free
  expect((await send("b")).data?.outcome.__typename).toBe("NoFreePlace");
  const confirmed = await api.ask<Seen>(partner, CONFIRM, {
    input: { serviceId: imported?.id },
  });
  expect(confirmed.data?.outcome.__typename).toBe("Service");

  const sent = await send("c");
  expect(sent.data?.outcome).toMatchObject({
    __typename: "Referral",
    status: "SENT",
    number: "SK/2026/00001",
  });
  const accepted = await api.ask<Seen>(partner, ACCEPT, {
    input: { referralId: sent.data?.outcome.id },
  });
  expect(accepted.data?.outcome).toMatchObject({
    __typename: "Referral",
    status: "ACCEPTED",
  });
});
