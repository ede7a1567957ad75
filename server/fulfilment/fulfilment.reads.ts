// Reads the accounts of orders: what was delivered and answered in a period, the sheets, and what was short.
import { In } from "typeorm";

import type { Agreement } from "../agreements/index.js";
import { dueRule, ReferralPriority } from "../agreements/index.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import type { Period } from "../platform/period.js";
import { momentsOf } from "../platform/period.js";
import { allows } from "../platform/permission/allows.js";
import { render } from "../platform/permission/render.js";
import { AgreementOrder } from "./agreement-order.js";
import type { DeliveredLine } from "./delivery-report.js";
import type { Figures } from "./figures.js";
import { figuresOf } from "./figures.js";
import type { AccountsRow } from "./fulfilment.policy.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { SettlementSheet } from "./settlement-sheet.js";
import { Shortfall } from "./shortfall.js";
import { isWithin } from "./within.js";

/** The newest of each order. */
const MOST_SHEETS = 24;
const MOST_SHORTFALLS = 50;
/** Of a whole centre. */
const MOST_OPEN = 200;

type Class<Row> = new () => Row & AccountsRow & { id: string };

/** What of a kind the viewer reads, by id. */
function byId<Row extends AccountsRow & { id: string }>(noun: Class<Row>) {
  return loader<string, Row | null>(async (context, ids) => {
    const { actor } = context;
    const rows = await context.reads.ask((manager) =>
      manager
        .createQueryBuilder(noun, "n")
        .where("n.centre_id = :centreId and n.id = any(:ids)", {
          centreId: actor.centreId,
          ids,
        })
        .getMany(),
    );
    return inOrder(ids, readable(context, rows), (row) => row.id);
  });
}

function readable<Row extends AccountsRow>(
  { actor }: Context,
  rows: readonly Row[],
): Row[] {
  return rows.filter((row) => allows(fulfilmentPolicy.read, actor, row));
}

export const orderById = byId(AgreementOrder);
export const sheetById = byId(SettlementSheet);
export const shortfallById = byId(Shortfall);

export const ordersOfAgreement = loader<string, AgreementOrder[]>(
  async (context, agreementIds) => {
    const { centreId } = context.actor;
    if (!centreId) return agreementIds.map(() => []);
    const orders = await context.reads.ask((manager) =>
      manager.getRepository(AgreementOrder).find({
        where: { centreId, agreementId: In([...agreementIds]) },
        order: { createdAt: "ASC", id: "ASC" },
      }),
    );
    return grouped(
      agreementIds,
      readable(context, orders),
      ({ agreementId }) => agreementId,
    );
  },
);

/** Of each period the version that stands, the latest period first. */
export const sheetsOfOrder = loader<string, SettlementSheet[]>(
  async (context, orderIds) => {
    const ids = await context.reads.rows<{ id: string }>(
      `select s.id from (select id, row_number() over (partition by order_id order by from_on desc) as place
         from settlement_sheet where centre_id = $1 and order_id = any($2) and status <> 'REPLACED') s
       where s.place <= ${String(MOST_SHEETS)}`,
      [context.actor.centreId, orderIds],
    );
    const sheets = await Promise.all(
      ids.map(({ id }) => context.load(sheetById, id)),
    );
    return grouped(
      orderIds,
      sheets
        .filter((sheet) => sheet !== null)
        .sort((a, b) => b.fromOn.localeCompare(a.fromOn)),
      ({ orderId }) => orderId,
    );
  },
);

/** What still waits first, then the newest. */
export const shortfallsOfOrder = loader<string, Shortfall[]>(
  async (context, orderIds) => {
    const ids = await context.reads.rows<{ id: string }>(
      `select s.id from (select id, row_number() over (partition by order_id
           order by state = 'CLOSED', raised_at desc, id) as place
         from shortfall where centre_id = $1 and order_id = any($2)) s
       where s.place <= ${String(MOST_SHORTFALLS)} order by s.place`,
      [context.actor.centreId, orderIds],
    );
    const found = await Promise.all(
      ids.map(({ id }) => context.load(shortfallById, id)),
    );
    return grouped(
      orderIds,
      found.filter((one) => one !== null),
      ({ orderId }) => orderId,
    );
  },
);

