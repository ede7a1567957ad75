// Who waits is placed as she would be sent on that day: another agreement, another version, a programme or a basis that is gone.
import type { Work } from "../../server/events/index.js";
import { inTransaction } from "../../server/platform/database/session.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { memberOf } from "../permission/second-wall.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { insertProgramme } from "../support/programmes.js";
import type { AgreementGiven } from "../support/settling.js";
import { insertAgreement } from "../support/settling.js";
import type { Outcome, Referring } from "./referring.js";
import { aReferring, move, numbersOf, send } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** One who waits, for whom a place has come free; the partner's agreement is the one that was there at the sending. */
interface Waiting extends Referring {
  id: string;
  before: { id: string; number: string };
  after: { id: string; number: string };
}

async function waiting(
  level: string,
  next: Partial<AgreementGiven> | null,
): Promise<Waiting> {
  const at = await aReferring(api, { service: { total: 1, occupied: 1 } });
  const { centre, partner, service, kipus, team } = at;
  const caseId = await centre.aCase(kipus);
  await centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L3_SENSITIVE",
    revoked: false,
  });
  const { id, status } = await send(kipus, service, {
    ...{ waitIfFull: true, caseId, disclosureLevel: level },
  });
  if (!id || status !== "WAITLISTED") throw new Error("not queued");
  const [before, after] = await centre.asSystem(async (work) => {
    const [first] = await work.rows<{ id: string; number: string }>(
      `select id, number from agreement where centre_id = $1`,
      [centre.id],
    );
    if (!first) throw new Error("no agreement");
    if (!next) return [first, first];
    await work.rows(
      `update agreement set status = 'TERMINATED', ended_on = valid_from where id = $1`,
      [first.id],
    );
    return [
      first,
      await insertAgreement(work, centre.hub.id, partner.id, {
        fromDays: 0,
        ...next,
      }),
    ];
  });
  await team.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: service.globalId, total: 2 } },
  );
  return { ...at, id, before, after };
}

class Undone extends Error {}

/** As the partner's application would write it that asks for nothing; what was let in is taken back before its books are asked for. */
async function alone(
  { id, centre, partner, team, after }: Waiting,
  revision = 1,
): Promise<"let in" | "refused"> {
  const somebody = memberOf(team, centre.id, partner.id, "PARTNER_REFERRALS");
  try {
    await inTransaction(api.dataSource, somebody, async (manager) => {
      const [, touched]: [unknown, number] = await manager.query(
        `update referral set status = 'OFFERED', takes = 'RESERVED', version = version + 1, updated_at = $2,
           agreement_id = $3, agreement_revision = $4 where id = $1`,
        [fromGlobalId("Referral", id), api.clock.now(), after.id, revision],
      );
      if (touched === 1) throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return "let in";
    if (error instanceof Error && "code" in error && error.code === "42501")
      return "refused";
    throw error;
  }
  throw new Error("nothing was tried");
}

type Changed = (work: Work, at: Waiting) => Promise<unknown>;

const revoke: Changed = (work, { centre }) =>
  work.rows(
    `update disclosure_basis set revoked_at = $2 where centre_id = $1`,
    [centre.id, work.now],
  );
const cap: Changed = (work, { service }) =>
  insertProgramme(work, {
    personalData: ["FIRST_NAME", "CONTACT_CHANNEL"],
    services: [service],
  });

interface Cell {
  what: string;
  level: string;
  next: Partial<AgreementGiven> | null;
  changed?: Changed;
  placed: boolean;
}

const SEPARATE = { dataRole: "SEPARATE_CONTROLLER" } as const;
const NO_DATA = { dataRole: "NO_PERSONAL_DATA" } as const;

const cells: Cell[] = [
  { what: "as before", level: "L2_IDENTITY", next: null, placed: true },
  {
    what: "another agreement that lets as much travel",
    ...{ level: "L2_IDENTITY", next: SEPARATE, placed: true },
  },
  {
    what: "another that lets nothing travel",
    ...{ level: "L2_IDENTITY", next: NO_DATA, placed: false },
  },
  {
    what: "another that lets nothing travel, for a number",
    ...{ level: "L0_TOKEN", next: NO_DATA, placed: true },
  },
  {
    what: "a basis that is revoked",
    ...{ level: "L1_CONTACT", next: null, changed: revoke, placed: false },
  },
  {
    what: "a revoked basis, for a number",
    ...{ level: "L0_TOKEN", next: SEPARATE, changed: revoke, placed: true },
  },
  {
    what: "a programme that lets less travel",
    ...{ level: "L2_IDENTITY", next: null, changed: cap, placed: false },
  },
  {
    what: "a programme that lets as much travel",
    ...{ level: "L1_CONTACT", next: null, changed: cap, placed: true },
  },
];

it.each(cells)("$what", async ({ level, next, changed, placed }) => {
  const at = await waiting(level, next);
  const { centre, service, team, kipus, id, before, after } = at;
  if (changed) await centre.asSystem((work) => changed(work, at));
  expect(await alone(at)).toBe(placed ? "let in" : "refused");
  if (next) expect(await alone({ ...at, after: before })).toBe("refused");
  expect(await alone(at, 2)).toBe("refused");

  const offered: Outcome & { agreement?: unknown } = await move(
    team,
    "offerPlace",
    id,
    {},
  );
  if (!placed) {
    expect(offered.__typename).toBe("BasisMissing");
    expect(offered.message).toMatch(/Poproś osobę, która je wysłała/);
    // she waits on, and takes nothing
    expect(await numbersOf(centre, service)).toMatchObject({
      reserved: 0,
      waiting: 1,
    });
    return;
  }
  const rests = { agreement: { number: after.number }, agreementRevision: 1 };
  expect(offered).toMatchObject({ status: "OFFERED", ...rests });
  expect(await move(kipus, "confirmPlace", id)).toMatchObject({
    status: "ACCEPTED",
    ...rests,
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("rests on the version of the terms that is in force then", async () => {
  const at = await waiting("L2_IDENTITY", null);
  await at.centre.asSystem((work) =>
    work.rows(`update agreement set revision = 2 where id = $1`, [
      at.before.id,
    ]),
  );
  expect(await alone(at)).toBe("refused");
  expect(await move(at.team, "offerPlace", at.id, {})).toMatchObject({
    agreement: { number: at.before.number },
    agreementRevision: 2,
  });
});
