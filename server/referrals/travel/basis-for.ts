// On what something of a person goes: what somebody agreed to, or in an emergency, ticked each time, nobody's word.
import { randomUUID } from "node:crypto";

import { IsNull } from "typeorm";

import {
  basesCovering,
  DisclosureBasis,
  fieldsFor,
  type TravelLimit,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { Service } from "../../offer/index.js";
import type { SendReferralInput } from "../send-referral-input.js";

export async function basisFor(
  work: Work,
  { id: serviceId, partnerId }: Service,
  {
    disclosureLevel: level,
    vitalInterest,
    sensitive,
    priority,
  }: Pick<
    SendReferralInput,
    "disclosureLevel" | "vitalInterest" | "sensitive" | "priority"
  >,
  caseId: string,
  limit: TravelLimit,
): Promise<{ basis: DisclosureBasis; isEmergency: boolean } | null> {
  const asked = { partnerId, serviceId, level, priority };
  const covering = await basesCovering(work, caseId, asked);
  // what nobody agreed to carries what is ticked anew, and no other
  const bases = covering.filter((one) => !one.isEmergencys || vitalInterest);
  const chosen = (sensitive ?? []).map(({ field }) => field);
  const basis = bases.find((one) => one.allows(chosen)) ?? bases[0];
  if (basis && (await holdsOn(work, basis)))
    return { basis, isEmergency: false };
  return vitalInterest
    ? {
        isEmergency: true,
        basis: emergencyBasis(work, { caseId, partnerId, serviceId, limit }),
      }
    : null;
}

/** An emergency's own ends by itself: here it waits until the sending is done, or has ended already. */
async function holdsOn(
  { centreId, manager }: Work,
  { id, isEmergencys }: DisclosureBasis,
): Promise<boolean> {
  if (!isEmergencys) return true;
  const held = await manager.getRepository(DisclosureBasis).findOne({
    where: { centreId, id, revokedAt: IsNull() },
    lock: { mode: "pessimistic_read" },
  });
  return held !== null;
}

const NOTE_WITHIN_MS = 24 * 3_600_000;
const EMERGENCY_LASTS_MS = 7 * 24 * 3_600_000;

function emergencyBasis(
  { centreId, now }: Work,
  of: Pick<DisclosureBasis, "caseId" | "partnerId" | "serviceId"> & {
    limit: TravelLimit;
  },
): DisclosureBasis {
  const { limit, ...whose } = of;
  return Object.assign(new DisclosureBasis(), {
    ...whose,
    centreId,
    id: randomUUID(),
    maxLevel: "L1_CONTACT",
    fields: fieldsFor("L1_CONTACT", limit, limit),
    basis: "VITAL_INTEREST",
    givenBy: null,
    form: null,
    textVersion: null,
    givenAt: now,
    validTo: new Date(now.getTime() + EMERGENCY_LASTS_MS),
    revokedAt: null,
    endedBy: null,
    recordedAt: now,
    note: null,
    noteDueAt: new Date(now.getTime() + NOTE_WITHIN_MS),
  } satisfies Partial<DisclosureBasis>);
}
