// Who waits for a service, in order: how soon an answer is needed, then how long she has waited.
import type { Work } from "../../events/index.js";
import type { Waiting } from "./turn.js";

/** Columns, table and order of those who wait for the services $2 of the centre $1. */
export const WAITING = `id, units, queued_version as "queuedVersion", passed_version as "passedVersion",
    passed_over as "passedOver"
  from referral where centre_id = $1 and service_id = any($2) and status = 'WAITLISTED'
  order by array_position(array['EMERGENCY', 'URGENT', 'STANDARD'], priority), waiting_since, id`;

/** Asked as the system or as the service's own organisation: both see all who wait there. */
export function waitingFor(work: Work, serviceId: string): Promise<Waiting[]> {
  return work.rows<Waiting>(`select ${WAITING}`, [work.centreId, [serviceId]]);
}
