// Signing in and what follows, played through the graph.
import type { Api } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { TestCentre } from "../support/world.js";

export const PASSWORD = "dobre-haslo-1";

/** One of the hub who can sign in by herself, and needs no second factor. */
export function someoneWithPassword(
  api: Api,
  centre: TestCentre,
  mustChangePassword = false,
): Promise<Person> {
  return aPerson(
    api,
    { centreId: centre.id, partnerId: centre.hub.id, roles: ["OSL"] },
    { password: PASSWORD, mustChangePassword },
  );
}

export interface Outcome {
  __typename: string;
  message?: string;
  token?: string;
  ticket?: string;
  secret?: string;
  address?: string;
  codes?: string[];
  fields?: { path: string }[];
  viewer?: { name: string; roles: string[]; mustChangePassword: boolean };
}

export interface Entering {
  run(
    token: string | null,
    field: string,
    input: Record<string, unknown>,
  ): Promise<Outcome>;
  signIn(email: string, password?: string): Promise<Outcome>;
  isSignedIn(token: string | undefined): Promise<boolean>;
}

export function enteringBy(api: Api): Entering {
  async function run(
    token: string | null,
    field: string,
    input: Record<string, unknown>,
  ): Promise<Outcome> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const viewer = `viewer { name roles mustChangePassword }`;
    const selection: Record<string, string> = {
      signIn: `... on SignedIn { token ${viewer} } ... on SecondFactorNeeded { ticket } ... on Problem { message }`,
      completeSignIn: `... on SignedIn { token ${viewer} } ... on Problem { message }`,
      beginSecondFactor: `... on SecondFactorBegun { secret address } ... on Problem { message }`,
      confirmSecondFactor: `... on RecoveryCodes { codes ${viewer} } ... on Problem { message }`,
      renewRecoveryCodes: `... on RecoveryCodes { codes } ... on Problem { message }`,
      removeSecondFactor: `... on Problem { message }`,
      switchMembership: `... on SignedIn { token ${viewer} } ... on Problem { message }`,
      changePassword: `... on PasswordChanged { ${viewer} } ... on InvalidInput { fields { path } }`,
      endSession: `... on Problem { message }`,
    };
    const { data, errors } = await api.ask<{ outcome: Outcome }>(
      token,
      `mutation ($input: ${type}!) { outcome: ${field}(input: $input) { __typename ${selection[field] ?? ""} } }`,
      { input },
    );
    if (!data) throw new Error(errors?.[0]?.message);
    return data.outcome;
  }

  return {
    run,
    signIn: (email, password = PASSWORD) =>
      run(null, "signIn", { email, password }),
    async isSignedIn(token) {
      const { data } = await api.ask(token ?? null, "{ viewer { name } }");
      return data?.["viewer"] !== null;
    },
  };
}
