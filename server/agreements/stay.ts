// Which parties of an agreement are still there: who has left, today or by a notice that is over, reads and speaks no longer.
import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import type { Agreement } from "./agreement.js";

/** Said when a party leaves, and when the day comes of which it gave notice. */
export async function keepPresent(
  work: Work,
  agreement: Agreement,
): Promise<void> {
  const { centreId, id } = agreement;
  await work.inSystemsName(async () => {
    const [kept] = await work.rows<{ present_ids: string[] }>(
      `update agreement a set present_ids = array(select y.partner_id from agreement_party y
           where y.centre_id = $1 and y.agreement_id = $2 and (y.left_on is null or y.left_on > $3)
           order by y.partner_id)
         where a.centre_id = $1 and a.id = $2 returning a.present_ids`,
      [centreId, id, localDate(work.now)],
    );
    if (!kept) throw new Error("the parties were not written");
    agreement.presentIds = kept.present_ids;
  });
}
