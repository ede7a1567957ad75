// Who guesses passwords: counted at every door together, told nothing, and let in by no door.
import { hangUp } from "../platform/socket-talk.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { aCentre } from "../support/world.js";
import { whoAsks } from "./both-doors.js";

const PASSWORD = "dobre-haslo-1";

let api: Api;
let doors: Doors;
let somebody: () => Promise<Person>;
beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
  const centre = await aCentre(api);
  somebody = () =>
    aPerson(
      api,
      {
        centreId: centre.id,
        partnerId: centre.hub.id,
        roles: ["PARTNER_VIEWER"],
      },
      { password: PASSWORD },
    );
});
afterAll(async () => {
  await hangUp();
  await doors.close();
  await api.close();
});
// all that is tried here comes from one address
beforeEach(async () => {
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query("truncate sign_in_attempt");
  await admin.end();
});

const outcome = "__typename ... on Problem { message }";
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${outcome} } }`;
const wrong = "E-mail lub hasło się nie zgadza. Sprawdź oba.";
const tooMany =
  "Za dużo prób. Spróbuj później albo ustaw nowe hasło przez link z e-maila.";

const inputOf = (email: string, password = "zupelnie-inne") => ({
  input: { email, password },
});

/** As many tries as one document holds. */
function manyTries(email: string, tries: number): string {
  const one = (n: number) =>
    `a${String(n)}: signIn(input: { email: "${email}", password: "guess-${String(n)}" }) { ${outcome} }`;
  return `mutation { ${Array.from({ length: tries }, (_, n) => one(n)).join(" ")} }`;
}

const messagesIn = (text: string): string[] =>
  [...text.matchAll(/"message":"([^"]*)"/g)].map(([, said = ""]) => said);

it("counts a hundred wrong passwords by aliases, by the socket and one by one as one guesser's: ten are looked at", async () => {
  const { email } = await somebody();
  const stranger = await whoAsks(doors);
  const said: string[] = [];
  const take = ({ text }: { text: string }) => said.push(...messagesIn(text));
  take(await stranger.overHttp(manyTries(email, 4)));
  take(await stranger.overSocket(manyTries(email, 3)));
  take(await stranger.overHttp(SIGN_IN, inputOf(email)));
  // at the same moment, by both doors
  const rest = [20, 20, 20, 20].map((tries, at) =>
    stranger[at % 2 ? "overHttp" : "overSocket"](manyTries(email, tries)),
  );
  for (const asked of await Promise.all(rest)) take(asked);
  for (let tries = 0; tries < 12; tries++)
    take(await stranger.overHttp(SIGN_IN, inputOf(email)));
  expect(said).toHaveLength(100);
  expect(said.filter((one) => one === wrong)).toHaveLength(10);
  expect(said.filter((one) => one === tooMany)).toHaveLength(90);
  // the right one comes too late, by every door
  for (const door of ["overHttp", "overSocket"] as const) {
    const { text } = await stranger[door](SIGN_IN, inputOf(email, PASSWORD));
    expect(messagesIn(text)).toEqual([tooMany]);
  }
});

it("answers an unknown account as a known one at every door, up to the last try and after it", async () => {
  const { email } = await somebody();
  const stranger = await whoAsks(doors);
  const answers = async (of: string) => {
    const texts: unknown[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const door = tries % 2 ? "overHttp" : "overSocket";
      const { status, reply } = await stranger[door](SIGN_IN, inputOf(of));
      texts.push({ status, reply });
    }
    return texts;
  };
  const known = await answers(email);
  expect(await answers("nikt@splot.example")).toEqual(known);
  expect(JSON.stringify(known)).toContain(tooMany);
});

it("executes nothing of a batch", async () => {
  const { email } = await somebody();
  const one = { query: SIGN_IN, variables: inputOf(email, PASSWORD) };
  const answer = await doors.post([one, one, one]);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(await answer.text()).not.toContain("SignedIn");
});
