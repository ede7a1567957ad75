// What the clock asks of every centre, done for one after the other, each in its own unit of work.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { inTransaction } from "../platform/database/session.js";
import { Centre } from "./centre.js";

/** One centre that fails does not keep the others; the job comes again for it. */
export async function eachCentre(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
  act: (work: Work) => Promise<void>,
): Promise<void> {
  const centres = await inTransaction(
    dataSource,
    { kind: "authentication" },
    (manager) => manager.getRepository(Centre).find({ select: { id: true } }),
  );
  const failures: unknown[] = [];
  for (const { id } of centres)
    await transact(deskOf(id), act).catch((error: unknown) =>
      failures.push(error),
    );
  if (failures.length > 0)
    throw new AggregateError(failures, `${act.name} of some centres`);
}
