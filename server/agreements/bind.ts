// An agreement begins to bind, an amendment takes force, an agreement ends: what follows for its parties' offers.
import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { Agreement } from "./agreement.js";
import type { AgreementStatus } from "./agreement-kind.js";
import type { AgreementParty } from "./agreement-party.js";
import type { AgreementVersion } from "./agreement-version.js";
import { keepsFromForce } from "./before-force.js";
import { become, partiesOf } from "./find-agreement.js";
import {
  becomeSigned,
  keepVersion,
  putInForce,
  rejectProposed,
  tellHeld,
} from "./keep-version.js";
import { refreshScope } from "./scope.js";

/** The last signature that was needed: signed, and in force from its first day on. */
export async function bindParties(
  work: Work,
  agreement: Agreement,
  parties: readonly AgreementParty[],
): Promise<void> {
  const signedOn = parties
    .map((one) => one.signedOn ?? "")
    .reduce((last, day) => (day > last ? day : last));
  await work.inSystemsName(async () => {
    await become(work, agreement, "SIGNED", { signedOn });
    await keepVersion(work, agreement);
    recordState(work, agreement, "AgreementSigned");
    await followDates(work, agreement);
    await refreshParties(work, agreement);
  });
}

const EVENTS: Partial<Record<AgreementStatus, string>> = {
  ACTIVE: "AgreementActivated",
  EXPIRED: "AgreementExpired",
  TERMINATED: "AgreementTerminated",
};

/** What is on record catches up with the calendar. @returns whether something changed */
export async function followDates(
  work: Work,
  agreement: Agreement,
): Promise<boolean> {
  const day = localDate(work.now);
  const status = agreement.statusOn(day);
  if (status === agreement.recordedStatus) return false;
  await become(work, agreement, status);
  recordState(work, agreement, EVENTS[status] ?? "AgreementChanged");
  if (!agreement.isBinding) await rejectProposed(work, agreement);
  return true;
}

/** Where all have signed, its first day has come, and nothing keeps it back. */
export async function putAmendmentInForce(
  work: Work,
  agreement: Agreement,
  version: AgreementVersion,
): Promise<boolean> {
  // one that prolongs it may begin on the day after its last
  if (!agreement.isBinding) return false;
  if (!(await becomeSigned(work, agreement, version))) return false;
  if ((version.effectiveFrom ?? "") > localDate(work.now)) return false;
  if (await keepsFromForce(work, agreement, version)) {
    await tellHeld(work, agreement, version);
    return false;
  }
  await putInForce(work, agreement, version);
  await refreshParties(work, agreement);
  return true;
}

export function recordState(
  work: Work,
  { id, kind, recordedStatus }: Agreement,
  type: string,
  facts: Record<string, string | number> = {},
  partnerId: string | null = null,
): void {
  work.record({
    type,
    topic: "NETWORK",
    subjectId: id,
    ...(partnerId && { partnerId }),
    facts: { kind, status: recordedStatus, ...facts },
  });
}

/** What their services may be used for from now on. */
export async function refreshParties(
  work: Work,
  agreement: Agreement,
): Promise<void> {
  // services stand under what carries referrals alone
  if (!agreement.carriesReferrals) return;
  await work.inSystemsName(async () => {
    for (const { partnerId } of await partiesOf(work, agreement))
      await refreshScope(work, partnerId);
  });
}
