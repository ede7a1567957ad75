// What is due at one moment moves together: each by the same rule as by itself, all in a few statements (decision 0081).
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import type { CapacityChange } from "../offer/index.js";
import { lockCapacities, Service, writeCapacities } from "../offer/index.js";
import { inOrder } from "../platform/graphql/loader.js";
import { Numbers, tellOfMove } from "./move-referral.js";
import { Referral } from "./referral.js";
import type { ReferralStatus } from "./referral-status.js";
import { MOST_AT_ONCE } from "./timers.js";

/** A move that the clock makes; whose hour it is stands in a column of the referral. */
export interface Timed {
  task: "expire-referral" | "lapse-offer";
  due: "dueAt" | "offeredUntil";
  from: readonly ReferralStatus[];
  to: ReferralStatus;
  /** In the past tense. */
  event: string;
  effect: (
    referral: Referral,
    numbers: Numbers,
    was: ReferralStatus,
  ) => Promise<void>;
}

const COLUMN = { dueAt: "due_at", offeredUntil: "offered_until" } as const;

/**
 * What else is due in the centre goes with it; whatever another process has in hand is left to that one.
 * @returns whether nothing is left to be done for the one whose clock rang
 */
export async function moveDue(
  work: Work,
  id: string,
  timed: Timed,
): Promise<boolean> {
  const due = COLUMN[timed.due];
  const [own] = await work.rows<{ at: Date | null }>(
    `select ${due} as at from referral where centre_id = $1 and id = $2 and status = any($3)`,
    [work.centreId, id, timed.from],
  );
  if (!own?.at) return true;
  if (own.at > work.now) return false;
  const picked = await work.rows<{ id: string }>(
    `with picked as (select id, service_id from referral
       where centre_id = $1 and ${due} <= $2 and status in (${timed.from.map((one) => `'${one}'`).join(", ")})
         -- what may rest on nobody's word takes its basis before its numbers, and goes by itself
         and not (priority = 'EMERGENCY' and disclosure_level = 'L1_CONTACT')
       order by (id = $3) desc, ${due}, service_id, id limit ${String(MOST_AT_ONCE)} for update skip locked)
     -- their numbers are locked one after the other, in the same order by everybody
     select id from picked order by service_id, id`,
    [work.centreId, work.now, id],
  );
  await moveTogether(
    work,
    picked.map((one) => one.id),
    timed,
  );
  return picked.some((one) => one.id === id);
}

/** They are locked, in the order of their services. */
async function moveTogether(
  work: Work,
  ids: readonly string[],
  { to, event, effect }: Timed,
): Promise<void> {
  const { centreId, manager, now } = work;
  const found = await manager
    .getRepository(Referral)
    .findBy({ centreId, id: In([...ids]) });
  const referrals = inOrder(ids, found, ({ id }) => id).flatMap((one) =>
    one?.canMove(to, "SYSTEM") ? [one] : [],
  );
  if (referrals.length === 0) return;
  const serviceIds = [...new Set(referrals.map((one) => one.serviceId))];
  const capacities = await lockCapacities(work, serviceIds);
  const services = await manager
    .getRepository(Service)
    .findBy({ centreId, id: In(serviceIds) });
  const changes: CapacityChange[] = [];
  for (const referral of referrals) {
    const capacity = capacities.get(referral.serviceId);
    const service = services.find(({ id }) => id === referral.serviceId);
    if (!capacity || !service) throw new Error("the service has no numbers");
    const was = referral.status;
    const numbers = new Numbers(work, referral, { capacity, service });
    referral.move(to, "SYSTEM", now);
    await effect(referral, numbers, was);
    const change = await numbers.taken();
    if (change) changes.push(change);
  }
  await writeCapacities(work, changes);
  await saveTogether(work, referrals);
  for (const referral of referrals) tellOfMove(work, referral, event);
}

/** Each as its next version, in one statement. */
async function saveTogether(
  work: Work,
  referrals: readonly Referral[],
): Promise<void> {
  const { columns } = work.manager.getRepository(Referral).metadata;
  const saved = await work.rows(
    `update referral r set ${columns.map(({ databaseName: of }) => `${of} = g.${of}`).join(", ")}
     from jsonb_populate_recordset(null::referral, $3::jsonb) g
     -- by their ids: behind the walls the planner would else read all referrals
     where r.centre_id = $1 and r.id = any($2) and r.id = g.id and r.version = g.version - 1
     returning r.id`,
    [
      work.centreId,
      referrals.map(({ id }) => id),
      JSON.stringify(
        referrals.map((one) =>
          Object.fromEntries(
            columns.map((column) => [
              column.databaseName,
              column.getEntityValue(one) ?? null,
            ]),
          ),
        ),
      ),
    ],
  );
  if (saved.length !== referrals.length)
    throw new Error("a locked referral was changed by somebody else");
}
