// Demo sign-ins exist only while the demo is on, whatever the database holds.
import { type Api, openApi } from "../support/api.js";
import { dropDatabase, freshDatabase } from "../support/database.js";

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on SignedIn { token } }
}`;

let api: Api;
beforeAll(async () => {
  api = await openApi(await freshDatabase());
});
afterAll(async () => {
  await api.close();
  await dropDatabase(api.database);
});

it("opens with the demo, closes without it, sessions too, and opens again", async () => {
  const input = { email: "ous@jarzebinow.example", password: "jarzebinow" };
  const signIn = async () => {
    const { data } = await api.ask<{
      signIn: { __typename: string; token?: string };
    }>(null, SIGN_IN, { input });
    return data?.signIn;
  };
  const viewer = async (token: string | undefined) => {
    const { data } = await api.ask<{ viewer: { email: string } | null }>(
      token ?? null,
      "{ viewer { email } }",
    );
    return data?.viewer;
  };

  await api.app.loadDemo();
  const token = (await signIn())?.token;
  expect(await viewer(token)).toEqual({ email: input.email });

  await api.app.closeDemo();
  expect((await signIn())?.__typename).toBe("SignInRefused");
  expect(await viewer(token)).toBeNull();

  await api.app.loadDemo();
  expect((await signIn())?.__typename).toBe("SignedIn");
});
