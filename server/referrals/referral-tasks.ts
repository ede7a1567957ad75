// The jobs of this module; each may run more than once and takes effect once.
import type { DataSource } from "typeorm";

import type { Desk } from "../events/index.js";
import { timerTasks } from "./expire-referral.js";
import { queueTasks } from "./queue/offer-freed-place.js";

export function referralTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return { ...timerTasks(deskOf), ...queueTasks(dataSource, deskOf) };
}
