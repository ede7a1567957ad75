// What notices do by the clock, centre after centre.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { inTransaction } from "../platform/database/session.js";
import {
  REMIND_STALE_OFFERS,
  remindStaleOffers,
} from "./remind-stale-offers.js";
import {
  LOOK_AFTER_CONTACTS,
  lookAfterContacts,
} from "./tell-of-missing-contacts.js";

export function noticeTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [REMIND_STALE_OFFERS]: () => inEachCentre(remindStaleOffers),
    [LOOK_AFTER_CONTACTS]: () => inEachCentre(lookAfterContacts),
  };

  /** One centre that fails does not keep the others; the job comes again for it. */
  async function inEachCentre(
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
      throw new AggregateError(failures, "notices of some centres");
  }
}
