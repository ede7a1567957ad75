// The second wall of numbers and referrals: no unit moves without its line, no line says anything but what moved.
import { randomUUID } from "node:crypto";

import type { Member } from "../../server/platform/permission/actor.js";
import { move, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Statement } from "./second-wall.js";
import { attempt, memberOf } from "./second-wall.js";

let api: Api;
let centre: TestCentre;
let service: Offered;
let kipus: Member;
let team: Member;
let ous: Member;
let referralId: string;

const LINE = `insert into capacity_event (centre_id, service_id, version, kind, total_change, occupied_change,
  reserved_change, referral_id, reason, actor_account_id, on_behalf_of, at)
  select centre_id, service_id, version + $2, $3, $4, $5, $6, $7, 'r', $8, partner_id, now() from capacity where service_id = $1`;
const NEXT = "version = version + 1, numbers_version = version + 1";

beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  const partner = await centre.aPartner();
  service = await partner.aService({ total: 10 });
  const sender = await centre.aPerson("KIPUS");
  kipus = memberOf(sender, centre.id, centre.hub.id, "KIPUS");
  ous = memberOf(await centre.aPerson("OUS"), centre.id, centre.hub.id, "OUS");
  const answering = await partner.aPerson("PARTNER_REFERRALS");
  team = memberOf(answering, centre.id, partner.id, "PARTNER_REFERRALS");
  const sent = await send(sender, service);
  const [, id] = Buffer.from(sent.id ?? "", "base64url")
    .toString()
    .split(":");
  referralId = id ?? "";
  // the way of the application goes on through the same wall
  expect((await move(answering, "openReferral", sent.id ?? "")).status).toBe(
    "RECEIVED",
  );
});
afterAll(async () => {
  expect(await brokenRules(centre)).toEqual({});
  await api.close();
});

const line = (
  by: Member,
  kind: string,
  [total, occupied, reserved]: [number, number, number],
  { ahead = 0, of = referralId }: { ahead?: number; of?: string | null } = {},
): Statement => [
  LINE,
  service.id,
  ahead,
  kind,
  total,
  occupied,
  reserved,
  of,
  by.accountId,
];
const numbers = (changes: string): Statement => [
  `update capacity set ${changes} where service_id = $1`,
  service.id,
];

it.each(["total = total + 50", "suspended = true", "confirmed_at = now()"])(
  "of a capacity: %s needs a next version",
  async (change) => {
    for (const somebody of [kipus, ous, team])
      expect(await attempt(api, somebody, numbers(change))).toBe("refused");
  },
);

it.each([
  "partner_id = centre_id",
  "unit = 'SLOTS_MONTH'",
  "version = version + 2",
])("of a capacity: %s is nobody's", async (change) => {
  const system = { kind: "system" as const, centreId: centre.id };
  for (const somebody of [kipus, team, system])
    expect(await attempt(api, somebody, numbers(change))).toBe("refused");
});

it("lets the coordinator suspend, vouch, count in or set nothing, even with a line", async () => {
  for (const change of [
    "suspended = true",
    "confirmed_at = now()",
    "confirm_every_days = 3",
    "walk_ins = walk_ins + 1",
    "total = total + 1",
  ])
    expect(
      await attempt(
        api,
        kipus,
        numbers(`${change}, ${NEXT}`),
        line(kipus, "RESERVE", [0, 0, 0]),
      ),
    ).toBe("refused");
});

it("lets no line say anything else than what moved", async () => {
  expect(
    await attempt(
      api,
      ous,
      numbers(`total = total + 7, ${NEXT}`),
      line(ous, "SET_TOTAL", [1, 0, 0], { of: null }),
    ),
  ).toBe("refused");
  expect(
    await attempt(
      api,
      kipus,
      numbers(`reserved = reserved + 2, ${NEXT}`),
      line(kipus, "RESERVE", [0, 0, 1]),
    ),
  ).toBe("refused");
});

it("lets no line say anything else than its kind", async () => {
  expect(
    await attempt(
      api,
      team,
      numbers(`reserved = reserved + 1, ${NEXT}`),
      line(team, "CONFIRM", [0, 0, 1], { of: null }),
    ),
  ).toBe("refused");
});

it("lets no line run ahead of its capacity", async () => {
  expect(
    await attempt(
      api,
      team,
      line(team, "CONFIRM", [0, 0, 0], { ahead: 1, of: null }),
    ),
  ).toBe("refused");
});

it("lets nobody reserve or give back for a referral that did not move", async () => {
  for (const subject of [referralId, randomUUID()])
    for (const [kind, change] of [
      ["RESERVE", 1],
      ["RELEASE", -1],
    ] as const)
      expect(
        await attempt(
          api,
          kipus,
          numbers(`reserved = reserved + ${String(change)}, ${NEXT}`),
          line(kipus, kind, [0, 0, change], { of: subject }),
        ),
      ).toBe("refused");
});

describe("of a referral", () => {
  const moved = (changes: string): Statement => [
    `update referral set ${changes} where id = $1`,
    referralId,
  ];
  const withdrawn = "status = 'WITHDRAWN', takes = 'NOTHING'";

  it.each([
    [
      "vanishes only when it is withdrawn",
      "vanished = true, version = version + 1",
    ],
    [
      "keeps what it takes as its state says",
      "status = 'WITHDRAWN', version = version + 1",
    ],
    ["takes one version after the other", `${withdrawn}, version = 99`],
    [
      "gives its units back when it ends",
      `${withdrawn}, version = version + 1`,
    ],
    [
      "vanishes only in the move that withdraws it",
      `status = 'RECEIVED', version = version + 1, vanished = true`,
    ],
  ])("it %s", async (_, changes) => {
    expect(await attempt(api, kipus, moved(changes))).toBe("refused");
  });

  it("it goes to the organisation of its service", async () => {
    const copy = (partner: string): Statement => [
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
         priority, status, takes, disclosure_level, units, created_at, updated_at)
       select centre_id, $2, $2::uuid::text, 'T', service_id, ${partner}, sender_account_id, sender_name, priority, 'WAITLISTED', 'NOTHING',
         disclosure_level, units, created_at, updated_at from referral where id = $1`,
      referralId,
      randomUUID(),
    ];
    expect(
      await attempt(
        api,
        kipus,
        copy(`(select hub_partner_id from centre where id = '${centre.id}')`),
      ),
    ).toBe("refused");
    // and nobody waits without a line
    expect(await attempt(api, kipus, copy("partner_id"))).toBe("refused");
  });
});
