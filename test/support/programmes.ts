// An adopted programme of a test's world, with services under it, written in the system's name.
import { randomUUID } from "node:crypto";

import type { Work } from "../../server/events/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import type { PersonalDataField } from "../../server/programmes/index.js";
import type { Offered } from "./settling.js";

interface ProgrammeGiven {
  personalData: readonly PersonalDataField[];
  services: readonly Offered[];
  networkId: string;
  fromDays: number;
  toDays: number;
}

/** @returns the id of the graph */
export async function insertProgramme(
  work: Work,
  given: Partial<ProgrammeGiven> = {},
): Promise<string> {
  const { centreId, now } = work;
  const id = randomUUID();
  const day = localDate(now);
  await work.rows(
    `insert into programme (centre_id, id, name, aim, starts_on, ends_on, needs, persons, service_scope, qualification,
       fees, documentation, personal_data, organisation, monitoring, budget_grosze, resolution_number, resolution_on,
       bip_url, status, network_id, created_at, updated_at)
     values ($1, $2, $3, 'cel', $4, $5, 'potrzeby', 40, 'usługi', 'zasady', 'bez opłat', 'wniosek', $6, 'etapy', 'mierniki',
       5000000, 'XX/1/2026', $4, 'https://bip.splot.example', 'ADOPTED', $7, $8, $8)`,
    [
      centreId,
      id,
      `Program ${id.slice(0, 8)}`,
      addDays(day, given.fromDays ?? -30),
      addDays(day, given.toDays ?? 300),
      given.personalData ?? [],
      given.networkId ?? null,
      now,
    ],
  );
  await work.rows(
    `insert into programme_change (centre_id, programme_id, version, kind, elements, by_name, at)
     values ($1, $2, 1, 'ADOPTED', '{}', 'Organizatorka', $3)`,
    [centreId, id, now],
  );
  for (const { id: serviceId } of given.services ?? [])
    await work.rows(
      `update service set programme_id = $3 where centre_id = $1 and id = $2`,
      [centreId, serviceId, id],
    );
  return toGlobalId("Programme", id);
}

/** As who keeps the offer tells it. */
export async function insertServiceAdded(
  work: Work,
  programmeId: string,
  serviceId: string,
): Promise<void> {
  await work.rows(
    `insert into programme_change (centre_id, programme_id, version, kind, elements, service_id, at)
     values ($1, $2, 1, 'SERVICE_ADDED', '{}', $3, $4)`,
    [
      work.centreId,
      fromGlobalId("Programme", programmeId),
      serviceId,
      work.now,
    ],
  );
}

interface PlannedGiven {
  /** With the organisation that provides it. */
  partnerId: string;
  serviceId: string;
  amountGrosze: number;
}

/** A row of its plan, with money. @returns the id of the graph */
export async function insertPlanned(
  work: Work,
  programmeId: string,
  given: Partial<PlannedGiven> = {},
): Promise<string> {
  const { centreId, now } = work;
  const id = randomUUID();
  const programme = fromGlobalId("Programme", programmeId);
  const partnerId = given.partnerId ?? null;
  await work.rows(
    `insert into plan_row (centre_id, id, programme_id, service_name, partner_id, mode, state, created_at, updated_at)
     values ($1, $2, $3, 'Usługa z planu', coalesce($4, (select partner_id from service where centre_id = $1 and id = $5)),
       'GRANT_SUPPORT', 'PLANNED', $6, $6)`,
    [centreId, id, programme, partnerId, given.serviceId ?? null, now],
  );
  await work.rows(
    `insert into plan_money (centre_id, plan_row_id, programme_id, partner_id, amount_grosze)
     select centre_id, id, programme_id, partner_id, $3 from plan_row where centre_id = $1 and id = $2`,
    [centreId, id, given.amountGrosze ?? 100_000],
  );
  return toGlobalId("PlanRow", id);
}
