// The daily job by which rows that are kept only for a while go, and the chains of the access logs are followed; what goes when stands in the database's own function.
import type { TaskList } from "graphile-worker";

interface Chain {
  position: string;
  hash: string;
  broken_at: string | null;
  fault: string | null;
}

export const letOldRowsGo: TaskList = {
  let_old_rows_go: (_payload, { withPgClient, logger }) =>
    withPgClient(async (owner) => {
      await owner.query(
        "select let_old_rows_go(now()), let_old_links_go(now()), let_old_letters_go(now())",
      );
      const { rows: logs } = await owner.query<{ centre: string }>(
        "select centre from kept_access_logs() centre",
      );
      // a statement each is a transaction each: no centre waits for another's chain
      for (const { centre } of logs) {
        const { rows } = await owner.query<Chain>(
          `select "position", hash, broken_at, fault from keep_access_log($1, now())`,
          [centre],
        );
        for (const { position, hash, ...chain } of rows)
          if (chain.broken_at)
            logger.error(
              `the access log of centre ${centre} is broken at line ${chain.broken_at}: ${chain.fault ?? ""}`,
            );
          else logger.info(`access log of ${centre}: ${position}:${hash}`);
      }
    }),
};

/** At night in UTC, once however many processes there are; a night that was missed is made up for. */
export const letOldRowsGoDaily = "17 2 * * * let_old_rows_go ?fill=1d";
