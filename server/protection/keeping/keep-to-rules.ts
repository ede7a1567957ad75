// The clock keeps to the terms: finished referrals are masked, closed cases are erased or proposed; each night says what it did.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../../events/index.js";
import { transact } from "../../events/index.js";
import { atEachCentre } from "../../identity/index.js";
import { tellOfStoppedLooks } from "../tell-of-looks.js";
import { tellOfWhatIsDue } from "../tell-officer.js";
import { eraseCases } from "./erase-cases.js";
import { casesToErase } from "./keeping.reads.js";
import { NIGHTLY } from "./nightly.js";

const KEEP_TO_RULES = "keep-to-rules";
/** Of one centre, as its officer asked. */
const KEEP_NOW = "keep-now";

/** At night in UTC, once however many processes there are; a night that was missed is made up for. */
export const keepToRulesDaily = `${String(NIGHTLY.minute)} ${String(NIGHTLY.hour)} * * * ${KEEP_TO_RULES} ?fill=1d`;

/** So many at once: what ends half-way has kept what it did, and goes on from there. */
const AT_ONCE = 200;

/** May run again and again: what is masked or erased is not found any more. */
export async function keepToRules(desk: Desk): Promise<void> {
  let masked = 0;
  for (let more = AT_ONCE; more === AT_ONCE; masked += more)
    more = await transact(desk, maskFinished);
  let erased = 0;
  for (let more = AT_ONCE; more === AT_ONCE; erased += more)
    more = await transact(desk, eraseDue);
  await transact(desk, async (work) => {
    if (masked === 0) await noteRun(work, "MASK", 0);
    const waiting = (await casesToErase(work)).filter(
      ({ kept_for }) => kept_for === null,
    );
    if (waiting.length > 0) await noteRun(work, "PROPOSE", waiting.length);
    else if (erased === 0) await noteRun(work, "ERASE", 0);
    await tellOfWhatIsDue(work);
    await tellOfStoppedLooks(work);
  });
}

/** Of two at once the second waits, and then finds nothing left. */
async function maskFinished(work: Work): Promise<number> {
  await work.alone(`keep to rules ${work.centreId}`);
  const masked = await work.rows<{ referral_id: string }>(
    `select referral_id from mask_referrals($1, $2)`,
    [work.now, AT_ONCE],
  );
  for (const { referral_id: subjectId } of masked)
    work.touch({
      action: "UPDATE",
      noun: "Referral",
      subjectId,
      fields: [],
      change: "ReferralMasked",
    });
  return masked.length;
}

async function eraseDue(work: Work): Promise<number> {
  await work.alone(`keep to rules ${work.centreId}`);
  const [rules] = await work.rows<{ erases: boolean }>(
    `select erases_by_itself($1) as erases`,
    [work.centreId],
  );
  if (!rules?.erases) return 0;
  const due = (await casesToErase(work)).filter(
    ({ kept_for }) => kept_for === null,
  );
  const erased = await eraseCases(
    work,
    due.slice(0, AT_ONCE).map(({ case_id }) => case_id),
    "ERASE",
  );
  return erased.length;
}

async function noteRun(work: Work, rule: string, found: number) {
  await work.rows(`select note_run($1, $2, $3)`, [rule, work.now, found]);
}

export function protectionTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [KEEP_TO_RULES]: () => atEachCentre(dataSource, deskOf, keepToRules),
    [KEEP_NOW]: (payload: unknown) => keepToRules(deskOf(centreIn(payload))),
  };
}

function centreIn(payload: unknown): string {
  if (
    typeof payload === "object" &&
    payload !== null &&
    "centreId" in payload &&
    typeof payload.centreId === "string"
  )
    return payload.centreId;
  throw new Error("no payload of a centre");
}
