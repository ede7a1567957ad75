// Reads of standards, of what was said of them, and of the checks against them.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Service, serviceById } from "../offer/index.js";
import { localDate } from "../platform/calendar.js";
import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { render } from "../platform/permission/render.js";
import { QualityStandard } from "./quality-standard.js";
import { ServiceStandard, StandardCheck } from "./standard-check.js";
import { StandardComment } from "./standard-comment.js";
import { standardPolicy } from "./standards.policy.js";

/** A centre has a handful of standards, and each its services. */
const MOST = 200;

type Asking = Pick<Context | Work, "actor" | "now">;

function isVisible({ actor, now }: Asking, standard: QualityStandard): boolean {
  const { centreId } = standard;
  const status = standard.statusOn(localDate(now));
  return allows(standardPolicy.read, actor, { centreId, status });
}

export const standardById = loader<string, QualityStandard | null>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => null);
    const standards = await context.reads.ask((manager) =>
      manager
        .getRepository(QualityStandard)
        .findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(
      ids,
      standards.filter((standard) => isVisible(context, standard)),
      (standard) => standard.id,
    );
  },
);

/** By name; of each the latest edition first. */
export async function standardsVisibleTo(
  context: Context,
): Promise<QualityStandard[]> {
  const { centreId } = context.actor;
  if (!centreId) return [];
  const standards = await context.reads.ask((manager) =>
    manager.getRepository(QualityStandard).find({
      where: { centreId },
      order: { name: "ASC", edition: "DESC", id: "ASC" },
      take: MOST,
    }),
  );
  return standards.filter((standard) => isVisible(context, standard));
}

/** Null where it is absent or not the actor's to see. */
export async function findStandard(
  work: Work,
  id: string,
): Promise<QualityStandard | null> {
  const standard = await work.manager
    .getRepository(QualityStandard)
    .findOneBy({ centreId: work.centreId, id });
  return standard && isVisible(work, standard) ? standard : null;
}

/** What was said, the oldest first. */
export const commentsOf = loader<string, StandardComment[]>(
  async (context, ids) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId || !allows(standardPolicy.readComments, actor, { centreId }))
      return ids.map(() => []);
    const comments = await context.reads.ask((manager) =>
      ofEach(manager, StandardComment, {
        centreId,
        of: "standardId",
        ids: ids,
        order: { at: "ASC", id: "ASC" },
        most: MOST,
      }),
    );
    return grouped(ids, comments, (comment) => comment.standardId);
  },
);

/** Checks against a standard that the viewer may see, the latest first. */
export const checksOf = loader<string, StandardCheck[]>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => []);
    const checks = await context.reads.ask((manager) =>
      ofEach(manager, StandardCheck, {
        centreId,
        of: "standardId",
        ids: ids,
        order: { checkedOn: "DESC", createdAt: "DESC", id: "ASC" },
        most: MOST,
      }),
    );
    return grouped(
      ids,
      checks.filter((check) =>
        allows(standardPolicy.readCheck, context.actor, check),
      ),
      (check) => check.standardId,
    );
  },
);

/** Actions that nobody found done yet, what was answered first, then what is due first. */
export async function openActions(context: Context): Promise<StandardCheck[]> {
  const { centreId } = context.actor;
  if (!centreId) return [];
  const parameters: unknown[] = [centreId];
  const seen = render(
    standardPolicy.readCheck,
    context.actor,
    (value) => `$${String(parameters.push(value))}`,
    "c",
  );
  const rows = await context.reads.rows<{ id: string }>(
    `select c.id from standard_check c where c.centre_id = $1 and c.action_state in ('OPEN', 'ANSWERED') and ${seen}
     order by c.action_state, c.action_due_on, c.created_at, c.id limit ${String(MOST)}`,
    parameters,
  );
  const checks = await Promise.all(
    rows.map(({ id }) => context.load(checkById, id)),
  );
  return checks.filter((check) => check !== null);
}

const checkById = loader<string, StandardCheck | null>(async (context, ids) => {
  const { centreId } = context.actor;
  if (!centreId) return ids.map(() => null);
  const checks = await context.reads.ask((manager) =>
    manager.getRepository(StandardCheck).findBy({ centreId, id: In([...ids]) }),
  );
  return inOrder(
    ids,
    checks.filter((check) =>
      allows(standardPolicy.readCheck, context.actor, check),
    ),
    (check) => check.id,
  );
});

/** The last check of a service, by whatever edition. */
export const lastCheckOf = loader<string, StandardCheck | null>(
  async (context, serviceIds) => {
    const { centreId } = context.actor;
    if (!centreId) return serviceIds.map(() => null);
    const checks = await context.reads.ask((manager) =>
      manager
        .createQueryBuilder(StandardCheck, "c")
        .distinctOn(["c.serviceId"])
        .where("c.centreId = :centreId and c.serviceId in (:...serviceIds)", {
          centreId,
          serviceIds,
        })
        .orderBy("c.serviceId")
        .addOrderBy("c.checkedOn", "DESC")
        .addOrderBy("c.createdAt", "DESC")
        .getMany(),
    );
    return inOrder(
      serviceIds,
      checks.filter((check) =>
        allows(standardPolicy.readCheck, context.actor, check),
      ),
      (check) => check.serviceId,
    );
  },
);

/** Of these services up to the day, the latest first. */
export async function checksUpTo(
  context: Context,
  serviceIds: readonly string[],
  day: string,
): Promise<StandardCheck[]> {
  const { centreId } = context.actor;
  if (!centreId) return [];
  const checks = await context.reads.ask((manager) =>
    ofEach(manager, StandardCheck, {
      centreId,
      of: "serviceId",
      ids: serviceIds,
      order: { checkedOn: "DESC", createdAt: "DESC", id: "ASC" },
      most: MOST,
      where: "checked_on <= :day",
      given: { day },
    }),
  );
  return checks.filter((check) =>
    allows(standardPolicy.readCheck, context.actor, check),
  );
}

export const standardOfService = loader<string, QualityStandard | null>(
  async (context, serviceIds) => {
    const { centreId } = context.actor;
    if (!centreId) return serviceIds.map(() => null);
    const held = await context.reads.ask((manager) =>
      manager
        .getRepository(ServiceStandard)
        .findBy({ centreId, serviceId: In([...serviceIds]) }),
    );
    const rows = inOrder(serviceIds, held, (row) => row.serviceId);
    return Promise.all(
      rows.map((row) =>
        row
          ? context.load(standardById, row.standardId)
          : Promise.resolve(null),
      ),
    );
  },
);

/** Services that hold a standard, and that the viewer may see. */
export const servicesUnder = loader<string, Service[]>(async (context, ids) => {
  const { centreId } = context.actor;
  if (!centreId) return ids.map(() => []);
  const rows = await context.reads.rows<{ id: string; standard_id: string }>(
    `select n.id, n.standard_id from (
       select s.id, h.standard_id, row_number() over (partition by h.standard_id order by folded(s.name), s.id) as place
       from service_standard h join service s on s.centre_id = h.centre_id and s.id = h.service_id
       where h.centre_id = $1 and h.standard_id = any($2)) n
     where n.place <= ${String(MOST)} order by n.place`,
    [centreId, ids],
  );
  const seen = await Promise.all(
    rows.map(({ id }) => context.load(serviceById, id)),
  );
  const pairs = rows.flatMap(({ standard_id }, n) => {
    const service = seen[n];
    return service ? [{ standard_id, service }] : [];
  });
  return grouped(ids, pairs, (pair) => pair.standard_id).map((some) =>
    some.map(({ service }) => service),
  );
});
