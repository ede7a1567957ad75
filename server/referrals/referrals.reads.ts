// Reads of referrals: lists, the way of each, the queue.
import { In } from "typeorm";

import type { Case } from "../cases/index.js";
import { caseById } from "../cases/index.js";
import { Role } from "../identity/index.js";
import { Capacity } from "../offer/index.js";
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
import { render } from "../platform/permission/render.js";
import { missedUntil } from "./appointments/undecided.js";
import { FALLBACKS_MOVED, FALLBACKS_PLANNED } from "./chain/chain.js";
import { CONTINUATION_PLANNED } from "./continuation.js";
import { turnByHand, type Waiting } from "./queue/turn.js";
import { WAITING } from "./queue/waiting.js";
import { Referral, ReferralSubject } from "./referral.js";
import type { ReferralFilter } from "./referral-filter.js";
import type { ReferralStatus } from "./referral-status.js";
import type { AppointmentStep } from "./referral-step.js";
import { referralPolicy } from "./referrals.policy.js";
import {
  BASIS_TAKEN_BACK,
  KEEPING_CONFIRMED,
  SERVICE_SUGGESTED,
  SIGHT_BEGUN,
  SIGHT_ENDED,
  SUGGESTION_DECIDED,
} from "./standing-events.js";

export const referralById = loader<string, Referral | null>(
  async (context, ids) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId) return ids.map(() => null);
    const referrals = await context.reads.ask((manager) =>
      manager.getRepository(Referral).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(
      ids,
      referrals.filter((one) => allows(referralPolicy.read, actor, one)),
      (one) => one.id,
    );
  },
);

