// What a list of services stands on: the filters, and the rules of its order, as parts of a statement.
import { likeText } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { Column } from "../platform/graphql/list-cursor.js";
import { holds } from "../platform/permission/allows.js";
import { type Bind, render } from "../platform/permission/render.js";
import { capacityPolicy, servicePolicy } from "./offer.policy.js";
import { Service } from "./service.js";
import type { ServiceFilter } from "./service-filter.js";
import type { ServiceOrder } from "./service-kind.js";
import { holdsPart, type Understood } from "./understood.reads.js";

export const STAKEHOLDER = `(select m.stakeholder_type from network_membership m
  where m.centre_id = s.centre_id and m.partner_id = s.partner_id and m.left_on is null
  order by m.stakeholder_type nulls last limit 1)`;

/** As agreements and memberships stand on that day; null where they say nothing. */
export const referableOn = (day: string) =>
  `(s.for_residents and s.referable_from <= ${day} and (s.referable_to is null or s.referable_to >= ${day}))`;

const LONGEST_PLACE = 100;

/** All that a list stands on; the bands of a whole centre are reckoned only where something asks for them. */
export function narrowed(
  context: Context,
  filter: ServiceFilter,
  search: Understood,
  bind: Bind,
  needsBands = true,
): string {
  const any = (column: string, values: readonly string[] | null | undefined) =>
    values ? `and ${column} = any(${bind(values)})` : "";
  const is = (fact: string, asked: boolean | null | undefined) =>
    typeof asked === "boolean" ? `and ${fact} = ${bind(asked)}` : "";
  // the numbers of those alone that hold the words, where words are sought
  const ids = search.ids && `${bind(search.ids)}::uuid[]`;
  return `
    from service s
    join partner p on p.centre_id = s.centre_id and p.id = s.partner_id
    ${needsBands ? `join capacity_bands(${[bind(context.now), ids].filter(Boolean).join(", ")}) b on b.service_id = s.id` : ""}
    where s.centre_id = ${bind(context.actor.centreId)}
      and ${render(servicePolicy.read, context.actor, bind, "s")}
      and s.status in ('ACTIVE', 'PAUSED')
      ${ids ? `and s.id = any(${ids})` : ""}
      ${any("s.area", filter.areas)}
      ${any("s.service_group", filter.groups)}
      ${any("s.form", filter.forms)}
      ${any("s.sphere", filter.spheres)}
      ${any("s.entry_mode", filter.entryModes)}
      ${any("b.status", filter.capacityStatuses)}
      ${any(STAKEHOLDER, filter.stakeholderTypes)}
      ${filter.place ? `and folded(s.place) like folded(${bind(`%${likeText(filter.place.slice(0, LONGEST_PLACE))}%`)})` : ""}
      ${filter.accessibility ? `and s.accessibility @> ${bind(filter.accessibility)}::text[]` : ""}
      ${filter.targetGroups ? `and s.target_groups && ${bind(filter.targetGroups)}::text[]` : ""}
      ${filter.timesOfDay ? `and s.times_of_day && ${bind(filter.timesOfDay)}::text[]` : ""}
      ${is("s.care_during_activity", filter.careDuringActivity)}
      ${is("s.transport_provided", filter.transportProvided)}
      ${is("(s.fee_grosze = 0)", filter.freeOfCharge)}
      ${is("s.emergency", filter.emergency)}
      ${is("b.takes_now", filter.availableNow)}
      ${
        typeof filter.referableNow === "boolean"
          ? `and (b.takes_now and coalesce(${referableOn(`${bind(localDate(context.now))}::date`)}, false)) = ${bind(filter.referableNow)}`
          : ""
      }
      ${filter.partnerId ? `and s.partner_id = ${bind(fromGlobalId("Partner", filter.partnerId))}` : ""}`;
}

/** How far a service is from the words themselves, part by part: 0 is nearest; 0 without words. */
export interface Nearness {
  /** Parts that only related words answer, or none. */
  related: string;
  /** For each part: 0 in the name, 1 in the description or area, 2 in the place or the organisation's name. */
  farther: string;
  /** Which parts nothing answers, and which only related words. */
  lacks: string;
  isRelated: string;
}

export function nearness({ parts }: Understood, bind: Bind): Nearness {
  const sum = (each: readonly string[]) =>
    each.length > 0 ? `(${each.join(" + ")})` : "0::integer";
  const all = (each: readonly string[]) =>
    `array[${each.join(", ")}]::boolean[]`;
  const asked = parts.map(({ direct, wide, inName }) => ({
    direct: `${bind(direct)}::tsquery`,
    wide: `${bind(wide)}::tsquery`,
    inName: `${bind(inName)}::tsquery`,
  }));
  return {
    related: sum(
      asked.map(({ direct }) => `(not ${holdsPart(direct)})::integer`),
    ),
    farther: sum(
      asked.map(
        ({ inName, wide }) =>
          `(case when s.words @@ ${inName} then 0 when s.words @@ ${wide} then 1 else 2 end)`,
      ),
    ),
    lacks: all(asked.map(({ wide }) => `not ${holdsPart(wide)}`)),
    isRelated: all(asked.map(({ direct }) => `not ${holdsPart(direct)}`)),
  };
}

export function asksForBands(filter: ServiceFilter): boolean {
  return (
    typeof filter.availableNow === "boolean" ||
    typeof filter.referableNow === "boolean" ||
    Boolean(filter.capacityStatuses)
  );
}

/** An order of numbers is for who may see them. */
export function orderFor(
  { actor }: Context,
  { order }: ServiceFilter,
): ServiceOrder {
  const asked = order ?? "BEST_FIRST";
  return asked === "OLDEST_CONFIRMED" &&
    !holds(capacityPolicy.read, actor, new Service())
    ? "NAME"
    : asked;
}

/** What a cursor of each order holds, key by key. */
export const sortColumns: Readonly<Record<ServiceOrder, readonly Column[]>> = {
  NAME: ["text", "uuid"],
  OLDEST_CONFIRMED: ["number", "text", "uuid"],
  BEST_FIRST: ["rank", "rank", "rank", "rank", "rank", "text", "uuid"],
};

/** What decides the order, each so that less is better; the last two make it total. */
export function sortKeys(
  order: ServiceOrder,
  { related, farther }: Pick<Nearness, "related" | "farther">,
  today: string,
): string[] {
  const name = ["folded(s.name)", "s.id::text"];
  if (order === "NAME") return name;
  if (order === "OLDEST_CONFIRMED")
    return ["coalesce(extract(epoch from b.confirmed_at), 0)::float8", ...name];
  return [
    `(case when ${referableOn(today)} then 0 else 1 end)`,
    related,
    "(case when b.takes_now then 0 else 1 end)",
    farther,
    "(case when b.status = 'STALE' then 1 else 0 end)",
    ...name,
  ];
}