/** Those that have no result yet and that the viewer reads: what was answered first, then what is due first. */
export async function openShortfalls(context: Context): Promise<Shortfall[]> {
  const parameters: unknown[] = [context.actor.centreId];
  const seen = render(
    fulfilmentPolicy.read,
    context.actor,
    (value) => `$${String(parameters.push(value))}`,
    "s",
  );
  const ids = await context.reads.rows<{ id: string }>(
    `select s.id from shortfall s where s.centre_id = $1 and s.state <> 'CLOSED' and ${seen}
     order by s.state, s.due_on, s.raised_at, s.id limit ${String(MOST_OPEN)}`,
    parameters,
  );
  const found = await Promise.all(
    ids.map(({ id }) => context.load(shortfallById, id)),
  );
  return found.filter((one) => one !== null);
}

/** A context's reads, or a unit of work. */
interface Asked {
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

interface DeliveryRow {
  serviceId: string | null;
  priority: ReferralPriority | null;
  units: number;
  unitDays: number;
  noShows: number | null;
  declined: number | null;
  unanswered: number | null;
  answers: number | null;
  inTime: number | null;
  medianMinutes: number | null;
  worstMinutes: number | null;
}

/** The accounts of a period as they stand now. */
export async function accountsOf(
  asked: Asked,
  order: AgreementOrder,
  agreement: Agreement | null,
  period: Period,
): Promise<Figures> {
  const { since, until } = momentsOf(period);
  const rows = await asked.rows<DeliveryRow>(
    `select service_id as "serviceId", priority, units, unit_days as "unitDays", no_shows as "noShows", declined, unanswered,
       answers, in_time as "inTime", median_minutes as "medianMinutes", worst_minutes as "worstMinutes"
     from delivery_under($1, $2, $3, $4)`,
    [order.agreementId, order.partnerId, since, until],
  );
  const attended = await asked.rows<{ serviceId: string; units: number }>(
    `select service_id as "serviceId", units from attended_under($1, $2, $3, $4)`,
    [order.agreementId, order.partnerId, since, until],
  );
  const report = await reportOf(asked, order, period);
  const moved = rows.flatMap(({ serviceId, ...row }) => {
    const list = attended.find((one) => one.serviceId === serviceId);
    return serviceId === null
      ? []
      : [{ serviceId, ...row, attended: list?.units ?? null }];
  });
  const answers = Object.values(ReferralPriority).map((priority) => {
    const row = rows.find((one) => one.priority === priority);
    return {
      priority,
      rule: dueRule(agreement, priority),
      answers: row ? row.answers : 0,
      inTime: row?.inTime ?? null,
      medianMinutes: row?.medianMinutes ?? null,
      worstMinutes: row?.worstMinutes ?? null,
    };
  });
  // what is not in force orders nothing, so nothing of it is missing
  const isOfItsTime = !agreement || isWithin(agreement, null, period);
  return figuresOf(
    isOfItsTime ? order.linesIn(period) : [],
    moved,
    report?.lines ?? [],
    answers,
  );
}

export async function reportOf(
  asked: Asked,
  order: AgreementOrder,
  { from, to }: Period,
): Promise<{ lines: DeliveredLine[]; version: number; at: Date } | null> {
  const [report] = await asked.rows<{
    lines: DeliveredLine[];
    version: number;
    at: Date;
  }>(
    `select lines, version, reported_at as at from delivery_report
     where centre_id = $1 and order_id = $2 and from_on = $3 and to_on = $4`,
    [order.centreId, order.id, from, to],
  );
  return report ?? null;
}
