// Those who use services are heard: their representative reads agenda and minutes and says something of needs (R1, O21).
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let ous: Person;
let rep: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  ous = await centre.aPerson("OUS");
  rep = await centre.aPerson("RESIDENT_REP");
});
afterAll(() => api.close());

interface Said {
  __typename: string;
  id?: string;
  minutes?: string;
  minutesApprovedAt?: string | null;
  fields?: { path: string }[];
}

async function say(
  by: Person,
  verb: "commentNeed" | "holdMeeting" | "writeMinutes" | "approveMinutes",
  input: Record<string, unknown>,
): Promise<Said> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const done =
    verb === "commentNeed"
      ? "... on NeedComment { id }"
      : "... on Meeting { minutes minutesApprovedAt }";
  const { data, errors } = await by.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${verb}(input: $input) { __typename ${done}
       ... on InvalidInput { fields { path } } } }`,
    { input },
  );
  return (
    data?.said ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

const someMoment: unknown = expect.any(String);

const pathsOf = ({ fields }: Said) => fields?.map(({ path }) => path);

it("says something of a need, which everybody inside reads as the residents' word", async () => {
  const needId = await centre.aNeed();
  const remark = (text = "Wieczorem nie ma autobusu.") => ({
    requestKey: aKey(),
    needId,
    text,
  });
  expect((await say(ous, "commentNeed", remark())).__typename).toBe(
    "FORBIDDEN",
  );
  expect(pathsOf(await say(rep, "commentNeed", remark("a")))).toEqual(["text"]);
  expect(
    pathsOf(await say(rep, "commentNeed", remark("tel. +48 600 700 800"))),
  ).toEqual(["text"]);
  const input = remark();
  const said = await say(rep, "commentNeed", input);
  expect(said.__typename).toBe("NeedComment");
  expect((await say(rep, "commentNeed", input)).id).toBe(said.id);
  const partner = await centre.aPartner();
  const editor = await partner.aPerson("PARTNER_EDITOR");
  expect((await say(editor, "commentNeed", remark())).__typename).toBe(
    "NeedComment",
  );
  const comments = async (person: Person) => {
    const { data } = await person.ask<{
      node: { viewerCanComment: boolean; comments: { text: string }[] };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Need { viewerCanComment comments { text ofResidents } } } }`,
      { id: needId },
    );
    return data?.node;
  };
  const read = await comments(editor);
  expect(read?.viewerCanComment).toBe(true);
  expect(read?.comments).toHaveLength(2);
  for (const ofResidents of [true, false])
    expect(read?.comments).toContainEqual({
      text: "Wieczorem nie ma autobusu.",
      ofResidents,
    });
  // the council reads needs, not who says what of them
  expect(await comments(await centre.aPerson("AUTHORITY"))).toEqual({
    viewerCanComment: false,
    comments: [],
  });
  const events = await centre.asSystem((work) =>
    work.rows(
      `select facts from event where type = 'NeedCommented' order by position`,
    ),
  );
  expect(events).toEqual([
    { facts: { ofResidents: true } },
    { facts: { ofResidents: false } },
  ]);
});

it("reads minutes of a meeting that was held, which stand once they are approved", async () => {
  const meetingId = await centre.aMeeting();
  const at = (ifVersion: number) => ({ meetingId, ifVersion });
  const write = (ifVersion: number, text = "Ustalono dyżur w soboty.") =>
    say(ous, "writeMinutes", { ...at(ifVersion), text });
  // not held yet
  expect((await write(1)).__typename).toBe("MeetingMoved");
  await say(ous, "holdMeeting", {
    ...at(1),
    presentPartnerIds: [centre.hub.globalId],
  });
  expect(pathsOf(await say(ous, "approveMinutes", at(2)))).toEqual([
    "meetingId",
  ]);
  expect(pathsOf(await write(2, "Krótko"))).toEqual(["text"]);
  expect(pathsOf(await write(2, "Był Jan, +48 600 700 800"))).toEqual(["text"]);
  expect((await write(2)).__typename).toBe("Meeting");
  expect((await write(2)).__typename).toBe("MeetingMoved");
  // meetings are the organiser's to keep; for others there is none to change
  expect(
    pathsOf(
      await say(rep, "writeMinutes", { ...at(3), text: "Co innego było." }),
    ),
  ).toEqual(["meetingId"]);
  const approved = await say(ous, "approveMinutes", at(3));
  expect(approved.minutes).toBe("Ustalono dyżur w soboty.");
  expect(approved.minutesApprovedAt).toEqual(someMoment);
  expect(pathsOf(await write(4))).toEqual(["meetingId"]);
  const { data } = await rep.ask<{ node: unknown }>(
    `query ($id: ID!) { node(id: $id) { ... on Meeting { agenda minutes } } }`,
    { id: meetingId },
  );
  expect(data?.node).toEqual({
    agenda: ["Cele"],
    minutes: "Ustalono dyżur w soboty.",
  });
});
