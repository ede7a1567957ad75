// Resources of a test's world and requests to borrow them, in the system's name.
import { randomUUID } from "node:crypto";

import type { Work } from "../../server/events/index.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";

/** Offered, in one piece unless told otherwise. @returns the id of the graph */
export async function insertResource(
  work: Work,
  partnerId: string,
  quantity = 1,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into resource (centre_id, id, partner_id, kind, name, description, available_when, quantity, lendable, state, version,
       created_at, updated_at)
     values ($1, $2, $3, 'TRANSPORT', 'Bus', 'Z windą.', 'soboty', $4, true, 'OFFERED', 1, $5, $5)`,
    [work.centreId, id, partnerId, quantity, work.now],
  );
  return toGlobalId("Resource", id);
}

/** Waits for an answer. @returns the id of the graph */
export async function insertLoan(
  work: Work,
  resourceId: string,
  askingPartnerId: string,
): Promise<string> {
  const id = randomUUID();
  await work.rows(
    `insert into loan_request (centre_id, id, resource_id, partner_id, asking_partner_id, from_on, to_on, quantity, note, state,
       asked_at, version)
     select centre_id, $3, id, partner_id, $4, '2027-03-01', '2027-03-02', 1, 'Wyjazd seniorów.', 'ASKED', $5, 1
     from resource where centre_id = $1 and id = $2`,
    [
      work.centreId,
      fromGlobalId("Resource", resourceId),
      id,
      askingPartnerId,
      work.now,
    ],
  );
  return toGlobalId("LoanRequest", id);
}