/** Newest first. What vanished is its sender's alone. */
export async function referralsVisibleTo(
  context: Context,
  filter: ReferralFilter | null,
  page: Page,
): Promise<CountedConnection<Referral>> {
  const { actor } = context;
  const { centreId } = actor;
  if (!centreId) return emptyConnection();
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const awaitsKeeping = () => `exists (select from referral_keeping k
    where k.centre_id = r.centre_id and k.referral_id = r.id and k.answer is null
      and ${render(referralPolicy.readKeeping, actor, bind, "r")})`;
  const conditions = [
    "r.centre_id = $1",
    render(referralPolicy.read, actor, bind, "r"),
    actor.kind === "member"
      ? `(not r.vanished or r.sender_account_id = ${bind(actor.accountId)})`
      : "not r.vanished",
  ];
  if (filter?.statuses)
    conditions.push(`r.status = any(${bind(filter.statuses)})`);
  if (filter?.priorities)
    conditions.push(`r.priority = any(${bind(filter.priorities)})`);
  if (typeof filter?.awaitsNext === "boolean")
    conditions.push(`(r.status in ('DECLINED', 'EXPIRED')
      and (r.finished_at at time zone 'Europe/Warsaw')::date >= ${bind(localDate(context.now))}::date - 14
      and not exists (select from referral f where f.centre_id = r.centre_id and f.follows_id = r.id))
      = ${bind(filter.awaitsNext)}`);
  if (filter?.serviceId)
    conditions.push(
      `r.service_id = ${bind(fromGlobalId("Service", filter.serviceId))}`,
    );
  if (filter?.partnerId)
    conditions.push(
      `r.partner_id = ${bind(fromGlobalId("Partner", filter.partnerId))}`,
    );
  if (filter?.caseId)
    conditions.push(`exists (select from referral_subject s
      where s.centre_id = r.centre_id and s.referral_id = r.id
        and s.case_id = ${bind(fromGlobalId("Case", filter.caseId))}
        and ${render(referralPolicy.readSubject, actor, bind, "s")})`);
  if (filter?.number)
    conditions.push(`r.number = ${bind(filter.number.trim())}`);
  if (filter?.sentByViewer)
    conditions.push(
      actor.kind === "member"
        ? `r.sender_account_id = ${bind(actor.accountId)}`
        : "false",
    );
  if (filter?.awaitsKeeping) conditions.push(awaitsKeeping());
  if (filter?.senderHasLeft)
    conditions.push(
      holds({ kind: "role", roles: [Role.OUS] }, actor, {})
        ? "has_left(r.sender_account_id)"
        : "false",
    );
  if (filter?.hasLeftSuggestion)
    conditions.push(
      "r.id in (select s.referral_id from suggestions_left_behind(null) s)",
    );
  if (filter?.placeUndecided)
    conditions.push(
      `r.id in (select u.referral_id from undecided_places(${bind(missedUntil(context.now))}) u)`,
    );
  const where = `from referral r where ${conditions.join(" and ")}`;
  const counted = [...values];
  const beyond = page.after
    ? `and (r.created_at, r.id) < (${bind(page.after[0])}::timestamptz, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await context.reads.rows<{ id: string; made: string }>(
    `select r.id, to_json(r.created_at)#>>'{}' as made ${where} ${beyond}
     order by r.created_at desc, r.id desc limit ${bind(page.first + 1)}`,
    values,
  );
  const referrals = await Promise.all(
    rows.map(({ id }) => context.load(referralById, id)),
  );
  const found = new Map(referrals.map((one) => [one?.id, one]));
  return {
    ...connection(
      rows,
      page,
      (row) => [row.made, row.id],
      (row) => {
        const referral = found.get(row.id);
        if (!referral) throw new Error("a listed referral is not to be read");
        return referral;
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

/** The newest one that follows it, after its end. */
export const followerOf = loader<string, Referral | null>(
  async (context, referralIds) => {
    const rows = await context.reads.rows<{ follows_id: string; id: string }>(
      `select distinct on (r.follows_id) r.follows_id, r.id from referral r
       where r.centre_id = $1 and r.follows_id = any($2) and not r.vanished
       order by r.follows_id, r.created_at desc, r.id`,
      [context.actor.centreId, referralIds],
    );
    return Promise.all(
      inOrder(referralIds, rows, (row) => row.follows_id).map(async (row) =>
        row ? context.load(referralById, row.id) : null,
      ),
    );
  },
);

/** Case and own reference: for the sender alone. */
export const subjectOfReferral = loader<string, ReferralSubject | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const subjects = await context.reads.ask((manager) =>
      manager
        .getRepository(ReferralSubject)
        .findBy({ centreId, referralId: In([...referralIds]) }),
    );
    return inOrder(referralIds, subjects, (subject) => subject.referralId);
  },
);

export async function findSubject(
  context: Context,
  referral: Referral,
): Promise<ReferralSubject | null> {
  return allows(referralPolicy.readSubject, context.actor, referral)
    ? context.load(subjectOfReferral, referral.id)
    : null;
}

export async function caseOf(
  context: Context,
  referral: Referral,
): Promise<Case | null> {
  const subject = await findSubject(context, referral);
  return subject?.caseId ? context.load(caseById, subject.caseId) : null;
}

/** Events of a referral that leave it where it is: its sides know of them by other means, and nobody else is to. */
export const BESIDE_THE_WAY = [
  CONTINUATION_PLANNED,
  "AttendanceRecorded",
  FALLBACKS_PLANNED,
  FALLBACKS_MOVED,
  SIGHT_ENDED,
  SIGHT_BEGUN,
  BASIS_TAKEN_BACK,
  KEEPING_CONFIRMED,
  SERVICE_SUGGESTED,
  SUGGESTION_DECIDED,
];

export interface StepRow {
  subject_id: string;
  at: Date;
  status: ReferralStatus;
  actor_partner_id: string | null;
  reason: string | null;
  appointment: AppointmentStep | null;
}

/** The way of a referral from the log, oldest first. */
export const stepsOfReferral = loader<string, StepRow[]>(
  async (context, referralIds) => {
    const rows = await context.reads.rows<StepRow>(
      `select e.subject_id, e.at, e.facts->>'status' as status, e.actor_partner_id, e.facts->>'reason' as reason,
         e.facts->>'step' as appointment
       from event e
       where e.centre_id = $1 and e.subject_id = any($2) and e.topic = 'REFERRAL'
         and e.type <> all($3)
       order by e.position`,
      [context.actor.centreId, referralIds, BESIDE_THE_WAY],
    );
    return grouped(referralIds, rows, (row) => row.subject_id);
  },
);

/** Place in the queue, 1 is first; keyed by referral, asked by service. */
export const queuePositionOf = loader<Referral, number | null>(
  async (context, referrals) => {
    const services = [...new Set(referrals.map(({ serviceId }) => serviceId))];
    const rows = await context.reads.rows<{
      referral_id: string;
      queue_position: number;
    }>(`select * from queue_positions($1)`, [services]);
    return inOrder(
      referrals.map(({ id }) => id),
      rows,
      (row) => row.referral_id,
    ).map((row) => row?.queue_position ?? null);
  },
  (referral) => referral.id,
);

/** Whose turn it is in the queue of a service, for who may offer her a place. */
export const firstWaitingOf = loader<string, Referral | null>(
  async (context, serviceIds) => {
    const { actor } = context;
    const { centreId } = actor;
    const mayOffer = holds(
      { kind: "role", roles: [Role.PARTNER_REFERRALS] },
      actor,
      {},
    );
    if (!mayOffer || !centreId) return serviceIds.map(() => null);
    const capacities = await context.reads.ask((manager) =>
      manager
        .getRepository(Capacity)
        .findBy({ centreId, serviceId: In([...serviceIds]) }),
    );
    const waiting = await context.reads.rows<Waiting & { serviceId: string }>(
      `select service_id as "serviceId", ${WAITING}`,
      [centreId, serviceIds],
    );
    const queues = grouped(serviceIds, waiting, (row) => row.serviceId);
    return Promise.all(
      serviceIds.map(async (serviceId, place) => {
        const next = turnByHand(
          queues[place] ?? [],
          capacities.find((one) => one.serviceId === serviceId),
        );
        const first = next && (await context.load(referralById, next.id));
        return first && allows(referralPolicy.offerPlace, actor, first)
          ? first
          : null;
      }),
    );
  },
);
