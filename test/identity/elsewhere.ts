// Splot beside a real identity provider, and people who bind their accounts to it.
import { randomUUID } from "node:crypto";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { TestProvider } from "../support/provider.js";
import { client, openProvider, TWO_FACTORS } from "../support/provider.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { PASSWORD } from "./entering.js";
import type { Wanderer } from "./wanderer.js";
import { aWanderer, PUBLIC } from "./wanderer.js";

export interface Elsewhere {
  api: Api;
  provider: TestProvider;
  centre: TestCentre;
  /** Somebody with a password, signed in here. */
  someone(): Promise<Person>;
  /** What comes of her asking to be bound. */
  linkPath(
    person: Person,
    password?: string,
  ): Promise<{ path?: string; fields?: { path: string }[] } | undefined>;
  /** @returns where she stands after being bound */
  bind(person: Person): Promise<string>;
  /** A browser in which she is signed in here; nobody, without one. */
  browserOf(person?: Person): Wanderer;
  /** The next one to sign in there is somebody new, with one factor and an honest provider. */
  somebodyNew(): void;
  close(): Promise<void>;
}

export async function openElsewhere(): Promise<Elsewhere> {
  const provider = await openProvider(PUBLIC);
  const api = await openApi(undefined, {
    publicUrl: PUBLIC,
    provider: {
      issuer: provider.issuer,
      clientId: client.id,
      clientSecret: client.secret,
      name: "Węzeł",
      twoFactors: TWO_FACTORS,
    },
  });
  const doors: Doors = await openDoors(api);
  const centre = await aCentre(api);

  const linkPath: Elsewhere["linkPath"] = async (
    person,
    password = PASSWORD,
  ) => {
    const { data } = await person.ask<{
      outcome: { path?: string; fields?: { path: string }[] };
    }>(
      `mutation ($input: LinkIdentityInput!) { outcome: linkIdentity(input: $input) {
        ... on IdentityLinkBegun { path } ... on InvalidInput { fields { path } } } }`,
      { input: { password } },
    );
    return data?.outcome;
  };
  const browserOf: Elsewhere["browserOf"] = (person) => {
    const wanderer = aWanderer(doors);
    if (person) wanderer.cookies.set("splot_session", person.token);
    return wanderer;
  };
  return {
    api,
    provider,
    centre,
    someone: () =>
      aPerson(
        api,
        { centreId: centre.id, partnerId: centre.hub.id, roles: ["OSL"] },
        { password: PASSWORD },
      ),
    linkPath,
    browserOf,
    async bind(person) {
      const begun = await linkPath(person);
      return browserOf(person).go(begun?.path ?? "");
    },
    somebodyNew() {
      provider.person = `person-${randomUUID()}`;
      provider.acr = null;
      provider.forgery = null;
    },
    async close() {
      await doors.close();
      await api.close();
      await provider.close();
    },
  };
}
