// Connections that speak for one actor: the settings that row-level security asks stand in each transaction.
import type { DataSource, EntityManager, QueryRunner } from "typeorm";

import type { Actor } from "../permission/actor.js";

/** Doors beside those of the actors: finding out who acts, reading the log on, making a centre, open data, and replacing the master key. */
export type Door =
  | Actor
  | { kind: "authentication"; accountId?: string }
  | { kind: "log"; centreId: string }
  | { kind: "setup"; centreId?: string }
  | { kind: "publication"; centreId?: string }
  | { kind: "rotation" };

/** To the database a holder of a link is a member whom one more wall narrows. */
export function kindOf(door: Door): string {
  return door.kind === "link" ? "member" : door.kind;
}

function settings(door: Door): Record<string, string> {
  return {
    "splot.kind": kindOf(door),
    "splot.centre": ("centreId" in door && door.centreId) || "",
    "splot.account": ("accountId" in door && door.accountId) || "",
    "splot.session": ("sessionId" in door && door.sessionId) || "",
    "splot.partner": "partnerId" in door ? door.partnerId : "",
    "splot.roles": "roles" in door ? [...door.roles].join(",") : "",
    "splot.left": door.kind === "member" && door.hasLeft ? "left" : "",
    "splot.link": door.kind === "link" ? door.linkId : "",
    "splot.subject": door.kind === "link" ? (door.referralId ?? "") : "",
  };
}

const SAFE = /^[A-Za-z0-9_,-]*$/;

/** One round trip: the transaction begins and knows its actor. */
export async function beginAs(
  runner: QueryRunner,
  door: Door,
  mode: string,
  isRoutine = false,
): Promise<void> {
  await runner.query(beginning(door, mode, isRoutine));
  // TypeORM asks before it locks; its own way of beginning takes a round trip more
  Object.assign(runner, { isTransactionActive: true });
}

/** What is done again and again, on few rows each time: behind its walls planning costs more than doing, and is done once. */
const PLANNED_ONCE = `set_config('plan_cache_mode', 'force_generic_plan', true)`;

function beginning(door: Door, mode: string, isRoutine: boolean): string {
  return `begin ${mode}; ${speaking(door)}${isRoutine ? `, ${PLANNED_ONCE}` : ""}`;
}

function speaking(door: Door): string {
  const calls = Object.entries(settings(door)).map(([name, value]) => {
    if (!SAFE.test(value)) throw new Error(`unsafe value for ${name}`);
    return `set_config('${name}', '${value}', true)`;
  });
  return `select ${calls.join(", ")}`;
}

export async function inTransaction<Result>(
  dataSource: DataSource,
  door: Door,
  run: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await beginAs(runner, door, "isolation level read committed");
    const result = await run(runner.manager);
    await runner.query("commit");
    return result;
  } catch (error) {
    await rollBack(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/** A connection that died has rolled back already. */
export async function rollBack(runner: QueryRunner): Promise<void> {
  await runner.query("rollback").catch(() => undefined);
}

/**
 * What one operation reads: a single snapshot, opened by the first question. After a write of the same operation
 * it is renewed, so that the answer shows what the write left.
 */
export class Reads {
  private runner: Promise<QueryRunner> | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly door: () => Door,
  ) {}

  /** Questions of one operation share one connection and go one after another. */
  ask<Result>(
    question: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const answer = this.queue.then(async () => {
      if (this.closed) throw new Error("asked after the operation had ended");
      this.runner ??= this.open();
      return question((await this.runner).manager);
    });
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  /** Rows of one statement, named as the statement names them. */
  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.ask((manager) => manager.query<Row[]>(sql, parameters));
  }

  /** Asks as somebody else may, within the same snapshot, and goes on as before. */
  askAs<Result>(
    door: Door,
    question: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return this.ask(async (manager) => {
      await manager.query(speaking(door));
      const back = () => manager.query(speaking(this.door()));
      const answer = await question(manager).catch(async (failure: unknown) => {
        // after a failed statement nothing is answered here any more; its failure is what is told
        await back().catch(() => undefined);
        throw failure;
      });
      await back();
      return answer;
    });
  }

  async renew(): Promise<void> {
    await this.queue;
    const runner = this.runner;
    this.runner = null;
    if (runner) await this.release(runner);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.renew();
  }

  private async open(): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await beginAs(
        runner,
        this.door(),
        "isolation level repeatable read, read only",
      );
      return runner;
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  private async release(opening: Promise<QueryRunner>): Promise<void> {
    const runner = await opening.catch(() => null);
    if (!runner) return;
    await rollBack(runner);
    await runner.release();
  }
}
