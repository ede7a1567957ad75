// Crashes of a mix: the connection of a transaction is cut before one of its statements, or right after its commit, so that nobody hears of it.
import type { QueryRunner } from "typeorm";

import type { Api } from "../../support/api.js";

export interface Crashes {
  /** Each so manieth statement and commit from here on; 0: none. */
  every(count: number): void;
  /** How often so far. */
  readonly inTheMiddle: number;
  readonly afterCommit: number;
  end(): void;
}

/** Commits come seldom among statements. */
const OF_COMMITS = 5;

export function crashing({ dataSource }: Api): Crashes {
  let every = 0;
  const seen = { statements: 0, commits: 0 };
  const crashed = { inTheMiddle: 0, afterCommit: 0 };
  const make = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner: QueryRunner = make(mode);
    const query = runner.query.bind(runner);
    runner.query = async (sql: string, ...rest: []) => {
      const isFrame = /^(begin|commit|rollback)/i.test(sql);
      if (every > 0 && sql === "commit" && ++seen.commits % OF_COMMITS === 0) {
        await query(sql, ...rest);
        crashed.afterCommit += 1;
        throw Object.assign(new Error("Connection terminated unexpectedly"), {
          code: "57P01",
        });
      }
      if (every > 0 && !isFrame && ++seen.statements % every === 0) {
        await query(`select pg_terminate_backend(pg_backend_pid())`).catch(
          () => undefined,
        );
        crashed.inTheMiddle += 1;
      }
      // whatever the driver answers
      // oxlint-disable-next-line typescript/no-unsafe-return
      return query(sql, ...rest);
    };
    return runner;
  };
  return {
    every: (count) => (every = count),
    get inTheMiddle() {
      return crashed.inTheMiddle;
    },
    get afterCommit() {
      return crashed.afterCommit;
    },
    end: () => (dataSource.createQueryRunner = make),
  };
}
