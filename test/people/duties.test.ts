// Duties that change hold at once, on open sockets of every process too; somebody always remains who lets others in.
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { PostOffice } from "./inviting.js";
import { openPostOffice } from "./inviting.js";

let office: PostOffice;
/** Another process on the same database. */
let other: Api;
let sockets: Sockets;
let centre: TestCentre;
let partner: TestPartner;
let admin: Person;
beforeAll(async () => {
  office = await openPostOffice();
  other = await openApi(office.api.database);
  sockets = await openSockets(other);
  centre = await aCentre(office.api);
  partner = await centre.aPartner();
  admin = await partner.aPerson("PARTNER_ADMIN");
});
afterAll(async () => {
  await sockets.close();
  await other.close();
  await office.close();
});

const idOf = ({ assignmentId }: Person) => toGlobalId("Assignee", assignmentId);

async function rolesOf(person: Person) {
  const { data } = await person.ask<{ viewer: { roles: string[] } | null }>(
    `{ viewer { roles } }`,
  );
  return data?.viewer?.roles ?? null;
}

it("takes a role away within the same second, on an open subscription of another process", async () => {
  const person = await partner.aPerson("PARTNER_REFERRALS", "PARTNER_VIEWER");
  const service = await partner.aService();
  const { closed } = await sockets.idle(person.token);
  const following = `subscription ($id: ID!) { change: referralChanged(centreId: $id) { __typename ... on CaughtUp { cursor } } }`;
  const before = await sockets.follow(person.token, following, {
    id: centre.globalId,
  });
  expect(before.cursor).not.toBeNull();
  const outcome = await office.run(admin.token, "changeDuties", {
    assigneeId: idOf(person),
    roles: ["PARTNER_VIEWER"],
  });
  expect(outcome).toMatchObject({
    __typename: "Assignee",
    roles: ["PARTNER_VIEWER"],
  });
  expect(await closed).toBe(4403);
  expect(await rolesOf(person)).toEqual(["PARTNER_VIEWER"]);
  const after = await sockets
    .follow(person.token, following, {
      id: centre.globalId,
    })
    .catch((error: unknown) => JSON.stringify(error));
  expect(JSON.stringify(after)).toContain("FORBIDDEN");
  const { errors } = await person.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: service.globalId, total: 3 } },
  );
  expect(errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
});

it("gives a role, which the next question knows", async () => {
  const person = await partner.aPerson("PARTNER_VIEWER");
  await office.run(admin.token, "changeDuties", {
    assigneeId: idOf(person),
    roles: ["PARTNER_VIEWER", "PARTNER_EDITOR"],
  });
  expect(await rolesOf(person)).toEqual(["PARTNER_VIEWER", "PARTNER_EDITOR"]);
});

it("ends what somebody may, and what is signed in on it", async () => {
  const person = await partner.aPerson("PARTNER_EDITOR");
  const { closed } = await sockets.idle(person.token);
  const outcome = await office.run(admin.token, "endDuties", {
    assigneeId: idOf(person),
  });
  expect(outcome).toMatchObject({ state: "ENDED" });
  expect(await closed).toBe(4403);
  expect(await rolesOf(person)).toBeNull();
  const again = await office.run(admin.token, "endDuties", {
    assigneeId: idOf(person),
  });
  expect(again.fields).toEqual([{ path: "assigneeId" }]);
});

it("locks somebody out at once, and lets her in again", async () => {
  const person = await partner.aPerson("PARTNER_EDITOR");
  const { closed } = await sockets.idle(person.token);
  const locked = await office.run(admin.token, "lockAssignee", {
    assigneeId: idOf(person),
  });
  expect(locked).toMatchObject({ state: "LOCKED", roles: ["PARTNER_EDITOR"] });
  expect(await closed).toBe(4403);
  expect(await rolesOf(person)).toBeNull();
  const unlocked = await office.run(admin.token, "unlockAssignee", {
    assigneeId: idOf(person),
  });
  expect(unlocked).toMatchObject({ state: "ACTIVE" });
});

