// Reads of the register: its list, its places, and what was reported, in counts that give nobody away.
import { In, IsNull } from "typeorm";

import { localDate } from "../platform/calendar.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows, holds } from "../platform/permission/allows.js";
import { binding } from "../platform/permission/render.js";
import { CentrePlace } from "./centre-place.js";
import type { Need } from "./need.js";
import type { NeedFilter } from "./need-filter.js";
import type { NeedEvidence } from "./need-kind.js";
import { NeedReport } from "./need-report.js";
import { needPolicy } from "./needs.policy.js";
import { needById, readableCentre } from "./needs.reads.js";

/** What was reported last stands first. */
export async function needsVisibleTo(
  context: Context,
  filter: NeedFilter | null,
  page: Page,
): Promise<CountedConnection<Need>> {
  const centreId = readableCentre(context);
  if (!centreId) return emptyConnection();
  const { values, bind } = binding();
  const keeps = holds(needPolicy.answer, context.actor, { centreId });
  const any = (column: string, given: readonly string[] | null | undefined) =>
    given && `${column} = any(${bind(given)})`;
  // only what was asked for stands in the statement, so that it is planned once
  const where = `from need n where ${[
    `n.centre_id = ${bind(centreId)} and n.withdrawn_at is null`,
    any("n.area", filter?.areas),
    any("n.gap_kind", filter?.gapKinds),
    any("n.target_group", filter?.targetGroups),
    any("n.status", filter?.statuses),
    filter?.placeId &&
      `n.place_id = ${bind(fromGlobalId("CentrePlace", filter.placeId))}`,
    // where a need is tells nothing to whom its place is not told
    filter?.placeId &&
      !keeps &&
      `(not n.counted or exists (select from need_counts(array[n.id]) c where c.of_all is not null))`,
  ]
    .filter(Boolean)
    .join(" and ")}`;
  const counted = [...values];
  const beyond = page.after
    ? `and (n.reported_at, n.id) < (${bind(page.after[0])}::timestamptz, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await context.reads.rows<{ id: string; reported: string }>(
    `select n.id, to_json(n.reported_at)#>>'{}' as reported ${where} ${beyond}
     order by n.reported_at desc, n.id desc limit ${String(page.first + 1)}`,
    values,
  );
  const needs = await Promise.all(
    rows.map((row) => context.load(needById, row.id)),
  );
  return {
    ...connection(
      rows,
      page,
      (row) => [row.reported, row.id],
      (row) => {
        const need = needs.find((found) => found?.id === row.id);
        if (!need) throw new Error("a listed need is not to be read");
        return need;
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

/** By name. */
export async function placesVisibleTo(
  context: Context,
): Promise<CentrePlace[]> {
  const centreId = readableCentre(context);
  if (!centreId) return [];
  return context.reads.ask((manager) =>
    manager.getRepository(CentrePlace).find({
      where: { centreId },
      order: { name: "ASC", id: "ASC" },
      take: 200,
    }),
  );
}

const placeById = loader<string, CentrePlace | null>(async (context, ids) => {
  const centreId = readableCentre(context);
  if (!centreId) return ids.map(() => null);
  const places = await context.reads.ask((manager) =>
    manager.getRepository(CentrePlace).findBy({ centreId, id: In([...ids]) }),
  );
  return inOrder(ids, places, (place) => place.id);
});

export interface CountRow {
  need_id: string;
  evidence: NeedEvidence;
  reports: number | null;
  of_all: number | null;
}

/** The database masks what is small. */
export const countsOfNeed = loader<string, CountRow[]>(
  async (context, needIds) => {
    if (!readableCentre(context)) return needIds.map(() => []);
    const rows = await context.reads.rows<CountRow>(
      `select * from need_counts($1) order by evidence`,
      [needIds],
    );
    return grouped(needIds, rows, (row) => row.need_id);
  },
);

/** The database knows to whom which is told; the most often reported need not come first. */
export const servicesOfNeed = loader<string, string[]>(
  async (context, needIds) => {
    if (!readableCentre(context)) return needIds.map(() => []);
    const rows = await context.reads.rows<{
      need_id: string;
      service_id: string;
    }>(`select * from need_services($1) order by service_id`, [needIds]);
    return grouped(needIds, rows, (row) => row.need_id).map((ofOne) =>
      ofOne.map(({ service_id: serviceId }) => serviceId),
    );
  },
);

/** How often the viewer herself reported it. */
export const ownReportsOfNeed = loader<string, number>(
  async (context, needIds) => {
    const { actor } = context;
    if (actor.kind !== "member") return needIds.map(() => 0);
    const rows = await context.reads.rows<{ need_id: string; own: number }>(
      `select p.need_id, count(*)::integer as own from need_report p
       where p.centre_id = $1 and p.need_id = any($2) and p.account_id = $3 and p.taken_back_at is null
       group by p.need_id`,
      [actor.centreId, needIds, actor.accountId],
    );
    return inOrder(needIds, rows, (row) => row.need_id).map(
      (row) => row?.own ?? 0,
    );
  },
);

/** That a referral is counted; for whoever sees the referral. */
export const reportOfReferral = loader<string, NeedReport | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const reports = await context.reads.ask((manager) =>
      manager.getRepository(NeedReport).findBy({
        centreId,
        referralId: In([...referralIds]),
        takenBackAt: IsNull(),
      }),
    );
    return inOrder(referralIds, reports, (report) => report.referralId ?? "");
  },
);

/**
 * In a village four reports of one group may be one person: where and at what hour is told to who keeps the register
 * and who reported, to all others from five reports on (domain 4.5).
 */
async function isToldClosely(context: Context, need: Need): Promise<boolean> {
  if (!need.counted || allows(needPolicy.answer, context.actor, need))
    return true;
  const [row] = await context.load(countsOfNeed, need.id);
  return (
    (row?.of_all ?? 0) > 0 ||
    (await context.load(ownReportsOfNeed, need.id)) > 0
  );
}

export async function placeToldOf(
  context: Context,
  need: Need,
): Promise<CentrePlace | null> {
  return need.placeId && (await isToldClosely(context, need))
    ? context.load(placeById, need.placeId)
    : null;
}

/** Its day alone where the hour would tell too much. */
export async function reportedAtToldOf(
  context: Context,
  need: Need,
): Promise<Date> {
  return (await isToldClosely(context, need))
    ? need.reportedAt
    : new Date(localDate(need.reportedAt));
}
