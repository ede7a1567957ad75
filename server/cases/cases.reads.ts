// Reads of cases and of what is kept with them.
import type { DataSource } from "typeorm";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { ofEach } from "../platform/database/of-each.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { binding, render } from "../platform/permission/render.js";
import { Case } from "./case.js";
import { CaseLook } from "./case-look.js";
import { casePolicy } from "./cases.policy.js";
import type { PersonToken } from "./person-index.js";
import { CaseKey, SealedIdentity } from "./sealed-identity.js";

export const caseById = loader<string, Case | null>(async (context, ids) => {
  const { actor } = context;
  const { centreId } = actor;
  if (!centreId) return ids.map(() => null);
  const cases = await context.reads.ask((manager) =>
    manager.getRepository(Case).findBy({ centreId, id: In([...ids]) }),
  );
  return inOrder(
    ids,
    cases.filter((one) => allows(casePolicy.read, actor, one)),
    (one) => one.id,
  );
});

/** What is kept of a person, without a word of it; of the actor's own cases. */
export const keptIdentity = loader<
  string,
  { version: number | null; erasedAt: Date | null }
>(async (context, caseIds) => {
  const { centreId } = context.actor;
  const own = await Promise.all(
    caseIds.map((id) => context.load(caseById, id)),
  );
  const ids = own.flatMap((one) => (one ? [one.id] : []));
  const nothing = { version: null, erasedAt: null };
  if (!centreId || ids.length === 0) return caseIds.map(() => nothing);
  const of = { centreId, caseId: In(ids) };
  const [keys, identities] = await context.reads.ask(async (manager) => [
    await manager.getRepository(CaseKey).find({
      select: { centreId: true, caseId: true, destroyedAt: true },
      where: of,
    }),
    await manager.getRepository(SealedIdentity).find({
      select: { centreId: true, caseId: true, version: true },
      where: of,
    }),
  ]);
  return caseIds.map((id) => ({
    version: identities.find(({ caseId }) => caseId === id)?.version ?? null,
    erasedAt: keys.find(({ caseId }) => caseId === id)?.destroyedAt ?? null,
  }));
});

const MOST_LOOKS = 20;

/** Looks at the identity, the latest first; of the actor's own cases. */
export const looksAt = loader<string, CaseLook[]>(async (context, caseIds) => {
  const { centreId } = context.actor;
  const own = await Promise.all(
    caseIds.map((id) => context.load(caseById, id)),
  );
  const ids = own.flatMap((one) => (one ? [one.id] : []));
  if (!centreId || ids.length === 0) return caseIds.map(() => []);
  const looks = await context.reads.ask((manager) =>
    ofEach(manager, CaseLook, {
      centreId,
      of: "caseId",
      ids,
      order: { at: "DESC", id: "DESC" },
      most: MOST_LOOKS,
    }),
  );
  return grouped(caseIds, looks, ({ caseId }) => caseId);
});

/** What an emergency was is owed, also after its end, until it is said or who she was is erased. */
const OWED = `from disclosure_basis b where b.centre_id = c.centre_id and b.case_id = c.id
  and b.note_due_at is not null and b.note is null
  and not exists (select from case_key k where k.centre_id = b.centre_id and k.case_id = b.case_id and k.destroyed_at is not null)`;

/** By when the first of those is owed; of the actor's own cases. */
export const noteOwedBy = loader<string, Date | null>(
  async (context, caseIds) => {
    const { actor } = context;
    const { values, bind } = binding();
    const rows = await context.reads.rows<{ id: string; due: Date }>(
      `select c.id, (select min(b.note_due_at) ${OWED}) as due
       from case_ref c where c.centre_id = ${bind(actor.centreId)} and c.id = any(${bind(caseIds)})
         and ${render(casePolicy.read, actor, bind, "c")}`,
      values,
    );
    return inOrder(caseIds, rows, (row) => row.id).map(
      (row) => row?.due ?? null,
    );
  },
);

