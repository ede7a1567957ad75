// Days pass by themselves: agreements that begin, renew themselves or end are brought up to date, each once, however many processes there are.
import type { DataSource } from "typeorm";
import { In, IsNull, LessThanOrEqual } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { addMonths, localDate } from "../platform/calendar.js";
import { inTransaction } from "../platform/database/session.js";
import { Agreement } from "./agreement.js";
import { AgreementVersion } from "./agreement-version.js";
import {
  followDates,
  putAmendmentInForce,
  recordState,
  refreshParties,
} from "./bind.js";
import { become } from "./find-agreement.js";

const FOLLOW_AGREEMENTS = "follow-agreements";

/** Soon after each hour, so that a new day is followed within it; what was missed while all were down is made up for. */
export const followAgreementsHourly = `3 * * * * ${FOLLOW_AGREEMENTS} ?fill=2h`;

/** May run again and again: what is up to date stays as it is. */
export async function followAgreements(work: Work): Promise<void> {
  const { centreId, manager } = work;
  // of two at once the second finds nothing left to do
  await work.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `follow agreements ${centreId}`,
  ]);
  const day = localDate(work.now);
  const agreements = manager.getRepository(Agreement);
  for (const agreement of await agreements.findBy({
    centreId,
    recordedStatus: "ACTIVE",
    autoRenew: true,
    endedOn: IsNull(),
    validTo: LessThanOrEqual(day),
  }))
    await renew(work, agreement, day);
  for (const version of await manager
    .getRepository(AgreementVersion)
    .findBy({ centreId, status: "PROPOSED" })) {
    const agreement = await agreements.findOneByOrFail({
      centreId,
      id: version.agreementId,
    });
    await putAmendmentInForce(work, agreement, version);
  }
  for (const agreement of await agreements.findBy({
    centreId,
    recordedStatus: In(["SIGNED", "ACTIVE", "SUSPENDED"]),
  }))
    if (await followDates(work, agreement))
      await refreshParties(work, agreement);
}

/** By so many months as the parties promised, as often as it takes to reach today. */
async function renew(
  work: Work,
  agreement: Agreement,
  day: string,
): Promise<void> {
  const { renewMonths, recordedStatus } = agreement;
  let { validTo } = agreement;
  if (!renewMonths || !validTo) return;
  while (validTo <= day) validTo = addMonths(validTo, renewMonths);
  await become(work, agreement, recordedStatus, { validTo });
  recordState(work, agreement, "AgreementRenewed", { validTo });
  await refreshParties(work, agreement);
}

/** One centre that fails does not keep the others; the job comes again for it. */
export function agreementTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [FOLLOW_AGREEMENTS]: async () => {
      const centres = await inTransaction(
        dataSource,
        { kind: "authentication" },
        (manager) =>
          manager.getRepository(Centre).find({ select: { id: true } }),
      );
      const failures: unknown[] = [];
      for (const { id } of centres)
        await transact(deskOf(id), followAgreements).catch((error: unknown) =>
          failures.push(error),
        );
      if (failures.length > 0)
        throw new AggregateError(failures, "agreements of some centres");
    },
  };
}
