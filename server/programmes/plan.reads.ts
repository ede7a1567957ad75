// Reads of implementation plans: their rows, their money for who may see it, and what is missing in each row.
import { In } from "typeorm";

import { agreementById } from "../agreements/index.js";
import { centreById } from "../identity/index.js";
import { serviceById } from "../offer/index.js";
import { membershipsOfNetwork } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { PlanMoney, PlanRow } from "./plan-row.js";
import { programmePolicy } from "./programmes.policy.js";
import { programmeById } from "./programmes.reads.js";
import type { PlanGap } from "./row-kind.js";

/** A plan is a table that one can look over. */
export const MOST_ROWS = 200;

/** In the order in which they were planned; those of one moment by what they say. */
export const planOf = loader<string, PlanRow[]>(
  async (context, programmeIds) => {
    const { centreId } = context.actor;
    if (!centreId) return programmeIds.map(() => []);
    const rows = await context.reads.ask((manager) =>
      ofEach(manager, PlanRow, {
        centreId,
        of: "programmeId",
        ids: programmeIds,
        order: { createdAt: "ASC", id: "ASC" },
        most: MOST_ROWS,
      }),
    );
    const named = await Promise.all(
      rows.map(async (row) => {
        const service = row.serviceId
          ? await context.load(serviceById, row.serviceId)
          : null;
        const name = service?.name ?? row.serviceName ?? "";
        return { row, said: [row.plannedOn ?? "9", name, row.mode].join(" ") };
      }),
    );
    named.sort(
      (one, other) =>
        one.row.createdAt.getTime() - other.row.createdAt.getTime() ||
        one.said.localeCompare(other.said, "pl"),
    );
    return grouped(
      programmeIds,
      named.map(({ row }) => row),
      (row) => row.programmeId,
    );
  },
);

const moneyOf = loader<string, PlanMoney | null>(async (context, ids) => {
  const { centreId } = context.actor;
  if (!centreId) return ids.map(() => null);
  const money = await context.reads.ask((manager) =>
    manager
      .getRepository(PlanMoney)
      .findBy({ centreId, planRowId: In([...ids]) }),
  );
  return inOrder(ids, money, (row) => row.planRowId);
});

/** Undefined where it is not the viewer's to know. */
export async function amountOf(
  context: Context,
  planned: PlanRow,
): Promise<number | null | undefined> {
  if (!allows(programmePolicy.readMoney, context.actor, planned))
    return undefined;
  const money = await context.load(moneyOf, planned.id);
  return money?.amountGrosze ?? null;
}

/** What is not given up, in grosze; null where the money of others is not the viewer's. */
export async function plannedGroszeOf(
  context: Context,
  programmeId: string,
): Promise<number | null> {
  const { actor } = context;
  const { centreId } = actor;
  if (!centreId || !allows(programmePolicy.readAllMoney, actor, { centreId }))
    return null;
  const [sum] = await context.reads.rows<{ grosze: string | null }>(
    `select sum(m.amount_grosze) as grosze from plan_money m
     join plan_row s on s.centre_id = m.centre_id and s.id = m.plan_row_id and s.state <> 'DROPPED'
     where m.centre_id = $1 and m.programme_id = $2`,
    [centreId, programmeId],
  );
  return Number(sum?.grosze ?? 0);
}

const hasCapacity = loader<string, boolean>(async (context, serviceIds) => {
  const rows = await context.reads.rows<{ service_id: string }>(
    `select c.service_id from capacity c
     join service s on s.centre_id = c.centre_id and s.id = c.service_id and s.status = 'ACTIVE'
     where c.centre_id = $1 and c.service_id = any($2) and c.total > 0 and not c.suspended`,
    [context.actor.centreId, serviceIds],
  );
  const full = new Set(rows.map((row) => row.service_id));
  return serviceIds.map((id) => full.has(id));
});

export async function gapsOf(
  context: Context,
  planned: PlanRow,
): Promise<PlanGap[]> {
  const { agreementId, serviceId, partnerId, centreId } = planned;
  const programme = await context.load(programmeById, planned.programmeId);
  const centre = await context.load(centreById, centreId);
  const members = programme?.networkId
    ? await context.load(membershipsOfNetwork, programme.networkId)
    : null;
  const agreement = agreementId
    ? await context.load(agreementById, agreementId)
    : null;
  const day = localDate(context.now);
  return planned.gaps({
    day,
    agreementStatus: agreement?.statusOn(day),
    agreementEndsOn: agreement?.lastDay ?? null,
    startsOn: programme?.startsOn ?? null,
    amountGrosze: await amountOf(context, planned),
    hasCapacity:
      serviceId !== null && (await context.load(hasCapacity, serviceId)),
    isHubs: centre?.hubPartnerId === partnerId,
    isInPartnership:
      members?.some((member) => member.partnerId === partnerId) ?? true,
  });
}
