// Lists of services: narrowed, ordered by rules that can be told, counted by what each further filter would leave.
import { localDate } from "../platform/calendar.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import type { Column } from "../platform/graphql/list-cursor.js";
import { loader } from "../platform/graphql/loader.js";
import { type Bind, binding } from "../platform/permission/render.js";
import type { CapacityStatus } from "./capacity-unit.js";
import type { MatchReason, MatchReasonKind } from "./match-reason.js";
import { reasonWords } from "./match-reason.js";
import { serviceById } from "./offer.reads.js";
import { Service } from "./service.js";
import type { ServiceFilter } from "./service-filter.js";
import type { ServiceArea, ServiceOrder } from "./service-kind.js";
import {
  asksForBands,
  narrowed,
  orderFor,
  referableOn,
  sortColumns,
  sortKeys,
} from "./service-query.reads.js";

interface ListedRow {
  id: string;
  status: CapacityStatus;
  takes_now: boolean;
  never_confirmed: boolean;
  /** Null where exact numbers are not the actor's. */
  offerable: number | null;
  in_name: boolean | null;
  in_service: boolean | null;
  referable: boolean;
  sort: unknown[];
}

interface AskedList {
  filter: ServiceFilter;
  order: ServiceOrder;
  asked: Page;
}

/** One list that is asked for under two names of an operation is read once. */
const listOf = loader<AskedList, CountedConnection<Service>>(
  (context, lists) => Promise.all(lists.map((list) => readList(context, list))),
  (list) => JSON.stringify(list),
);

export async function servicesVisibleTo(
  context: Context,
  filter: ServiceFilter,
  page: (columns: readonly Column[]) => Page,
): Promise<CountedConnection<Service>> {
  if (!context.actor.centreId) return emptyConnection();
  const order = orderFor(context, filter);
  const asked = page(sortColumns[order]);
  return context.load(listOf, { filter, order, asked });
}

async function readList(
  context: Context,
  { filter, order, asked }: AskedList,
): Promise<CountedConnection<Service>> {
  const { values, bind } = binding();
  const { from, words } = narrowed(context, filter, bind);
  const today = `${bind(localDate(context.now))}::date`;
  const keys = sortKeys(order, words, today);
  const beyond = asked.after
    ? `and (${keys.join(", ")}) > (${asked.after.map(bind).join(", ")})`
    : "";
  const rows = await context.reads.rows<ListedRow>(
    `select s.id, b.status, b.takes_now, b.never_confirmed, b.offerable,
       (select bool_and(folded(s.name) like '%' || folded(w) || '%') from unnest(${words}::text[]) w) as in_name,
       (select bool_and(s.search like '%' || folded(w) || '%') from unnest(${words}::text[]) w) as in_service,
       coalesce(${referableOn(today)}, false) as referable,
       json_build_array(${keys.join(", ")}) as sort
     ${from} ${beyond}
     order by ${keys.join(", ")} limit ${bind(asked.first + 1)}`,
    values,
  );
  const services = await Promise.all(
    rows.map((row) => context.load(serviceById, row.id)),
  );
  const found = new Map(services.map((service) => [service?.id, service]));
  let counted: Promise<number> | null = null;
  return {
    ...connection(
      rows,
      asked,
      (row) => row.sort,
      (row) => withReasons(context, row, found.get(row.id)),
    ),
    count: () => (counted ??= countServices(context, filter)),
  };
}

async function countServices(
  context: Context,
  filter: ServiceFilter,
): Promise<number> {
  const { values, bind } = binding();
  const { from } = narrowed(context, filter, bind, asksForBands(filter));
  const [counted] = await context.reads.rows<{ count: string }>(
    // the words are bound first and counted here, since a plain count would leave them unused
    `select count(*) ${from}`,
    values,
  );
  return Number(counted?.count ?? 0);
}

function withReasons(
  context: Context,
  row: ListedRow,
  service: Service | null | undefined,
): Service {
  if (!service) throw new Error("a listed service is not to be read");
  const reason = (
    kind: MatchReasonKind,
    value: number | null = null,
  ): MatchReason => ({ kind, value, text: context.say(reasonWords[kind]) });
  const reasons = [
    row.referable ? null : reason("CANNOT_REFER"),
    placeReason(row, reason),
    row.in_name === true ? reason("MATCHES_NAME") : null,
    row.in_name === false && row.in_service
      ? reason("MATCHES_DESCRIPTION")
      : null,
    row.in_service === false ? reason("MATCHES_PARTNER") : null,
    freshnessReason(row, reason),
  ];
  // in another list of the same operation it stands for other reasons
  return Object.assign(new Service(), service, {
    reasons: reasons.filter((part) => part !== null).slice(0, 3),
  });
}

type Reasoning = (kind: MatchReasonKind, value?: number | null) => MatchReason;

function placeReason(row: ListedRow, reason: Reasoning): MatchReason {
  if (row.status === "SUSPENDED") return reason("SUSPENDED");
  if (row.never_confirmed) return reason("NEVER_CONFIRMED");
  if (row.takes_now) return reason("FREE_PLACE", row.offerable);
  return reason(row.status === "WAITLIST" ? "QUEUE_FIRST" : "NO_PLACE");
}

function freshnessReason(
  row: ListedRow,
  reason: Reasoning,
): MatchReason | null {
  if (row.never_confirmed || row.status === "SUSPENDED") return null;
  return reason(row.status === "STALE" ? "NUMBER_STALE" : "NUMBER_FRESH");
}

interface Wanted {
  serviceId: string;
  area: ServiceArea;
  units: number;
  /** What is open to emergencies comes first. */
  isEmergency?: boolean;
  /** Left out as well; of what is counted otherwise than in the service one is enough. */
  besides?: readonly string[];
}

/** Other services of the same area that take so many units now and can be referred to, the best first. */
export async function alternativesVisibleTo(
  context: Context,
  to: Wanted,
): Promise<Service[]> {
  const { values, bind } = binding();
  const filter = { areas: [to.area], availableNow: true };
  const { from, words } = narrowed(context, filter, bind);
  const today = `${bind(localDate(context.now))}::date`;
  const rows = await context.reads.rows<{ id: string }>(
    `select s.id ${from} and s.id <> all(${bind([to.serviceId, ...(to.besides ?? [])])}::uuid[])
       and b.offerable >= ${to.besides ? amountThere(bind, to) : bind(to.units)}
       and ${referableOn(today)}
     order by ${to.isEmergency ? "s.emergency desc, " : ""}${sortKeys("BEST_FIRST", words, today).join(", ")} limit 3`,
    values,
  );
  const services = await Promise.all(
    rows.map(({ id }) => context.load(serviceById, id)),
  );
  return services.filter((service) => service !== null);
}

/** The same amount where the same is counted; of anything else, one. */
function amountThere(bind: Bind, { serviceId, units }: Wanted): string {
  const unitOf = (id: string) =>
    `(select n.unit from capacity n where n.centre_id = s.centre_id and n.service_id = ${id})`;
  return `(case when ${unitOf("s.id")} = ${unitOf(bind(serviceId))} then ${bind(units)} else 1 end)`;
}
