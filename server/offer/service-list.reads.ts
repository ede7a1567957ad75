// Lists of services: narrowed, ordered by rules that can be told, counted by what each further filter would leave.
import type { StakeholderType } from "../partners/index.js";
import { likeText } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { Bind } from "../platform/permission/render.js";
import { render } from "../platform/permission/render.js";
import type { CapacityStatus } from "./capacity-unit.js";
import type { MatchReason, MatchReasonKind } from "./match-reason.js";
import { reasonWords } from "./match-reason.js";
import { servicePolicy } from "./offer.policy.js";
import { serviceById } from "./offer.reads.js";
import type { Service } from "./service.js";
import type { ServiceFilter } from "./service-filter.js";
import type {
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
  ServiceOrder,
} from "./service-kind.js";

/** Parameters of a statement and their placeholders. */
function binding(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${String(values.push(value))}` };
}

/** Endings of Polish words are cut off, so that one form finds another; whole inflection comes with the search issue. */
function patterns(text: string | null | undefined): string[] {
  const words = (text ?? "").split(/[\s,.;:()„”"]+/u).filter(Boolean);
  return words
    .slice(0, 10)
    .map((word) =>
      likeText(
        word.length >= 5 ? word.slice(0, Math.max(4, word.length - 2)) : word,
      ),
    );
}

const STAKEHOLDER = `(select m.stakeholder_type from network_membership m
  where m.centre_id = s.centre_id and m.partner_id = s.partner_id and m.left_on is null
  order by m.stakeholder_type nulls last limit 1)`;

/** All that a list stands on; `except` leaves one filter out, for counting what it would leave. */
function narrowed(
  context: Context,
  filter: ServiceFilter,
  bind: Bind,
): { from: string; words: string } {
  const words = bind(patterns(filter.text));
  const any = (column: string, values: readonly string[] | null | undefined) =>
    values ? `and ${column} = any(${bind(values)})` : "";
  const from = `
    from service s
    join partner p on p.centre_id = s.centre_id and p.id = s.partner_id
    join capacity_bands(${bind(context.now)}) b on b.service_id = s.id
    where s.centre_id = ${bind(context.actor.centreId)}
      and ${render(servicePolicy.read, context.actor, bind, "s")}
      and s.status in ('ACTIVE', 'PAUSED')
      and (select coalesce(bool_and(s.search like '%' || folded(w) || '%' or p.search like '%' || folded(w) || '%'), true)
           from unnest(${words}::text[]) w)
      ${any("s.area", filter.areas)}
      ${any("s.service_group", filter.groups)}
      ${any("s.form", filter.forms)}
      ${any("s.sphere", filter.spheres)}
      ${any("s.entry_mode", filter.entryModes)}
      ${any("b.status", filter.capacityStatuses)}
      ${any(STAKEHOLDER, filter.stakeholderTypes)}
      ${typeof filter.emergency === "boolean" ? `and s.emergency = ${bind(filter.emergency)}` : ""}
      ${typeof filter.availableNow === "boolean" ? `and b.takes_now = ${bind(filter.availableNow)}` : ""}
      ${filter.partnerId ? `and s.partner_id = ${bind(fromGlobalId("Partner", filter.partnerId))}` : ""}`;
  return { from, words };
}

/** What decides the order, each so that less is better; the last two make it total. */
function sortKeys(order: ServiceOrder, words: string, today: string): string[] {
  const name = ["folded(s.name)", "s.id::text"];
  if (order === "NAME") return name;
  if (order === "OLDEST_CONFIRMED")
    return ["coalesce(extract(epoch from b.confirmed_at), 0)::float8", ...name];
  return [
    `(case when s.for_residents and s.referable_from <= ${today}
        and (s.referable_to is null or s.referable_to >= ${today}) then 0 else 1 end)`,
    "(case when b.takes_now then 0 else 1 end)",
    `(case when (select bool_and(folded(s.name) like '%' || folded(w) || '%') from unnest(${words}::text[]) w) then 0
           when (select bool_and(s.search like '%' || folded(w) || '%') from unnest(${words}::text[]) w) then 1 else 2 end)`,
    "(case when b.status = 'STALE' then 1 else 0 end)",
    ...name,
  ];
}

interface ListedRow {
  id: string;
  status: CapacityStatus;
  takes_now: boolean;
  never_confirmed: boolean;
  offerable: number;
  in_name: boolean | null;
  in_service: boolean | null;
  referable: boolean;
  sort: unknown[];
}

export async function servicesVisibleTo(
  context: Context,
  filter: ServiceFilter,
  page: (width: number) => Page,
): Promise<CountedConnection<Service>> {
  if (!context.actor.centreId) return emptyConnection();
  const { values, bind } = binding();
  const { from, words } = narrowed(context, filter, bind);
  const today = `${bind(localDate(context.now))}::date`;
  const keys = sortKeys(filter.order ?? "BEST_FIRST", words, today);
  const asked = page(keys.length);
  const beyond = asked.after
    ? `and (${keys.join(", ")}) > (${asked.after.map(bind).join(", ")})`
    : "";
  const rows = await context.reads.rows<ListedRow>(
    `select s.id, b.status, b.takes_now, b.never_confirmed, b.offerable,
       (select bool_and(folded(s.name) like '%' || folded(w) || '%') from unnest(${words}::text[]) w) as in_name,
       (select bool_and(s.search like '%' || folded(w) || '%') from unnest(${words}::text[]) w) as in_service,
       s.for_residents and s.referable_from is not null and s.referable_from <= ${today}
         and (s.referable_to is null or s.referable_to >= ${today}) as referable,
       json_build_array(${keys.join(", ")}) as sort
     ${from} ${beyond}
     order by ${keys.join(", ")} limit ${bind(asked.first + 1)}`,
    values,
  );
  const services = await Promise.all(
    rows.map((row) => context.load(serviceById, row.id)),
  );
  const found = new Map(services.map((service) => [service?.id, service]));
  return {
    ...connection(
      rows,
      asked,
      (row) => row.sort,
      (row) => withReasons(context, row, found.get(row.id)),
    ),
    count: () => countServices(context, filter),
  };
}

async function countServices(
  context: Context,
  filter: ServiceFilter,
): Promise<number> {
  const { values, bind } = binding();
  const { from } = narrowed(context, filter, bind);
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
  service.reasons = reasons.filter((part) => part !== null).slice(0, 3);
  return service;
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

interface FacetRow {
  area: ServiceArea;
  sphere: LifeSphere | null;
  form: ServiceForm;
  entry_mode: EntryMode;
  service_group: ServiceGroup;
  stakeholder_type: StakeholderType | null;
  takes_now: boolean;
  band: CapacityStatus;
}

/** Every service of the words and the organisation, with all that the other filters ask about. */
export async function facetRows(
  context: Context,
  filter: ServiceFilter,
): Promise<FacetRow[]> {
  if (!context.actor.centreId) return [];
  const { values, bind } = binding();
  const { text, partnerId, emergency } = filter;
  const { from } = narrowed(
    context,
    {
      text: text ?? null,
      partnerId: partnerId ?? null,
      emergency: emergency ?? null,
    },
    bind,
  );
  return context.reads.rows<FacetRow>(
    `select s.area, s.sphere, s.form, s.entry_mode, s.service_group, ${STAKEHOLDER} as stakeholder_type,
            b.takes_now, b.status as band ${from}`,
    values,
  );
}

/** Other services of the same area that take so many units now and can be referred to, the best first. */
export async function alternativesVisibleTo(
  context: Context,
  to: { serviceId: string; area: ServiceArea; units: number },
): Promise<Service[]> {
  const { values, bind } = binding();
  const filter = { areas: [to.area], availableNow: true };
  const { from, words } = narrowed(context, filter, bind);
  const today = `${bind(localDate(context.now))}::date`;
  const rows = await context.reads.rows<{ id: string }>(
    `select s.id ${from} and s.id <> ${bind(to.serviceId)} and b.offerable >= ${bind(to.units)}
       and s.for_residents and s.referable_from <= ${today}
       and (s.referable_to is null or s.referable_to >= ${today})
     order by ${sortKeys("BEST_FIRST", words, today).join(", ")} limit 3`,
    values,
  );
  const services = await Promise.all(
    rows.map(({ id }) => context.load(serviceById, id)),
  );
  return services.filter((service) => service !== null);
}
