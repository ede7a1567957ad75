// Reads of what an organisation hands over before it leaves: its open referrals, and when it goes.
import type { Work } from "../events/index.js";
import { localDate, wordsOfDay } from "../platform/calendar.js";
import { inOrder, loader } from "../platform/graphql/loader.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import type { OpenUnder } from "./continuations.reads.js";
import { openReferralsWithoutPlan, openUnder } from "./continuations.reads.js";
import { openStates } from "./transitions.js";

/** Today, where it has not said when it leaves. */
const LAST_THERE = `coalesce((select max(m.leaving_on) from network_membership m
  where m.centre_id = r.centre_id and m.partner_id = r.partner_id and m.left_on is null), $4::date)`;

/** What is open at each organisation, for who sees all its referrals. */
export const openAtPartner = loader<string, OpenUnder>(
  async (context, partnerIds) => {
    const rows = await context.reads.rows<OpenUnder & { partner_id: string }>(
      `select r.partner_id, ${openUnder(LAST_THERE)} and r.partner_id = any($3) group by r.partner_id`,
      [context.actor.centreId, openStates, partnerIds, localDate(context.now)],
    );
    return inOrder(partnerIds, rows, (row) => row.partner_id).map(
      (row) => row ?? { open: 0, unplanned: 0, owedBy: [] },
    );
  },
);

/** Before an organisation leaves, each referral that is open at it has its plan. */
export async function plansBeforeLeaving(
  work: Work,
  { partnerId, leavingOn }: { partnerId: string; leavingOn: string | null },
): Promise<InvalidInput | null> {
  const lastDay = leavingOn ?? localDate(work.now);
  const { owedBy } = await openReferralsWithoutPlan(work, partnerId, {
    lastDay,
  });
  const day = wordsOfDay(lastDay);
  const names = owedBy.join(", ");
  return owedBy.length === 0
    ? null
    : unknownNoun(work.say, "membershipId", {
        pl: `Najpierw każde otwarte skierowanie do tej organizacji musi mieć plan, który sięga dnia odejścia (${day.pl}): co dalej. Plan podają: ${names}.`,
        en: `First each open referral to this organisation needs a plan of what comes next that reaches the day of leaving (${day.en}). It is owed by: ${names}.`,
      });
}
