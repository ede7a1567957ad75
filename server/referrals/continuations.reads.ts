// Reads of what becomes of referrals when agreements end: the plans, and who still owes one.
import { In } from "typeorm";

import type { Ending } from "../agreements/index.js";
import { holdStanding } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { addDays, localDate, wordsOfDay } from "../platform/calendar.js";
import { inOrder, loader } from "../platform/graphql/loader.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { InputCheck } from "../platform/graphql/problem.js";
import { Continuation } from "./continuation.js";
import type { Referral } from "./referral.js";
import { openStates } from "./transitions.js";

/** From so many days before the last one a coordinator is asked what becomes of her referrals. */
const ASKED_DAYS = 90;

export const continuationOf = loader<string, Continuation | null>(
  async (context, referralIds) => {
    const { centreId } = context.actor;
    if (!centreId) return referralIds.map(() => null);
    const plans = await context.reads.ask((manager) =>
      manager
        .getRepository(Continuation)
        .findBy({ centreId, referralId: In([...referralIds]) }),
    );
    return inOrder(referralIds, plans, (plan) => plan.referralId);
  },
);

/** The last day of the agreement behind an open referral, once it is near or past; null: it goes on. */
export const agreementEndOf = loader<Referral, string | null>(
  async (context, referrals) => {
    const ids = referrals.map(({ id }) => id);
    const rows = await context.reads.rows<{ id: string; last_day: string }>(
      // whether another carries it on is dear to ask, and of most agreements too early
      `select r.id, e.last_day::text from referral r
       join agreement a on a.centre_id = r.centre_id and a.id = r.agreement_id
       join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = r.partner_id
       cross join lateral (select case when least(a.valid_to, a.ended_on, y.left_on - 1) <= $4
         then last_day_under(a.id, r.partner_id, r.service_id) end as last_day offset 0) e
       where r.centre_id = $1 and r.id = any($2) and r.status = any($3) and e.last_day is not null`,
      [
        context.actor.centreId,
        ids,
        openStates,
        addDays(localDate(context.now), ASKED_DAYS),
      ],
    );
    return inOrder(ids, rows, (row) => row.id).map(
      (row) => row?.last_day ?? null,
    );
  },
  (referral) => referral.id,
);

/** Whether who sent it coordinates nobody here any more; asked for who reads all assignments. */
export const hasSenderLeft = loader<string, boolean>(
  async (context, accountIds) => {
    const rows = await context.reads.rows<{ id: string }>(
      `select id from unnest($1::uuid[]) as sender(id) where has_left(id)`,
      [accountIds],
    );
    return inOrder(accountIds, rows, ({ id }) => id).map(Boolean);
  },
);

interface Leaving {
  lastDay: string;
  agreementId?: string | null;
  kept?: Ending["kept"] | null;
}

export interface OpenUnder {
  open: number;
  unplanned: number;
  /** Who still owes a plan, by name. */
  owedBy: string[];
}

/**
 * A plan counts where it reaches the last day: one that was made for an earlier end says nothing of what comes now.
 * @param lastDay as SQL, of `r`
 */
export const openUnder = (
  lastDay: string,
) => `count(*)::integer as open, count(*) filter (where c.referral_id is null)::integer as unplanned,
  coalesce(array_agg(distinct r.sender_name) filter (where c.referral_id is null), '{}') as "owedBy"
  from referral r left join referral_continuation c on c.centre_id = r.centre_id and c.referral_id = r.id
    and c.until >= ${lastDay}
  where r.centre_id = $1 and r.status = any($2)`;

/** Today, where no last day is known. */
const LAST_UNDER = `coalesce((select least(a.valid_to, a.ended_on) from agreement a
  where a.centre_id = r.centre_id and a.id = r.agreement_id), $4::date)`;

/** What is open under each agreement, for who sees all referrals. */
export const openUnderAgreement = loader<string, OpenUnder>(
  async (context, agreementIds) => {
    const rows = await context.reads.rows<OpenUnder & { agreement_id: string }>(
      `select r.agreement_id, ${openUnder(LAST_UNDER)} and r.agreement_id = any($3) group by r.agreement_id`,
      [
        context.actor.centreId,
        openStates,
        agreementIds,
        localDate(context.now),
      ],
    );
    return inOrder(agreementIds, rows, (row) => row.agreement_id).map(
      (row) => row ?? { open: 0, unplanned: 0, owedBy: [] },
    );
  },
);

/** Open referrals of a partner, or of one of its agreements and not kept by it, that have no plan for that day yet. Nothing is sent there until the commit. */
export async function openReferralsWithoutPlan(
  work: Work,
  partnerId: string,
  { lastDay, agreementId = null, kept = null }: Leaving,
): Promise<OpenUnder> {
  await holdStanding(work, partnerId, "ALONE");
  let found: OpenUnder = { open: 0, unplanned: 0, owedBy: [] };
  await work.inSystemsName(async () => {
    const [row] = await work.rows<OpenUnder>(
      `select ${openUnder("$6::date")} and r.partner_id = $3 and ($4::uuid is null or r.agreement_id = $4)
         and not exists (select from jsonb_to_recordset($5::jsonb) as k(id uuid, level text)
           where k.id = r.service_id and level_order(k.level) >= level_order(r.disclosure_level))`,
      [
        work.centreId,
        openStates,
        partnerId,
        agreementId,
        JSON.stringify([...(kept ?? [])].map(([id, level]) => ({ id, level }))),
        lastDay,
      ],
    );
    found = row ?? found;
  });
  return found;
}

/** Before an agreement ends for some of its parties, or opens less, each open referral that it no longer carries has its plan. */
export async function plansBeforeEnd(
  work: Work,
  { agreement, partnerIds, lastDay, kept }: Ending,
): Promise<InvalidInput | null> {
  const owing = new Set<string>();
  for (const partnerId of [...partnerIds].sort()) {
    const { owedBy } = await openReferralsWithoutPlan(work, partnerId, {
      ...{ lastDay, agreementId: agreement.id, kept: kept ?? null },
    });
    for (const name of owedBy) owing.add(name);
  }
  const names = [...owing].sort().join(", ");
  const day = wordsOfDay(lastDay);
  const which = kept
    ? {
        pl: "każde otwarte skierowanie, którego dotyczy ta zmiana,",
        en: "each open referral that this change concerns",
      }
    : {
        pl: "każde otwarte skierowanie z tej umowy",
        en: "each open referral under this agreement",
      };
  return new InputCheck(work.say).that(owing.size === 0, "agreementId", {
    pl: `Najpierw ${which.pl} musi mieć plan, który sięga ostatniego dnia (${day.pl}): co dalej. Plan podają: ${names}.`,
    en: `First ${which.en} needs a plan of what comes next that reaches the last day (${day.en}). It is owed by: ${names}.`,
  }).problem;
}
