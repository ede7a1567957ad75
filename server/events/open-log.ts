// The log of a new centre: empty, and with an epoch of its own.
import { randomUUID } from "node:crypto";

import type { EntityManager } from "typeorm";

export async function openLog(
  manager: EntityManager,
  centreId: string,
): Promise<void> {
  await manager.query(
    `insert into centre_log (centre_id, epoch) values ($1, $2)`,
    [centreId, randomUUID()],
  );
}
