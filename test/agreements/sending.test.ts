// Every guard of sending obeys real agreements: the table is played through the graph and, with the application's checks off, in the database.
import { randomUUID } from "node:crypto";

import { refreshScope } from "../../server/agreements/index.js";
import type { Work } from "../../server/events/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import { inTransaction } from "../../server/platform/database/session.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import type { Member } from "../../server/platform/permission/actor.js";
import { memberOf } from "../permission/second-wall.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import {
  insertAgreement,
  insertBasis,
  insertMembership,
  insertPartner,
  insertService,
} from "../support/settling.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { agree } from "./agreeing.js";
import type { Cell } from "./sending.table.js";
import { cells } from "./sending.table.js";

let api: Api;
let centre: TestCentre;
let kipus: Person;
let coordinator: Member;
let caseId: string;

beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  kipus = await centre.aPerson("KIPUS");
  coordinator = memberOf(kipus, centre.id, centre.hub.id, "KIPUS");
  caseId = await centre.aCase(kipus);
  await centre.asSystem(async (work) => {
    for (const cell of cells) played.set(cell, await settle(work, cell));
  });
});
afterAll(() => api.close());

interface Played {
  partnerId: string;
  service: Offered;
  agreements: { id: string; number: string }[];
}

const played = new Map<Cell, Played>();

async function settle(work: Work, cell: Cell): Promise<Played> {
  const { membership = "MEMBER" } = cell;
  const partnerId = randomUUID();
  await insertPartner(work, partnerId, {
    membership: membership === "INVITED" ? "INVITED" : null,
    dataRole: cell.partner?.dataRole ?? "SEPARATE_CONTROLLER",
  });
  if (membership) {
    const role = membership === "LEFT" ? "MEMBER" : membership;
    await insertMembership(work, centre.networkId, partnerId, role);
  }
  if (cell.leaves !== undefined)
    await work.rows(
      `update network_membership set leaving_on = $2, leave_reason = 'x' where partner_id = $1`,
      [partnerId, addDays(localDate(work.now), cell.leaves)],
    );
  if (membership === "LEFT")
    await work.rows(
      `update network_membership set left_on = $2 where partner_id = $1`,
      [partnerId, localDate(work.now)],
    );
  if (cell.partner?.status)
    await work.rows(`update partner set status = $2 where id = $1`, [
      partnerId,
      cell.partner.status,
    ]);
  const ownerId = cell.hub ? centre.hub.id : partnerId;
  const service = await insertService(work, ownerId, {});
  const named = cell.agreements.flatMap(({ names = [] }) => names);
  const other = named.includes("other")
    ? await insertService(work, partnerId, {})
    : service;
  const agreements: Played["agreements"] = [];
  for (const one of cell.agreements)
    agreements.push(
      await insertAgreement(work, centre.hub.id, partnerId, {
        ...(one.kind && { kind: one.kind }),
        ...(one.status && { status: one.status }),
        ...(one.role && { dataRole: one.role }),
        fromDays: one.from ?? -30,
        toDays: one.to === undefined ? 300 : one.to,
        sensitive: one.sensitive ?? false,
        leftDays: one.left ?? null,
        names: Object.fromEntries(
          (one.names ?? []).map((which) => [
            which === "this" ? service.id : other.id,
            0,
          ]),
        ),
      }),
    );
  for (const [place, { dpa }] of cell.agreements.entries())
    if (dpa !== undefined)
      await work.rows(
        `update agreement set dpa_agreement_id = $2 where id = $1`,
        [agreements[place]?.id, agreements[dpa]?.id],
      );
  await insertBasis(work, {
    caseId: fromGlobalId("Case", caseId),
    partnerId: ownerId,
    serviceId: null,
    maxLevel: "L3_SENSITIVE",
    revoked: false,
  });
  return { partnerId: ownerId, service, agreements };
}

/** One more that goes. */
const playOne = (agreement: Cell["agreements"][number] = {}) =>
  centre.asSystem((work) =>
    settle(work, { what: "", agreements: [agreement], goes: 0 }),
  );

class Undone extends Error {}

