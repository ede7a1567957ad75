// Days pass by themselves: a standard that was approved for later takes the place of its edition before on its first day.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { eachCentre } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { QualityStandard } from "./quality-standard.js";

const FOLLOW_STANDARDS = "follow-standards";

/** Soon after each hour, so that a new day is followed within it; what was missed while all were down is made up for. */
export const followStandardsHourly = `4 * * * * ${FOLLOW_STANDARDS} ?fill=2h`;

/** May run again and again: who has taken her place has nothing left to take. */
export async function followStandards(work: Work): Promise<void> {
  const { centreId } = work;
  // of two at once the second finds nothing left to do
  await work.alone(`follow standards ${centreId}`);
  const begun = await work.rows<{ id: string }>(
    `select n.id from quality_standard n
     join quality_standard p on p.centre_id = n.centre_id and p.id = n.previous_id
     where n.centre_id = $1 and n.status = 'APPROVED' and n.in_force_from <= $2
       and (p.status = 'APPROVED' or exists (select from service_standard s where s.centre_id = p.centre_id and s.standard_id = p.id))
     order by n.edition, n.id`,
    [centreId, localDate(work.now)],
  );
  const standards = work.manager.getRepository(QualityStandard);
  for (const { id } of begun) {
    const standard = await standards.findOneByOrFail({ centreId, id });
    await takePlace(work, standard);
    work.record({
      type: "StandardBegan",
      topic: "NETWORK",
      subjectId: id,
      facts: { edition: standard.edition, version: standard.version },
    });
  }
}

/** By rule: the edition before is retired, and its services hold this one. */
export async function takePlace(
  work: Work,
  { centreId, id, inForceFrom, previousId }: QualityStandard,
): Promise<void> {
  await work.inSystemsName(async () => {
    await work.rows(
      `update quality_standard set status = 'RETIRED', retired_on = $3, version = version + 1, updated_at = $4
       where centre_id = $1 and id = $2 and status = 'APPROVED'`,
      [centreId, previousId, inForceFrom, work.now],
    );
    await work.rows(
      `update service_standard set standard_id = $3 where centre_id = $1 and standard_id = $2`,
      [centreId, previousId, id],
    );
  });
}

export function standardTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [FOLLOW_STANDARDS]: () => eachCentre(dataSource, deskOf, followStandards),
  };
}
