// The daily job by which rows that are kept only for a while go; what goes when stands in the database's own function.
import type { TaskList } from "graphile-worker";

export const letOldRowsGo: TaskList = {
  let_old_rows_go: (_payload, { withPgClient }) =>
    withPgClient(async (owner) => {
      await owner.query("select let_old_rows_go(now())");
    }),
};

/** At night in UTC, once however many processes there are; a night that was missed is made up for. */
export const letOldRowsGoDaily = "17 2 * * * let_old_rows_go ?fill=1d";
