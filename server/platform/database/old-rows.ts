// The daily job by which rows that are kept only for a while go, and the chains of the access logs are followed; each night says how much went, and what goes when stands in the database's own function.
import type { TaskList } from "graphile-worker";
import type pg from "pg";

interface Chain {
  position: string;
  hash: string;
  broken_at: string | null;
  fault: string | null;
  /** Where it began before the oldest lines went. */
  base: string;
}

async function lettersKept(
  owner: Pick<pg.ClientBase, "query">,
): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ centre: string; letters: number }>(
    "select centre, letters from letters_kept()",
  );
  return new Map(rows.map(({ centre, letters }) => [centre, letters]));
}

export const letOldRowsGo: TaskList = {
  let_old_rows_go: (_payload, { withPgClient, logger }) =>
    withPgClient(async (owner) => {
      const before = await lettersKept(owner);
      await owner.query(
        "select let_old_rows_go(now()), let_old_links_go(now()), let_old_letters_go(now())",
      );
      const after = await lettersKept(owner);
      for (const [centre, letters] of before)
        await owner.query("select note_cleaning($1, 'LETTERS', now(), $2)", [
          centre,
          Math.max(0, letters - (after.get(centre) ?? 0)),
        ]);
      const { rows: logs } = await owner.query<{ centre: string }>(
        "select centre from kept_access_logs() centre",
      );
      // a statement each is a transaction each: no centre waits for another's chain
      for (const { centre } of logs) {
        const { rows } = await owner.query<Chain>(
          `with before as (select access_log_base($1) as base),
             kept as (select k.* from before, keep_access_log($1, now()) k where before.base is not null)
           select "position", hash, broken_at, fault, before.base from kept, before`,
          [centre],
        );
        for (const { position, hash, base, ...chain } of rows) {
          await owner.query(
            "select note_cleaning($1, 'ACCESS_LOG', now(), (access_log_base($1) - $2)::integer)",
            [centre, base],
          );
          if (chain.broken_at)
            logger.error(
              `the access log of centre ${centre} is broken at line ${chain.broken_at}: ${chain.fault ?? ""}`,
            );
          else logger.info(`access log of ${centre}: ${position}:${hash}`);
        }
      }
    }),
};

/** At night in UTC, once however many processes there are; a night that was missed is made up for. */
export const letOldRowsGoDaily = "17 2 * * * let_old_rows_go ?fill=1d";
