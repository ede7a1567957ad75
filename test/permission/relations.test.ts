// Relations beside roles: an agreement, its end, a lock, an ended assignment and an old session, through every row of the table.
import { refreshScope } from "../../server/agreements/index.js";
import type { Role } from "../../server/identity/index.js";
import { INSIDE, PARTNER_ROLES } from "../../server/identity/index.js";
import { move, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Actor, Cast } from "./cast.js";
import { aCast, anActor, logPositions } from "./cast.js";
import type { Mark } from "./operations.table.js";
import { mutations, reads } from "./operations.table.js";
import { aTargetOf, play } from "./plays.js";
import { seenBy } from "./reads.js";
import type { Relation } from "./relations.table.js";
import { relations } from "./relations.table.js";

const EVERYTHING: Role[] = [...INSIDE, "IOD", "SYSADMIN", "AUTHORITY"];

/** How a session or what it stands on comes to its end. */
const endings: Partial<Record<Relation["who"], string>> = {
  locked: `update account set status = 'LOCKED' where id = $1`,
  unassigned: `update assignment set ended_at = started_at where account_id = $1`,
  expired: `update session set expires_at = started_at where account_id = $1`,
  "signed out": `update session set ended_at = started_at where account_id = $1`,
};

let api: Api;
let cast: Cast;
beforeAll(async () => {
  api = await openApi();
  cast = await aCast(api);
});
afterAll(() => api.close());

async function inRelation({ who }: Relation): Promise<Actor> {
  const { centre } = cast;
  const ending = endings[who];
  const partner =
    who === "stranger"
      ? await centre.aPartner({ agreement: null, membership: null })
      : who === "peer"
        ? await centre.aPartner()
        : cast.partner;
  const person = await partner.aPerson(
    ...(ending ? EVERYTHING : PARTNER_ROLES),
  );
  if (ending)
    await centre.asSystem((work) => work.rows(ending, [person.accountId]));
  return anActor(api, who, person);
}

/** One for all: none of them moves it. */
const targets = new Map<string, Promise<string | null>>();
function targetOf(operation: string): Promise<string | null> {
  const target = targets.get(operation) ?? aTargetOf(cast, operation);
  targets.set(operation, target);
  return target;
}

const asOf = (marks: Record<string, Mark>, { as }: Relation) =>
  marks[as] ?? "no column";

describe.each(relations)("$who is as $as: $because", (relation) => {
  let actor: Actor;
  beforeAll(async () => (actor = await inRelation(relation)));

  it("in what comes", async () => {
    const all = reads.map(({ operation }) => operation);
    const seen = await seenBy(cast, actor, all);
    const expected = reads.filter(({ marks }) => asOf(marks, relation) === "y");
    expect(all.filter((operation) => seen.has(operation))).toEqual(
      expected.map(({ operation }) => operation),
    );
  });

  it("in what is done", async () => {
    const expected: Record<string, string> = {};
    for (const { operation, marks } of mutations)
      expected[operation] = asOf(marks, relation);
    const played: Record<string, string> = {};
    /** Whether anything was changed by them, one after another. */
    const playAll = async (operations: readonly string[]) => {
      const before = await logPositions(cast);
      for (const operation of operations)
        played[operation] = await play(
          cast,
          actor,
          operation,
          await targetOf(operation),
        );
      return (await logPositions(cast)) !== before;
    };
    const operations = mutations.map(({ operation }) => operation);
    const allowed = operations.filter((one) => expected[one] === "y");
    const refused = operations.filter((one) => expected[one] !== "y");
    for (const operation of refused) await targetOf(operation);
    const alone = (await playAll(refused)) ? operations : allowed;
    for (const operation of alone) {
      await targetOf(operation);
      const changed = await playAll([operation]);
      if (changed !== (played[operation] === "y"))
        played[operation] = `${String(played[operation])} yet changed`;
    }
    expect(played).toEqual(expected);
  });
});

it("the recipient goes on with what was sent before the agreement ended, and nothing new is sent", async () => {
  const { centre, sender } = cast;
  const partner = await centre.aPartner();
  const service = await partner.aService();
  const team = await partner.aPerson("PARTNER_REFERRALS");
  const sent: string[] = [];
  for (const ownReference of ["A 1", "A 2"])
    sent.push((await send(sender, service, { ownReference })).id ?? "");
  const [first = "", second = ""] = sent;
  await centre.asSystem(async (work) => {
    await work.rows(
      `update agreement set valid_to = current_date - 400, valid_from = current_date - 500 where id in
         (select agreement_id from agreement_party where partner_id = $1)`,
      [partner.id],
    );
    await refreshScope(work, partner.id);
  });
  expect((await move(team, "acceptReferral", first)).status).toBe("ACCEPTED");
  expect((await move(team, "declineReferral", second)).status).toBe("DECLINED");
  expect(await subjectOf(team, first)).toEqual({ ownReference: null });
  expect(await subjectOf(sender, first)).toEqual({ ownReference: "A 1" });
  expect((await send(sender, service)).__typename).toBe("AgreementMissing");
});

async function subjectOf(person: Person, id: string): Promise<unknown> {
  const { data } = await person.ask<{ node: unknown }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { ownReference } } }`,
    { id },
  );
  return data?.node;
}
