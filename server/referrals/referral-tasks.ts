// The jobs of this module; each may run more than once and takes effect once.
import type { DataSource } from "typeorm";

import type { Desk } from "../events/index.js";
import { MOVE_ON, moveOn } from "./chain/move-on.js";
import { moveOnDue } from "./chain/move-on-together.js";
import { timerTasks } from "./expire-referral.js";
import { queueTasks } from "./queue/offer-freed-place.js";
import { timerOf, togetherOr } from "./timers.js";

export function referralTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
  onFault: (failure: unknown) => void,
) {
  return {
    ...timerTasks(deskOf, onFault),
    [MOVE_ON]: togetherOr(timerOf(deskOf), onFault)(moveOnDue, moveOn),
    ...queueTasks(dataSource, deskOf),
  };
}
