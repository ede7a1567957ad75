// Standards of quality of a test's world, with what was said of them and how services hold them, in the system's name.
import { randomUUID } from "node:crypto";

import type { Work } from "../../server/events/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import type { Offered } from "./settling.js";

export interface StandardGiven {
  status: "DRAFT" | "CONSULTED" | "APPROVED";
  /** That holds it. */
  service: Offered;
  consultedTo: number;
}

/** In force, unless told otherwise; one that is consulted takes remarks today for the last day. @returns the id of the graph */
export async function insertStandard(
  work: Work,
  { status = "APPROVED", service, consultedTo = 0 }: Partial<StandardGiven>,
): Promise<string> {
  const { centreId, now } = work;
  const id = randomUUID();
  const day = localDate(now);
  const isApproved = status === "APPROVED";
  await work.rows(
    `insert into quality_standard (centre_id, id, name, areas, criteria, status, consulted_from, consulted_to, approved_on,
       approved_by_name, in_force_from, created_at, updated_at)
     values ($1, $2, $3, '{HEALTH}', $4, $5, $6, $7, $8, $9, $8, $10, $10)`,
    [
      centreId,
      id,
      `Standard ${id.slice(0, 8)}`,
      JSON.stringify([
        { text: "termin", measure: "dni", minimum: "7", maximum: "3" },
      ]),
      status,
      status === "DRAFT" ? null : addDays(day, -9),
      status === "DRAFT" ? null : addDays(day, isApproved ? -8 : consultedTo),
      isApproved ? addDays(day, -7) : null,
      isApproved ? "Dyrektorka" : null,
      now,
    ],
  );
  if (service)
    await work.rows(
      `insert into service_standard (centre_id, service_id, standard_id) values ($1, $2, $3)`,
      [centreId, service.id, id],
    );
  return toGlobalId("QualityStandard", id);
}

/** With a corrective action that was answered and opened again, or done. @returns the id of the graph */
export async function insertCheck(
  work: Work,
  standardId: string,
  partnerId: string,
  serviceId: string,
  { isDone = false } = {},
): Promise<string> {
  const { centreId, now } = work;
  const id = randomUUID();
  const day = localDate(now);
  await work.rows(
    `insert into standard_check (centre_id, id, standard_id, service_id, partner_id, checked_on, results, evidence, action,
       action_owner, action_due_on, action_state, action_answer, action_answered_on, action_missing, action_done_on, by_name, created_at)
     values ($1, $2, $3, $4, $5, $6, '{NOT_MET}', 'rozmowa', 'skrócić termin', 'PARTNER', $6, $8, 'skrócony', $6, 'zapis',
       case $8 when 'DONE' then $6::date end, 'Organizatorka', $7)`,
    [
      centreId,
      id,
      fromGlobalId("QualityStandard", standardId),
      serviceId,
      partnerId,
      day,
      now,
      isDone ? "DONE" : "OPEN",
    ],
  );
  return toGlobalId("StandardCheck", id);
}

export async function insertComment(
  work: Work,
  standardId: string,
  partnerId: string,
): Promise<void> {
  await work.rows(
    `insert into standard_comment (centre_id, id, standard_id, partner_id, of_residents, text, at)
     values ($1, $2, $3, $4, false, 'za krótko', $5)`,
    [
      work.centreId,
      randomUUID(),
      fromGlobalId("QualityStandard", standardId),
      partnerId,
      work.now,
    ],
  );
}
