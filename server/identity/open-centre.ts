// A centre begins: its row and its empty log; everything else of it is the centre's own.
import { randomUUID } from "node:crypto";

import type { DataSource } from "typeorm";

import { openLog } from "../events/index.js";
import { inTransaction } from "../platform/database/session.js";
import { Centre } from "./centre.js";

export interface NewCentre {
  slug: string;
  name: string;
  shortName: string;
  isTrial: boolean;
}

/**
 * @returns the centre; one that an interrupted making left without a hub is taken up again.
 * Null where the slug is another's.
 */
export async function openCentre(
  dataSource: DataSource,
  given: NewCentre,
  now: Date,
): Promise<Centre | null> {
  const id = randomUUID();
  return inTransaction(
    dataSource,
    { kind: "setup", centreId: id },
    async (manager) => {
      const centres = manager.getRepository(Centre);
      const found = await centres.findOneBy({ slug: given.slug });
      if (found)
        return found.hubPartnerId === null && !found.isDemo ? found : null;
      const centre = Object.assign(new Centre(), {
        ...given,
        id,
        hubPartnerId: null,
        isDemo: false,
        createdAt: now,
      });
      await centres.insert(centre);
      await openLog(manager, id);
      return centre;
    },
  );
}
