// Sign-ins of the demo exist only while the demo is on: without it they are locked, whatever the database holds.
import type { DataSource } from "typeorm";
import { In, IsNull } from "typeorm";

import { Account, Assignment, Centre, Session } from "../identity/index.js";
import { inTransaction } from "../platform/database/session.js";

/** Who acts in a real centre too is nobody's demo. */
export async function letDemoIn(
  dataSource: DataSource,
  isOn: boolean,
  now: Date,
): Promise<void> {
  await inTransaction(
    dataSource,
    { kind: "authentication" },
    async (manager) => {
      const centres = await manager
        .getRepository(Centre)
        .findBy({ isDemo: true });
      if (centres.length === 0) return;
      const demo = new Set(centres.map(({ id }) => id));
      const assignments = await manager
        .getRepository(Assignment)
        .findBy({ endedAt: IsNull() });
      const real = new Set(
        assignments
          .filter(({ centreId }) => !demo.has(centreId))
          .map(({ accountId }) => accountId),
      );
      const ids = assignments
        .map(({ accountId }) => accountId)
        .filter((id) => !real.has(id));
      await manager
        .getRepository(Account)
        .update({ id: In(ids) }, { status: isOn ? "ACTIVE" : "LOCKED" });
      if (!isOn)
        await manager
          .getRepository(Session)
          .update({ accountId: In(ids), endedAt: IsNull() }, { endedAt: now });
    },
  );
}
