// The second wall of the log and of durable jobs: who writes what, the head only with its events, timers only of one's own.
import { randomUUID } from "node:crypto";

import type { Member } from "../../server/platform/permission/actor.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Statement } from "./second-wall.js";
import { attempt, memberOf } from "./second-wall.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let kipus: Member;
let team: Member;
let viewer: Member;
let ous: Member;
let nobody: Member;
let referralId: string;

beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner();
  const service = await partner.aService();
  const sender = await centre.aPerson("KIPUS");
  const at = (person: typeof sender, of: TestPartner, ...roles: string[]) =>
    memberOf(person, centre.id, of.id, ...roles);
  kipus = at(sender, centre.hub, "KIPUS");
  ous = at(await centre.aPerson("OUS"), centre.hub, "OUS");
  nobody = at(sender, centre.hub);
  const answering = await partner.aPerson("PARTNER_REFERRALS");
  team = at(answering, partner, "PARTNER_REFERRALS");
  viewer = at(answering, partner, "PARTNER_VIEWER");
  const sent = await send(sender, service);
  const [, id] = Buffer.from(sent.id ?? "", "base64url")
    .toString()
    .split(":");
  referralId = id ?? "";
});
afterAll(() => api.close());

const head = (changes: string): Statement => [
  `update centre_log set ${changes} where centre_id = $1`,
  centre.id,
];
const event = (
  by: Member,
  topic: string,
  { ahead = 1, partnerId = partner.id, senderId = kipus.accountId } = {},
): Statement => [
  `insert into event (centre_id, position, type, topic, subject_id, partner_id, sender_account_id, actor_account_id,
     actor_partner_id, at, facts)
   select centre_id, position + $2, 'X', $3, $4, $5, $6, $7, $8, now(), '{}' from centre_log where centre_id = $1`,
  centre.id,
  ahead,
  topic,
  randomUUID(),
  partnerId,
  senderId,
  by.accountId,
  by.partnerId,
];

it("lets nobody change the epoch", async () => {
  expect(await attempt(api, kipus, head("epoch = gen_random_uuid()"))).toBe(
    "refused",
  );
});

it("lets the head grow by the events that are written, and no event be ahead of it", async () => {
  for (const somebody of [viewer, kipus])
    expect(
      await attempt(api, somebody, head("position = position + 1000")),
    ).toBe("refused");
  expect(await attempt(api, kipus, head("position = position - 1"))).toBe(
    "refused",
  );
  expect(await attempt(api, kipus, event(kipus, "REFERRAL"))).toBe("refused");
  expect(
    await attempt(
      api,
      kipus,
      event(kipus, "REFERRAL"),
      head("position = position + 1"),
    ),
  ).toBe("done");
});

it.each([
  ["who may do nothing", () => nobody, "NETWORK"],
  ["who only looks", () => viewer, "CAPACITY"],
  ["a coordinator, of rights", () => kipus, "RIGHTS"],
  ["a coordinator, of the network", () => kipus, "NETWORK"],
  ["the organiser, of referrals", () => ous, "REFERRAL"],
  ["a coordinator, of an offer", () => kipus, "OFFER"],
])("takes no event from %s", async (_, by, topic) => {
  expect(
    await attempt(
      api,
      by(),
      event(by(), topic),
      head("position = position + 1"),
    ),
  ).toBe("refused");
});

it("takes no event of the referrals of somebody else", async () => {
  const grown = head("position = position + 1");
  const asKipus = event(kipus, "REFERRAL", { senderId: randomUUID() });
  expect(await attempt(api, kipus, asKipus, grown)).toBe("refused");
  const asTeam = event(team, "REFERRAL", { partnerId: centre.hub.id });
  expect(await attempt(api, team, asTeam, grown)).toBe("refused");
});

describe("a timer", () => {
  const timer = (task: string, id = referralId): Statement => [
    "select enqueue_job($1, $2, now() + interval '1 day')",
    task,
    id,
  ];

  it("is set by both sides of a referral, once for each task", async () => {
    expect(await attempt(api, kipus, timer("expire-referral"))).toBe("done");
    expect(await attempt(api, team, timer("expire-referral"))).toBe("done");
    const admin = await connectTo(adminUrlOf(api.database.name));
    const { rows } = await admin.query<{ key: string }>(
      `select key from graphile_worker.jobs where key like $1`,
      [`%${referralId}`],
    );
    await admin.end();
    expect(rows.map(({ key }) => key)).toEqual([
      `${centre.id}:expire-referral:${referralId}`,
    ]);
  });

  it("is set by nobody else, for no other task and no other referral", async () => {
    expect(await attempt(api, nobody, timer("expire-referral"))).toBe(
      "refused",
    );
    expect(await attempt(api, viewer, timer("expire-referral"))).toBe(
      "refused",
    );
    expect(await attempt(api, kipus, timer("erase-everything"))).toBe(
      "refused",
    );
    expect(await attempt(api, kipus, timer("lapse-offer", randomUUID()))).toBe(
      "refused",
    );
    const other = await aCentre(api);
    const stranger = memberOf(
      await other.aPerson("KIPUS"),
      other.id,
      other.hub.id,
      "KIPUS",
    );
    expect(await attempt(api, stranger, timer("expire-referral"))).toBe(
      "refused",
    );
  });
});
