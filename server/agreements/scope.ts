// What the offer needs of agreements: from when to when each service can be referred to, and how often its number is confirmed.
import type { NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { Service } from "../offer/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import type { Agreement } from "./agreement.js";
import { naming, scopeOf } from "./carrying.js";
import { isAmongUs, obstacleOf } from "./obstacle.js";
import { tellScopeFollowers } from "./scope-follower.js";
import type { Standing } from "./standing.js";
import {
  holdStanding,
  lastDayOf,
  needsNoAgreement,
  standingOf,
  statusFor,
} from "./standing.js";

interface Window {
  from: string;
  to: string | null;
}

/** As ranking needs it; null: never. Who leaves is referred to until the day before. */
function referableWindow(
  standing: Standing,
  serviceId: string,
  day: string,
): Window | null {
  const window = agreedWindow(standing, serviceId, day);
  const { leavesOn } = standing;
  if (!window || leavesOn === null) return window;
  const last = addDays(leavesOn, -1);
  return {
    from: window.from,
    to: window.to === null || window.to > last ? last : window.to,
  };
}

/** Whoever names the service and whoever names none carry it one after the other. */
function agreedWindow(
  standing: Standing,
  serviceId: string,
  day: string,
): Window | null {
  if (!isAmongUs(standing)) return null;
  if (needsNoAgreement(standing)) return { from: "2000-01-01", to: null };
  const windows = standing.agreements
    .filter(
      (one) =>
        one.carriesReferrals &&
        (standing.named.get(one.id)?.has(serviceId) ?? true) &&
        ["ACTIVE", "SIGNED"].includes(statusFor(standing, one, day)),
    )
    .map((one) => ({
      from: one.validFrom ?? day,
      to: lastDayOf(standing, one),
    }))
    .sort((a, b) => a.from.localeCompare(b.from));
  let open: Window | null = null;
  for (const window of windows) {
    if (!open) open = { ...window };
    else if (open.to !== null && window.from <= addDays(open.to, 1))
      open.to = window.to === null || window.to > open.to ? window.to : open.to;
  }
  return open;
}

/** The last day on which somebody can be referred there, as agreements stand today; null: for good, or not even now. */
export function lastReferableDay(
  standing: Standing,
  service: Pick<Service, "id" | "status" | "forResidents" | "suspendedUntil">,
  day: string,
): string | null {
  return obstacleOf(standing, service, day)
    ? null
    : (referableWindow(standing, service.id, day)?.to ?? null);
}

interface Promised {
  /** Places kept for the network, and by which agreement. */
  kept: number;
  by: string | null;
  /** The same of what is signed for a day to come, or suspended, as well. */
  promised: number;
  promisedBy: string | null;
  /** How often the number is confirmed, in days. */
  duty: number | null;
}

/** So that all that are in force are kept: the most places that one of them keeps, and the shortest time. */
function promisedFor(
  standing: Standing,
  serviceId: string,
  day: string,
): Promised {
  const mostOf = (agreements: readonly Agreement[]) =>
    agreements
      .map(({ id, number }) => ({
        kept: standing.named.get(id)?.get(serviceId) ?? 0,
        by: number,
      }))
      .filter(({ kept }) => kept > 0)
      .sort((a, b) => b.kept - a.kept)[0] ?? { kept: 0, by: null };
  const most = mostOf(naming(standing, serviceId, day));
  const promised = mostOf(
    standing.agreements.filter(
      (one) =>
        one.carriesReferrals &&
        ["SIGNED", "ACTIVE", "SUSPENDED"].includes(
          statusFor(standing, one, day),
        ),
    ),
  );
  const duties = scopeOf(standing, serviceId, day).flatMap(
    ({ offerUpdateDutyDays }) => offerUpdateDutyDays ?? [],
  );
  return {
    ...most,
    promised: promised.kept,
    promisedBy: promised.by,
    duty: duties.length > 0 ? Math.min(...duties) : null,
  };
}

/** Said whenever something of a partner's agreements or membership changed. */
export async function refreshScope(
  work: Work,
  partnerId: string,
): Promise<void> {
  const { centreId } = work;
  await holdStanding(work, partnerId, "ALONE");
  const standing = await standingOf(work, partnerId);
  const day = localDate(work.now);
  const services = await work.manager
    .getRepository(Service)
    .find({ where: { centreId, partnerId }, select: { id: true } });
  const scope = services.map(({ id }) => ({
    id,
    ...referableWindow(standing, id, day),
    ...promisedFor(standing, id, day),
  }));
  await work.rows(
    `with scope as (
       select * from jsonb_to_recordset($3::jsonb) as one(id uuid, "from" date, "to" date, duty integer, kept integer, by text, promised integer, "promisedBy" text)
     ), referable as (
       update service s set referable_from = scope."from", referable_to = scope."to" from scope
       where s.centre_id = $1 and s.partner_id = $2 and s.id = scope.id
         and (s.referable_from, s.referable_to) is distinct from (scope."from", scope."to")
     )
     update capacity c set confirm_every_days = scope.duty, kept = scope.kept, kept_by = scope.by,
       promised = scope.promised, promised_by = scope."promisedBy" from scope
     where c.centre_id = $1 and c.partner_id = $2 and c.service_id = scope.id
       and (c.confirm_every_days, c.kept, c.kept_by, c.promised, c.promised_by)
         is distinct from (scope.duty, scope.kept, scope.by, scope.promised, scope."promisedBy")`,
    [centreId, partnerId, JSON.stringify(scope)],
  );
  await tellScopeFollowers(work, partnerId);
}

/** A new service stands under the agreements that its partner has. */
export async function scopeNewService(
  work: Work,
  event: NewEvent,
): Promise<void> {
  const { partnerId } = event;
  if (partnerId) await work.inSystemsName(() => refreshScope(work, partnerId));
}
