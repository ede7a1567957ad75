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

export const STAKEHOLDER = `(select m.stakeholder_type from network_membership m
  where m.centre_id = s.centre_id and m.partner_id = s.partner_id and m.left_on is null
  order by m.stakeholder_type nulls last limit 1)`;

/** As agreements and memberships stand on that day; null where they say nothing. */
export const referableOn = (day: string) =>
  `(s.for_residents and s.referable_from <= ${day} and (s.referable_to is null or s.referable_to >= ${day}))`;

/** All that a list stands on; the bands of a whole centre are reckoned only where something asks for them. */
export function narrowed(
  context: Context,
  filter: ServiceFilter,
  bind: Bind,
  needsBands = true,
): { from: string; words: string } {
  const words = bind(patterns(filter.text));
  const any = (column: string, values: readonly string[] | null | undefined) =>
    values ? `and ${column} = any(${bind(values)})` : "";
  const from = `
    from service s
    join partner p on p.centre_id = s.centre_id and p.id = s.partner_id
    ${needsBands ? `join capacity_bands(${bind(context.now)}) b on b.service_id = s.id` : ""}
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
      ${
        typeof filter.referableNow === "boolean"
          ? `and (b.takes_now and coalesce(${referableOn(`${bind(localDate(context.now))}::date`)}, false)) = ${bind(filter.referableNow)}`
          : ""
      }
      ${filter.partnerId ? `and s.partner_id = ${bind(fromGlobalId("Partner", filter.partnerId))}` : ""}`;
  return { from, words };
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
  BEST_FIRST: ["rank", "rank", "rank", "rank", "text", "uuid"],
};

/** What decides the order, each so that less is better; the last two make it total. */
export function sortKeys(
  order: ServiceOrder,
  words: string,
  today: string,
): string[] {
  const name = ["folded(s.name)", "s.id::text"];
  if (order === "NAME") return name;
  if (order === "OLDEST_CONFIRMED")
    return ["coalesce(extract(epoch from b.confirmed_at), 0)::float8", ...name];
  return [
    `(case when ${referableOn(today)} then 0 else 1 end)`,
    "(case when b.takes_now then 0 else 1 end)",
    `(case when (select bool_and(folded(s.name) like '%' || folded(w) || '%') from unnest(${words}::text[]) w) then 0
           when (select bool_and(s.search like '%' || folded(w) || '%') from unnest(${words}::text[]) w) then 1 else 2 end)`,
    "(case when b.status = 'STALE' then 1 else 0 end)",
    ...name,
  ];
}
