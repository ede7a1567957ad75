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
  nearness,
  orderFor,
  referableOn,
  sortColumns,
  sortKeys,
} from "./service-query.reads.js";
import {
  nothingSought,
  type Understood,
  understood,
} from "./understood.reads.js";

interface ListedRow {
  id: string;
  status: CapacityStatus;
  takes_now: boolean;
  never_confirmed: boolean;
  /** Null where exact numbers are not the actor's. */
  offerable: number | null;
  /** Sum over the parts of the search, and of each part alone. */
  farther: number;
  lacks: boolean[];
  is_related: boolean[];
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
  const search = await understood(context, filter.text);
  const from = narrowed(context, filter, search, bind);
  const near = nearness(search, bind);
  const today = `${bind(localDate(context.now))}::date`;
  const keys = sortKeys(order, near, today);
  const beyond = asked.after
    ? `and (${keys.join(", ")}) > (${asked.after.map(bind).join(", ")})`
    : "";
  const rows = await context.reads.rows<ListedRow>(
    `select s.id, b.status, b.takes_now, b.never_confirmed, b.offerable,
       ${near.farther} as farther, ${near.lacks} as lacks, ${near.isRelated} as is_related,
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
      (row) => withReasons(context, search, row, found.get(row.id)),
    ),
    count: () => (counted ??= countServices(context, filter)),
  };
}

async function countServices(
  context: Context,
  filter: ServiceFilter,
): Promise<number> {
  const { values, bind } = binding();
  const search = await understood(context, filter.text);
  const from = narrowed(context, filter, search, bind, asksForBands(filter));
  const [counted] = await context.reads.rows<{ count: string }>(
    `select count(*) ${from}`,
    values,
  );
  return Number(counted?.count ?? 0);
}

function withReasons(
  context: Context,
  search: Understood,
  row: ListedRow,
  service: Service | null | undefined,
): Service {
  if (!service) throw new Error("a listed service is not to be read");
  const reason: Reasoning = (kind, value = null, word = null) => {
    const text = context.say(reasonWords[kind]);
    return { kind, value, text: word ? `${text}: „${word}”` : text };
  };
  const reasons = [
    row.referable ? null : reason("CANNOT_REFER"),
    placeReason(row, reason),
    wordsReason(search, row, reason),
    freshnessReason(row, reason),
  ];
  // in another list of the same operation it stands for other reasons
  return Object.assign(new Service(), service, {
    reasons: reasons.filter((part) => part !== null).slice(0, 3),
  });
}

type Reasoning = (
  kind: MatchReasonKind,
  value?: number | null,
  word?: string | null,
) => MatchReason;

/** The first that holds: a word is lacking, one is only related, one was read otherwise, and where they are found. */
function wordsReason(
  { parts }: Understood,
  row: ListedRow,
  reason: Reasoning,
): MatchReason | null {
  if (parts.length === 0) return null;
  const lacking = parts.find((_, at) => row.lacks[at]);
  if (lacking) return reason("LACKS_WORD", null, lacking.typed);
  const related = parts.find((_, at) => row.is_related[at]);
  if (related) return reason("RELATED_MEANING", null, related.typed);
  const mended = parts.find(({ readAs }) => readAs);
  if (mended) return reason("READ_AS", null, mended.readAs);
  if (row.farther === 0) return reason("MATCHES_NAME");
  return reason(
    row.farther <= parts.length ? "MATCHES_DESCRIPTION" : "MATCHES_PARTNER",
  );
}

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
  const from = narrowed(context, filter, nothingSought, bind);
  const near = nearness(nothingSought, bind);
  const today = `${bind(localDate(context.now))}::date`;
  const rows = await context.reads.rows<{ id: string }>(
    `select s.id ${from} and s.id <> all(${bind([to.serviceId, ...(to.besides ?? [])])}::uuid[])
       and b.offerable >= ${to.besides ? amountThere(bind, to) : bind(to.units)}
       and ${referableOn(today)}
     order by ${to.isEmergency ? "s.emergency desc, " : ""}${sortKeys("BEST_FIRST", near, today).join(", ")} limit 3`,
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