/** As a coordinator whose application asks for nothing would write it; what was let in is taken back. */
async function insertAlone(
  { partnerId, service }: Played,
  agreementId: string | null,
  level: string,
  revision = 1,
): Promise<"in" | "refused"> {
  try {
    await inTransaction(api.dataSource, coordinator, async (manager) => {
      await manager.query(
        `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
           priority, status, disclosure_level, units, takes, agreement_id, agreement_revision, sent_at, created_at, updated_at)
         values ($1, $2::uuid, $2::text, 'x', $3, $4, $5, 'x', 'STANDARD', 'WAITLISTED', $6, 1, 'NOTHING', $7, $8, $9, $9, $9)`,
        [
          centre.id,
          randomUUID(),
          service.id,
          partnerId,
          kipus.accountId,
          level,
          agreementId,
          agreementId && revision,
          api.clock.now(),
        ],
      );
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return "in";
    if (error instanceof Error && "code" in error && error.code === "42501")
      return "refused";
    throw error;
  }
  throw new Error("nothing was tried");
}

const seen = (service: Offered) =>
  kipus.ask(
    `query ($id: ID!) { node(id: $id) { ... on Service { referralObstacle referralObstacleText viewerCanRefer } } }`,
    { id: service.globalId },
  );

it.each(cells)("$what", async (cell) => {
  const given = played.get(cell);
  if (!given) throw new Error("the cell was not settled");
  const { service, agreements } = given;
  const { goes, level = "L0_TOKEN" } = cell;
  const sent = await send(kipus, service, {
    disclosureLevel: level,
    ...(level === "L0_TOKEN" ? {} : { caseId }),
  });
  const shown = (await seen(service)).data?.["node"];
  const stops = typeof goes === "object" && goes !== null ? goes : null;
  const isObstacle = stops !== null && "obstacle" in stops;
  const says = stops && (isObstacle ? stops.says : stops.tooMuch);
  const message = says?.replace("#", agreements[0]?.number ?? "");
  if (stops)
    expect(sent).toMatchObject({
      __typename: isObstacle ? "AgreementMissing" : "BasisMissing",
      message,
    });
  else
    expect(sent).toMatchObject({
      __typename: "Referral",
      agreement:
        typeof goes === "number" ? { number: agreements[goes]?.number } : null,
      agreementRevision: goes === null ? null : 1,
    });
  // what stands in search says the same
  expect(shown).toEqual({
    referralObstacle: isObstacle ? stops.obstacle : null,
    referralObstacleText: isObstacle ? message : null,
    viewerCanRefer: !isObstacle,
  });

  const alone = await Promise.all(
    [...agreements.map(({ id }) => id), null].map((id) =>
      insertAlone(given, id, level),
    ),
  );
  if (stops) expect(alone).not.toContain("in");
  else {
    const place = typeof goes === "number" ? goes : agreements.length;
    expect(alone[place]).toBe("in");
    if (goes === null) expect(alone.slice(0, place)).not.toContain("in");
    expect(
      await insertAlone(given, agreements[place]?.id ?? null, level, 2),
    ).toBe(goes === null ? "in" : "refused");
  }
});

it("asks of the hub's own services nothing that somebody's agreement says, and holds none back for them", async () => {
  const service = await centre.hub.aService();
  const ous = await centre.aPerson("OUS");
  const partner = await centre.aPartner({ agreement: null });
  const { id } = await centre.asSystem(async (work) => {
    const made = await insertAgreement(work, centre.hub.id, partner.id, {
      ...{ standard: "20d", dutyDays: 3, toDays: null },
    });
    await refreshScope(work, centre.hub.id);
    return made;
  });
  const sent = await send(kipus, service);
  expect(sent).toMatchObject({
    agreement: null,
    dueReason: "termin sieci, zwykłe: 5 dni roboczych",
  });
  const [numbers] = await centre.asSystem((work) =>
    work.rows(`select confirm_every_days from capacity where service_id = $1`, [
      service.id,
    ]),
  );
  expect(numbers).toEqual({ confirm_every_days: null });
  const ended = await agree(ous, "terminateAgreement", {
    agreementId: toGlobalId("Agreement", id),
    lastDay: localDate(api.clock.now()),
    byConsent: true,
    reason: "koniec zadania",
  });
  expect(ended.__typename).toBe("Agreement");
});

it("lets nobody raise what travels, nor change the version, after the sending", async () => {
  const { service } = await playOne();
  const { id } = await send(kipus, service);
  const change = (what: string) =>
    inTransaction(api.dataSource, coordinator, async (manager) => {
      await manager.query(
        `update referral set status = 'WITHDRAWN', takes = 'NOTHING', version = version + 1, ${what} where id = $1`,
        [fromGlobalId("Referral", id ?? "")],
      );
    });
  for (const what of [
    "disclosure_level = 'L2_IDENTITY'",
    "agreement_revision = 2",
    "agreement_id = null, agreement_revision = null",
    "sent_at = sent_at - interval '1 day'",
  ])
    await expect(change(what)).rejects.toThrow(
      "a sent referral keeps what it was sent under",
    );
});

it("asks a draft the same on its way out", async () => {
  for (const to of [-1, 0]) {
    const { partnerId, service, agreements } = await playOne({ to });
    const id = randomUUID();
    await centre.asSystem((work) =>
      work.rows(
        `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
           priority, status, disclosure_level, units, agreement_id, agreement_revision, created_at, updated_at)
         values ($1, $2::uuid, $2::text, 'x', $3, $4, $5, 'x', 'STANDARD', 'DRAFT', 'L0_TOKEN', 1, $6, 1, $7, $7)`,
        [
          centre.id,
          id,
          service.id,
          partnerId,
          kipus.accountId,
          agreements[0]?.id,
          work.now,
        ],
      ),
    );
    const sending = inTransaction(
      api.dataSource,
      coordinator,
      async (manager) => {
        await manager.query(
          `update referral set status = 'WAITLISTED', version = version + 1, sent_at = $2 where id = $1`,
          [id, api.clock.now()],
        );
        throw new Undone();
      },
    );
    await expect(sending).rejects.toThrow(
      to < 0 ? "this agreement does not carry this referral" : Undone,
    );
  }
});

it("sets for ranking from when to when somebody can be referred", async () => {
  const { partnerId, service } = await playOne({ to: 1 });
  const day = localDate(api.clock.now());
  const [window] = await centre.asSystem(async (work) => {
    await refreshScope(work, partnerId);
    return work.rows(
      `select referable_from::text as from, referable_to::text as to from service where id = $1`,
      [service.id],
    );
  });
  expect(window).toEqual({ from: addDays(day, -30), to: addDays(day, 1) });
});
