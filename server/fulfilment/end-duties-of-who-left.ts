// An organisation that left has handed over its last: its people act for it no longer.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { eachCentre } from "../identity/index.js";
import { endAllDuties } from "../people/index.js";
import { localDate } from "../platform/calendar.js";
import { openStates } from "../referrals/index.js";

const END_DUTIES = "end-duties-of-who-left";

/** Once an hour; what was missed while all were down is made up for. */
export const endDutiesHourly = `17 * * * * ${END_DUTIES} ?fill=2h`;

/** An order's accounts are closed when sheets are confirmed to its agreement's last day, or the organisation's last in it, and no shortfall waits. */
async function endDutiesOfWhoLeft(work: Work): Promise<void> {
  const done = await work.rows<{ id: string }>(
    `select p.id from partner p
     where p.centre_id = $1 and p.status = 'FORMER'
       and not exists (select from centre c where c.id = $1 and c.hub_partner_id = p.id)
       and exists (select from assignment g where g.centre_id = $1 and g.partner_id = p.id and g.ended_at is null)
       and not exists (select from referral r
         where r.centre_id = $1 and r.partner_id = p.id and r.status = any($2))
       and not exists (select from settlement_sheet s
         where s.centre_id = $1 and s.partner_id = p.id and s.status in ('OPEN', 'OBJECTED'))
       and not exists (select from shortfall s
         where s.centre_id = $1 and s.partner_id = p.id and s.state <> 'CLOSED')
       and not exists (select from agreement_order o
         join agreement a on a.centre_id = o.centre_id and a.id = o.agreement_id
         join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = o.partner_id
         where o.centre_id = $1 and o.partner_id = p.id and not exists (select from settlement_sheet s
           where s.centre_id = $1 and s.order_id = o.id and s.status = 'CONFIRMED'
             and s.to_on >= least(a.ended_on, a.valid_to, y.left_on - 1, $3::date)))`,
    [work.centreId, openStates, localDate(work.now)],
  );
  for (const { id } of done) await endAllDuties(work, id);
}

export function leavingTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [END_DUTIES]: () => eachCentre(dataSource, deskOf, endDutiesOfWhoLeft),
  };
}
