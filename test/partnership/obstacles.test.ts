// What makes it hard to take part is kept by the organiser, with the help given, and is nobody's business but the partner's (O18).
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let ous: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner();
  ous = await centre.aPerson("OUS");
});
afterAll(() => api.close());

interface Said {
  __typename: string;
  id?: string;
  version?: number;
  obstacle?: { version: number };
  fields?: { path: string }[];
}

async function say(
  verb: "noteObstacle" | "changeObstacle",
  input: Record<string, unknown>,
  by = ous,
): Promise<Said> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const moved =
    verb === "changeObstacle"
      ? "... on ObstacleMoved { obstacle { version } }"
      : "";
  const { data, errors } = await by.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${verb}(input: $input) { __typename
       ... on ParticipationObstacle { id version } ... on InvalidInput { fields { path } } ${moved} } }`,
    { input },
  );
  return (
    data?.said ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

async function seenBy(person: Person): Promise<unknown> {
  const { data } = await person.ask<{
    node: { participationObstacles: unknown };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { participationObstacles { kind note help state notedOn } } } }`,
    { id: partner.globalId },
  );
  return data?.node.participationObstacles;
}

it("is noted, helped with and overcome, seen by the organiser and the organisation alone", async () => {
  const words = { kind: "NO_EQUIPMENT", state: "OPEN" };
  const input = { requestKey: aKey(), partnerId: partner.globalId, words };
  const noted = await say("noteObstacle", input);
  expect(noted.__typename).toBe("ParticipationObstacle");
  expect((await say("noteObstacle", input)).id).toBe(noted.id);
  expect(
    (await say("noteObstacle", { ...input, words: { ...words, note: "Inne" } }))
      .__typename,
  ).toBe("RequestKeyReused");

  const change = (ifVersion: number, more: Record<string, unknown>, by = ous) =>
    say(
      "changeObstacle",
      { obstacleId: noted.id, ifVersion, words: { ...words, ...more } },
      by,
    );
  const paths = async (more: Record<string, unknown>) =>
    (await change(1, more)).fields?.map(({ path }) => path);
  expect(await paths({ state: "BEING_HELPED" })).toEqual(["words.help"]);
  expect(await paths({ kind: "OTHER" })).toEqual(["words.note"]);
  expect(await paths({ note: "+48 600 700 800" })).toEqual(["words.note"]);
  expect(await paths({ help: "x" })).toEqual(["words.help"]);
  const helped = { state: "BEING_HELPED", help: "Laptop z wypożyczalni" };
  expect(await change(1, helped)).toMatchObject({ version: 2 });
  expect(await change(1, helped)).toMatchObject({
    __typename: "ObstacleMoved",
    obstacle: { version: 2 },
  });

  const seen = [
    {
      kind: "NO_EQUIPMENT",
      note: null,
      help: "Laptop z wypożyczalni",
      state: "BEING_HELPED",
      notedOn: "2026-11-24",
    },
  ];
  const viewer = await partner.aPerson("PARTNER_VIEWER");
  for (const person of [ous, viewer])
    expect(await seenBy(person)).toEqual(seen);
  const other = await centre.aPartner();
  for (const person of [
    await other.aPerson("PARTNER_ADMIN"),
    await centre.aPerson("DIRECTOR"),
    await centre.aPerson("KIPUS"),
  ])
    expect(await seenBy(person)).toEqual([]);
  expect((await change(2, helped, viewer)).__typename).toBe("FORBIDDEN");

  expect(await change(2, { ...helped, state: "OVERCOME" })).toMatchObject({
    version: 3,
  });
  // events of networks are everybody's: whose obstacle it is is not in them
  const events = await centre.asSystem((work) =>
    work.rows(
      `select type, partner_id, facts from event where type like 'Obstacle%' order by position`,
    ),
  );
  expect(events).toEqual([
    { type: "ObstacleNoted", partner_id: null, facts: { version: 1 } },
    { type: "ObstacleChanged", partner_id: null, facts: { version: 2 } },
    { type: "ObstacleChanged", partner_id: null, facts: { version: 3 } },
  ]);
});
