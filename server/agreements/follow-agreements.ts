// Days pass by themselves: agreements that begin, renew themselves or end are brought up to date, each once, however many processes there are.
import type { DataSource } from "typeorm";
import { In, IsNull, LessThanOrEqual } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { eachCentre } from "../identity/index.js";
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
import { become, lockAgreement } from "./find-agreement.js";
import { rejectProposed } from "./keep-version.js";
import { keepPresent, withPartiesGone } from "./stay.js";

const FOLLOW_AGREEMENTS = "follow-agreements";

/** Soon after each hour, so that a new day is followed within it; what was missed while all were down is made up for. */
export const followAgreementsHourly = `3 * * * * ${FOLLOW_AGREEMENTS} ?fill=2h`;

/** May run again and again: what is up to date stays as it is. */
export async function followAgreements(work: Work): Promise<void> {
  const { centreId, manager } = work;
  // of two at once the second finds nothing left to do
  await work.alone(`follow agreements ${centreId}`);
  const day = localDate(work.now);
  const agreements = manager.getRepository(Agreement);
  /** As it is once whoever was changing it is done. */
  const asItIs = async (id: string) => {
    await lockAgreement(work, id);
    return agreements.findOneByOrFail({ centreId, id });
  };
  const renewing = {
    centreId,
    recordedStatus: In(["ACTIVE", "SUSPENDED"]),
    autoRenew: true,
    endedOn: IsNull(),
    validTo: LessThanOrEqual(day),
  };
  for (const { id } of await agreements.findBy(renewing)) {
    await lockAgreement(work, id);
    const agreement = await agreements.findOneBy({ ...renewing, id });
    if (agreement) await renew(work, agreement, day);
  }
  for (const id of await withPartiesGone(work, day)) {
    const agreement = await asItIs(id);
    await keepPresent(work, agreement);
    await refreshParties(work, agreement);
  }
  const versions = manager.getRepository(AgreementVersion);
  const proposed = { centreId, status: "PROPOSED" } as const;
  for (const { agreementId } of await versions.findBy(proposed)) {
    const agreement = await asItIs(agreementId);
    const version = await versions.findOneBy({ ...proposed, agreementId });
    if (version && cameTooLate(agreement, version, day))
      await rejectProposed(work, agreement);
    else if (version) await putAmendmentInForce(work, agreement, version);
  }
  for (const { id } of await agreements.findBy({
    centreId,
    recordedStatus: In(["SIGNED", "ACTIVE", "SUSPENDED"]),
  })) {
    const agreement = await asItIs(id);
    if (await followDates(work, agreement))
      await refreshParties(work, agreement);
  }
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
    [FOLLOW_AGREEMENTS]: () => eachCentre(dataSource, deskOf, followAgreements),
  };
}