it("leaves nobody's own duties to herself", async () => {
  const second = await partner.aPerson("PARTNER_ADMIN");
  for (const [verb, more] of [
    ["changeDuties", { roles: ["PARTNER_VIEWER"] }],
    ["endDuties", {}],
    ["lockAssignee", {}],
  ] as const) {
    const outcome = await office.run(second.token, verb, {
      assigneeId: idOf(second),
      ...more,
    });
    expect(outcome.fields).toEqual([{ path: "assigneeId" }]);
  }
  expect(await rolesOf(second)).toEqual(["PARTNER_ADMIN"]);
});

it("keeps the last who can let others in, until there is a successor", async () => {
  const lonely = await centre.aPartner();
  const last = await lonely.aPerson("PARTNER_ADMIN", "PARTNER_EDITOR");
  const ous = await centre.aPerson("OUS");
  const end = () =>
    office.run(ous.token, "endDuties", { assigneeId: idOf(last) });
  const demote = () =>
    office.run(ous.token, "changeDuties", {
      assigneeId: idOf(last),
      roles: ["PARTNER_EDITOR"],
    });
  expect((await end()).message).toContain("ostatnia osoba");
  expect((await demote()).message).toContain("ostatnia osoba");
  await lonely.aPerson("PARTNER_ADMIN");
  expect((await demote()).__typename).toBe("Assignee");
});

it("lets only one of two administrators of the hub go when both are sent away at the same moment", async () => {
  const place = await aCentre(office.api);
  const [one, two] = await Promise.all([
    place.aPerson("SYSADMIN"),
    place.aPerson("SYSADMIN"),
  ]);
  const outcomes = await Promise.all([
    office.run(one.token, "endDuties", { assigneeId: idOf(two) }),
    office.run(two.token, "endDuties", { assigneeId: idOf(one) }),
  ]);
  const gone = outcomes.filter(({ __typename }) => __typename === "Assignee");
  expect(gone).toHaveLength(1);
});

it("leaves the duties of the hub to its technical administrator", async () => {
  const kipus = await centre.aPerson("KIPUS");
  const hubAdmin = await centre.aPerson("PARTNER_ADMIN");
  const outcome = await office.run(hubAdmin.token, "changeDuties", {
    assigneeId: idOf(kipus),
    roles: ["PARTNER_VIEWER"],
  });
  expect(outcome.message).toContain("administrator techniczny");
  const sysadmin = await centre.aPerson("SYSADMIN");
  const done = await office.run(sysadmin.token, "changeDuties", {
    assigneeId: idOf(kipus),
    roles: ["KIPUS", "OSL"],
  });
  expect(done.roles).toEqual(["KIPUS", "OSL"]);
});

interface Listed {
  node: {
    assignees: {
      email: string;
      lastUsedOn: string | null;
      viewerCanChange: boolean;
    }[];
    rolesViewerCanGive: string[];
  };
}

it("tells who acts for an organisation, when last, and whom the viewer may change", async () => {
  const place = await centre.aPartner();
  const keeper = await place.aPerson("PARTNER_ADMIN");
  const person = await place.aPerson("PARTNER_EDITOR");
  const list = async (by: Person) => {
    const { data } = await by.ask<Listed>(
      `query ($id: ID!) { node(id: $id) { ... on Partner {
         assignees { email lastUsedOn viewerCanChange state since roles name } rolesViewerCanGive } } }`,
      { id: place.globalId },
    );
    return data?.node;
  };
  const own = await list(keeper);
  expect(own?.assignees.find(({ email }) => email === person.email)).toEqual(
    expect.objectContaining({
      lastUsedOn: "2026-11-24",
      viewerCanChange: true,
      state: "ACTIVE",
    }),
  );
  expect(
    own?.assignees.find(({ email }) => email === keeper.email)?.viewerCanChange,
  ).toBe(false);
  const iod = await list(await centre.aPerson("IOD"));
  expect(iod?.assignees.map((assignee) => assignee.viewerCanChange)).toEqual([
    false,
    false,
  ]);
  expect(iod?.rolesViewerCanGive).toEqual([]);
  expect((await list(person))?.assignees).toEqual([]);
  expect((await list(await centre.aPerson("KIPUS")))?.assignees).toEqual([]);
});
