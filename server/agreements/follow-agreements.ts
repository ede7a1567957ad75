// Days pass by themselves: agreements that begin, renew themselves or end are brought up to date, each once, however many processes there are.
import type { DataSource } from "typeorm";
import { In } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { atEachCentre } from "../identity/index.js";
import { localDate, renewedTo } from "../platform/calendar.js";
import { Agreement } from "./agreement.js";
import { AgreementVersion } from "./agreement-version.js";
import { cameTooLate } from "./before-force.js";
import {
  followDates,
  putAmendmentInForce,
  recordState,
  refreshParties,
} from "./bind.js";
import { become, lockAgreement, partiesOf } from "./find-agreement.js";
import { rejectProposed, TO_COME } from "./keep-version.js";
import { keepPresent } from "./stay.js";

const FOLLOW_AGREEMENTS = "follow-agreements";

/** Soon after each hour, so that a new day is followed within it; what was missed while all were down is made up for. */
export const followAgreementsHourly = `3 * * * * ${FOLLOW_AGREEMENTS} ?fill=2h`;

/**
 * May run again and again: what is up to date stays as it is.
 * Each agreement is a unit of work of its own: one that fails does not keep the others; the job comes again for it.
 */
export async function followAgreements(desk: Desk): Promise<void> {
  const failures: unknown[] = [];
  for (const id of await transact(desk, agreementsToFollow))
    await transact(desk, (work) => followAgreement(work, id)).catch(
      (error: unknown) => failures.push(error),
    );
  if (failures.length > 0)
    throw new AggregateError(failures, "some agreements were not followed");
}

/** What a day may change in, as `statusOn`, `renew` and `keepPresent` find it then. */
async function agreementsToFollow(work: Work): Promise<string[]> {
  const rows = await work.rows<{ id: string }>(
    `select a.id from agreement a where a.centre_id = $1 and (
       a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED') and (a.ended_on < $2::date or a.valid_to < $2::date
         or a.auto_renew and a.ended_on is null and a.valid_to = $2::date
         or a.status = 'SIGNED' and a.valid_from <= $2::date
         or a.status = 'ACTIVE' and coalesce(a.valid_from, 'infinity') > $2::date)
       or exists (select from agreement_version v where v.centre_id = a.centre_id and v.agreement_id = a.id
         and v.status in ('PROPOSED', 'SIGNED'))
       or exists (select from agreement_party y where y.centre_id = a.centre_id and y.agreement_id = a.id
         and y.left_on <= $2::date and y.partner_id = any(a.present_ids)))
     order by a.id`,
    [work.centreId, localDate(work.now)],
  );
  return rows.map(({ id }) => id);
}

/** As it is once whoever was changing it is done: of two at once the second finds nothing left to do. */
async function followAgreement(work: Work, id: string): Promise<void> {
  const { centreId, manager } = work;
  const day = localDate(work.now);
  await lockAgreement(work, id);
  const agreement = await manager
    .getRepository(Agreement)
    .findOneByOrFail({ centreId, id });
  const { recordedStatus, autoRenew, endedOn, validTo } = agreement;
  if (
    ["ACTIVE", "SUSPENDED"].includes(recordedStatus) &&
    autoRenew &&
    endedOn === null &&
    validTo !== null &&
    validTo <= day
  )
    await renew(work, agreement, day);
  const parties = await partiesOf(work, agreement);
  const { presentIds } = agreement;
  if (
    parties.some(
      (one) => !one.isPresent(day) && presentIds.includes(one.partnerId),
    )
  ) {
    await keepPresent(work, agreement);
    await refreshParties(work, agreement);
  }
  for (const version of await manager.getRepository(AgreementVersion).find({
    where: { centreId, agreementId: id, status: In([...TO_COME]) },
    order: { revision: "ASC" },
  }))
    if (cameTooLate(agreement, version, day))
      await rejectProposed(work, agreement, [version.status]);
    else await putAmendmentInForce(work, agreement, version);
  if (await followDates(work, agreement)) await refreshParties(work, agreement);
}

/** By so many months as the parties promised, as often as it takes to reach today. */
async function renew(
  work: Work,
  agreement: Agreement,
  day: string,
): Promise<void> {
  const { centreId, id, renewMonths, recordedStatus } = agreement;
  if (!renewMonths || !agreement.validTo) return;
  // as all have signed it, before it was ever renewed
  const signed = await work.manager
    .getRepository(AgreementVersion)
    .findOneBy({ centreId, agreementId: id, status: "IN_FORCE" });
  const firstTo = signed?.terms.validTo ?? agreement.validTo;
  const validTo = renewedTo(
    firstTo < agreement.validTo ? firstTo : agreement.validTo,
    renewMonths,
    day,
  );
  await become(work, agreement, recordedStatus, { validTo });
  recordState(work, agreement, "AgreementRenewed", { validTo });
  await refreshParties(work, agreement);
}

export function agreementTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [FOLLOW_AGREEMENTS]: () =>
      atEachCentre(dataSource, deskOf, followAgreements),
  };
}
