// Who is in no network of the centre any more is no party of what several made there: the others amend it without it, and it reads no later version.
import { ArrayContains, In } from "typeorm";

import type { NewEvent, Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { Agreement } from "./agreement.js";
import { recordState, refreshParties } from "./bind.js";
import { hubOf, lockAgreement, partiesOf } from "./find-agreement.js";
import { rejectProposed } from "./keep-version.js";
import { writeParty } from "./speaks-for.js";
import { keepPresent } from "./stay.js";
import { endForAll } from "./withdraw-from-agreement.js";

/** What carries referrals has had its last day before; an entrustment of data lasts as long as the data are there. */
export async function partWithWhoLeft(
  work: Work,
  { partnerId, facts }: NewEvent,
): Promise<void> {
  if (!partnerId || facts["isFormer"] !== true) return;
  const { centreId } = work;
  const agreements = work.manager.getRepository(Agreement);
  await work.inSystemsName(async () => {
    const shared = await agreements.find({
      where: {
        centreId,
        presentIds: ArrayContains([partnerId]),
        recordedStatus: In(["SIGNED", "ACTIVE", "SUSPENDED"]),
        kind: In(["LSR_ACCORD", "LETTER_OF_INTENT"]),
      },
      order: { id: "ASC" },
    });
    for (const { id, partyIds } of shared)
      if (partyIds.length > 2) await part(work, id, partnerId);
  });
}

async function part(work: Work, id: string, partnerId: string): Promise<void> {
  const { centreId } = work;
  await lockAgreement(work, id);
  const agreement = await work.manager
    .getRepository(Agreement)
    .findOneByOrFail({ centreId, id });
  const day = localDate(work.now);
  const hubId = await hubOf(work);
  const parties = await partiesOf(work, agreement);
  const party = parties.find((one) => one.partnerId === partnerId);
  if (!party?.isPresent(day)) return;
  await writeParty(work, party, {
    leftOn: day,
    leaveReason: "Odejście z sieci",
  });
  await keepPresent(work, agreement);
  const staying = parties.filter(
    (one) => one.leftOn === null && one.partnerId !== hubId,
  ).length;
  if (staying < (agreement.hasSeveralParties ? 2 : 1) && agreement.isBinding) {
    await endForAll(work, agreement, day);
    await rejectProposed(work, agreement);
  }
  recordState(
    work,
    agreement,
    "AgreementPartyLeft",
    { parties: staying, leftOn: day },
    partnerId,
  );
  await refreshParties(work, agreement);
}
