// What the clock asks of every centre, done for one after the other.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { inTransaction } from "../platform/database/session.js";
import { Centre } from "./centre.js";

/** In one unit of work of each centre. */
export async function eachCentre(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
  act: (work: Work) => Promise<void>,
): Promise<void> {
  await atEachCentre(dataSource, deskOf, (desk) => transact(desk, act));
}

/** One centre that fails does not keep the others; the job comes again for it. */
export async function atEachCentre(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
  act: (desk: Desk) => Promise<void>,
): Promise<void> {
  const centres = await inTransaction(
    dataSource,
    { kind: "authentication" },
    (manager) => manager.getRepository(Centre).find({ select: { id: true } }),
  );
  const failures: unknown[] = [];
  for (const { id } of centres)
    await act(deskOf(id)).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, "not done for some centres");
}
