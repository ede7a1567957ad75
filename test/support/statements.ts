// Every statement that the application sends to PostgreSQL, kept as its text.
import type { QueryRunner } from "typeorm";

import type { Api } from "./api.js";

export interface Statements {
  /** Since the last call; the frame of transactions left out. */
  taken(): string[];
}

/** Every statement of an operation goes through a runner of its own. */
export function listenTo({ dataSource }: Api): Statements {
  let asked: string[] = [];
  const make = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner: QueryRunner = make(mode);
    const query = runner.query.bind(runner);
    runner.query = (sql: string, ...rest: []) => {
      if (!/^(begin|commit|rollback)/.test(sql)) asked.push(sql);
      return query(sql, ...rest);
    };
    return runner;
  };
  return {
    taken() {
      const since = asked;
      asked = [];
      return since;
    },
  };
}
