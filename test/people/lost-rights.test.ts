// What an invitation and an administrator can do no more once the right behind it is gone.
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import { sendDueLetters } from "../support/letters.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import type { PostOffice } from "./inviting.js";
import { anAddress, invited, linkBehind, openPostOffice } from "./inviting.js";

const PASSWORD = "moje-wlasne-haslo";

let office: PostOffice;
let centre: TestCentre;
beforeAll(async () => {
  office = await openPostOffice();
  centre = await aCentre(office.api);
});
beforeEach(() => office.api.clock.pass({ minutes: 20 }));
afterAll(() => office.close());

const idOf = ({ assignmentId }: Person) => toGlobalId("Assignee", assignmentId);

const accept = (token: string) =>
  office.run(null, "acceptInvitation", { token, password: PASSWORD });

async function sentBySomebody() {
  const partner = await centre.aPartner();
  const admin = await partner.aPerson("PARTNER_ADMIN");
  await partner.aPerson("PARTNER_ADMIN");
  const { token } = await invited(office, centre, admin, {
    roles: ["PARTNER_ADMIN"],
  });
  return { partner, admin, token };
}

async function listed({ globalId }: TestPartner) {
  const viewer = await centre.aPerson("SYSADMIN");
  const { data } = await viewer.ask<{
    node: { invitations: { id: string; stillGiven: boolean }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { invitations { id stillGiven } } } }`,
    { id: globalId },
  );
  return data?.node.invitations ?? [];
}

it("leaves what somebody sent by a duty that she keeps", async () => {
  const { admin, token } = await sentBySomebody();
  const ous = await centre.aPerson("OUS");
  await office.run(ous.token, "changeDuties", {
    assigneeId: idOf(admin),
    roles: ["PARTNER_ADMIN", "PARTNER_VIEWER"],
  });
  expect((await accept(token)).__typename).toBe("SignedIn");
});

it("is not mailed where its sender may not give it any more", async () => {
  const partner = await centre.aPartner();
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const email = anAddress();
  const outcome = await office.run(admin.token, "invitePerson", {
    requestKey: aKey(),
    name: "Osoba Zaproszona",
    roles: ["PARTNER_VIEWER"],
    email,
  });
  expect(outcome.__typename).toBe("Invitation");
  await centre.asSystem((work) =>
    work.rows(`update assignment set ended_at = $2 where id = $1`, [
      admin.assignmentId,
      work.now,
    ]),
  );
  await sendDueLetters(office.api, centre);
  expect(office.mailbox.mails.map(({ to }) => to)).not.toContain(email);
});

it.each([
  ["has left", `update assignment set ended_at = $2 where id = $1`],
  ["is locked", `update assignment set locked_at = $2 where id = $1`],
  [
    "may give less",
    `update assignment set roles = '{PARTNER_EDITOR}' where id = $1 and $2::timestamptz is not null`,
  ],
  [
    "has a locked account",
    `update account set status = 'LOCKED' where id = (select account_id from assignment where id = $1) and $2::timestamptz is not null`,
  ],
  [
    "stands for an organisation that has left",
    `with gone as (update network_membership set left_on = $2::timestamptz
       where partner_id = (select partner_id from assignment where id = $1))
     update partner set status = 'FORMER' where id = (select partner_id from assignment where id = $1)`,
  ],
])("opens nothing where its sender %s", async (_, change) => {
  const { partner, admin, token } = await sentBySomebody();
  expect(await listed(partner)).toMatchObject([{ stillGiven: true }]);
  await centre.asSystem((work) =>
    work.rows(change, [admin.assignmentId, work.now]),
  );
  // the list and the page say so before anybody tries
  const [invitation] = await listed(partner);
  expect(invitation?.stillGiven).toBe(false);
  expect(await linkBehind(office.api, token)).toMatchObject({
    state: "WITHDRAWN",
    email: null,
  });
  const late = await accept(token);
  expect(late.__typename).toBe("AccountLinkRefused");
  expect(late.message).toContain("wycofane");
});

it("is not sent again in the name of who may no longer send it", async () => {
  const { partner, admin } = await sentBySomebody();
  const ous = await centre.aPerson("OUS");
  await office.run(ous.token, "endDuties", { assigneeId: idOf(admin) });
  office.api.clock.pass({ minutes: 20 });
  const [invitation] = await listed(partner);
  const again = await office.run(ous.token, "sendInvitationAgain", {
    invitationId: invitation?.id,
  });
  expect(again.message).toMatch(/Wycofaj je i zaproś od nowa\.$/);
});

it("lets one of two administrators who lock each other out at the same moment stay", async () => {
  const place = await centre.aPartner();
  for (let round = 0; round < 3; round += 1) {
    const one = await place.aPerson("PARTNER_ADMIN");
    const two = await place.aPerson("PARTNER_ADMIN");
    const outcomes = await Promise.all([
      office.run(one.token, "lockAssignee", { assigneeId: idOf(two) }),
      office.run(two.token, "lockAssignee", { assigneeId: idOf(one) }),
    ]);
    const locked = outcomes.filter(
      ({ __typename }) => __typename === "Assignee",
    );
    expect(locked).toHaveLength(1);
  }
});