/** The actor's own cases, the latest first; null: of all. */
export async function casesVisibleTo(
  context: Context,
  of: {
    isOpen: boolean | null;
    ownReference: string | null;
    owesNote: boolean | null;
  },
  page: Page,
): Promise<CountedConnection<Case>> {
  const { centreId } = context.actor;
  if (!centreId) return emptyConnection();
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const where = `from case_ref c where c.centre_id = $1
    and ${render(casePolicy.read, context.actor, bind, "c")}
    and (${bind(of.isOpen)}::boolean is null or (c.closed_on is null) = ${bind(of.isOpen)}::boolean)
    and (${bind(of.ownReference)}::text is null or lower(c.own_reference) = lower(${bind(of.ownReference)}::text))
    and (${bind(of.owesNote)}::boolean is null or exists (select ${OWED}) = ${bind(of.owesNote)}::boolean)`;
  const counted = [...values];
  const beyond = page.after
    ? `and (c.opened_on, c.id) < (${bind(page.after[0])}::date, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await context.reads.rows<{ id: string; opened_on: string }>(
    `select c.id, c.opened_on::text ${where} ${beyond}
     order by c.opened_on desc, c.id desc limit ${bind(page.first + 1)}`,
    values,
  );
  const cases = await Promise.all(
    rows.map(({ id }) => context.load(caseById, id)),
  );
  return {
    ...connection(
      rows,
      page,
      (row) => [row.opened_on, row.id],
      (row) => {
        const found = cases.find((one) => one?.id === row.id);
        if (!found) throw new Error("a listed case is not to be read");
        return found;
      },
    ),
    count: async () => {
      const [row] = await context.reads.rows<{ count: string }>(
        `select count(*) ${where}`,
        counted,
      );
      return Number(row?.count ?? 0);
    },
  };
}

/** The actor's own case; null where it is absent or somebody else's. */
export async function findOwnCase(
  work: Work,
  id: string,
): Promise<Case | null> {
  const found = await work.manager
    .getRepository(Case)
    .findOneBy({ centreId: work.centreId, id });
  return found && allows(casePolicy.read, work.actor, found) ? found : null;
}

/** The same, and nobody closes it or takes back what it rests on until the work ends. */
export async function holdOwnCase(
  work: Work,
  id: string,
): Promise<Case | null> {
  const found = await findOwnCase(work, id);
  return (
    found &&
    work.manager.getRepository(Case).findOne({
      where: { centreId: work.centreId, id },
      lock: { mode: "pessimistic_read" },
    })
  );
}

/** Who has a case of one of these people, by name; asked by a coordinator alone, and told of no case but her own. */
export function coordinatorsOf(
  work: Work,
  tokens: readonly PersonToken[],
  except: string | null,
): Promise<{ name: string; own_case_id: string | null }[]> {
  const sought = tokens.map(({ byYear, byDate }) => ({
    by_year: byYear.toString("hex"),
    by_date: byDate?.toString("hex") ?? null,
  }));
  return work.rows(
    `select name, own_case_id from coordinators_of_person($1, $2)`,
    [JSON.stringify(sought), except],
  );
}

/** @returns whether its pseudonym was free */
export async function insertUnlessTaken(
  work: Work,
  opened: Case,
): Promise<boolean> {
  const inserted = await work.rows(
    `insert into case_ref (centre_id, id, pseudonym, coordinator_account_id, opened_on, own_reference, opened_although,
       version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      opened.centreId,
      opened.id,
      opened.pseudonym,
      opened.coordinatorAccountId,
      opened.openedOn,
      opened.ownReference,
      opened.openedAlthough,
      opened.version,
      opened.createdAt,
    ],
  );
  return inserted.length > 0;
}

/** How many referrals of the case are under way; the database asks the same when it is closed. */
export async function openReferralsOf(
  work: Work,
  caseId: string,
): Promise<number> {
  const [counted] = await work.rows<{ open: number }>(
    `select open_referrals_of($1) as open`,
    [caseId],
  );
  return counted?.open ?? 0;
}

/** Ids of the keys alone, of all centres that are no demo. */
export async function masterKeysInUse(
  dataSource: DataSource,
): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    `select master_keys_in_use() as id`,
  );
  return rows.map(({ id }) => id);
}
