// The unit of work: state, ledger, events and jobs of one use case commit together or not at all.
import type { DataSource, EntityManager, QueryRunner } from "typeorm";

import { isOutage } from "../platform/database/outage.js";
import { beginAs, kindOf, rollBack } from "../platform/database/session.js";
import { Problem, Refusal } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import type { Keys } from "../platform/keys.js";
import type { Actor } from "../platform/permission/actor.js";
import type { Touch, TouchDoor } from "../platform/permission/touch.js";
import { recordAccess, touchOf, writeAccess } from "./access.js";
import type { NewEvent } from "./event.js";
import { gatheredReactionsTo, reactionsTo } from "./reactions.js";

/** What a unit of work needs of whoever starts it: the context of an operation, a job or a command. */
export interface Desk {
  dataSource: DataSource;
  actor: Actor;
  now: Date;
  say: Say;
  /** Signs links and seals secrets. */
  keys: Keys;
  committed: (centreId: string, position: number) => void;
  requestId?: string;
  door?: TouchDoor;
  /** The same few statements, time and again: each connection plans them once, whatever their values. */
  isRoutine?: boolean;
  /** Told after the commit what is on record now. */
  wrote?: (touches: readonly Touch[]) => void;
  /** Whoever goes on reading after the write starts anew from here. */
  renew?: () => Promise<void>;
}

/** Exists only inside `transact`, so that a write without a transaction cannot be written. */
export class Work {
  readonly actor: Actor;
  readonly now: Date;
  readonly say: Say;
  readonly keys: Keys;
  readonly centreId: string;
  /** What it does to what is known of people: on record with the commit. */
  readonly touches: Touch[] = [];
  /** What it set out to do: on record where it is refused. */
  private meant: Touch | null = null;
  private readonly recorded: NewEvent[] = [];
  private speaksAsSystem = false;

  constructor(
    readonly manager: EntityManager,
    desk: Desk,
  ) {
    if (!desk.actor.centreId)
      throw new Refusal("UNAUTHENTICATED", "Nobody is signed in.");
    this.actor = desk.actor;
    this.now = desk.now;
    this.say = desk.say;
    this.keys = desk.keys;
    this.centreId = desk.actor.centreId;
  }

  record(event: NewEvent): void {
    this.recorded.push(event);
    const touch = touchOf(event);
    if (touch) this.touch(touch);
  }

  touch(touch: Touch): void {
    this.touches.push(touch);
  }

  means(touch: Touch): void {
    this.meant = touch;
  }

  get refusedTouch(): Touch | null {
    return this.meant;
  }

  /** Rows of one statement inside the transaction. */
  async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const answer: unknown = await this.manager.query(sql, parameters);
    // an UPDATE is answered by TypeORM as [rows, count]
    const rows: unknown =
      Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0])
        ? answer[0]
        : answer;
    // the statement names its columns, and nothing but the statement knows them
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return rows as Row[];
  }

  /** Whoever says the same words waits here until this work ends, and then finds what it did. */
  async alone(words: string): Promise<void> {
    await this.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      words,
    ]);
  }

  /**
   * A durable job that runs at a time, at least once, also after a restart.
   * A second one of the same task and subject replaces the first.
   */
  async enqueue(task: string, subjectId: string, runAt: Date): Promise<void> {
    await this.rows(`select enqueue_job($1, $2, $3)`, [task, subjectId, runAt]);
  }

  /** What follows by rule from what somebody did, and is not hers to write: the second wall asks for the system. */
  async inSystemsName<Outcome>(
    follow: () => Promise<Outcome>,
  ): Promise<Outcome> {
    if (this.speaksAsSystem || this.actor.kind === "system") return follow();
    const speak = (kind: string) =>
      this.rows(`select set_config('splot.kind', $1, true)`, [kind]);
    this.speaksAsSystem = true;
    await speak("system");
    const outcome = await follow();
    await speak(kindOf(this.actor));
    this.speaksAsSystem = false;
    return outcome;
  }

  /** What other modules do when they hear of it, within the same commit. */
  async react(): Promise<void> {
    const told = new Set<NewEvent>();
    // also of what a reaction records
    for (const event of this.recorded) {
      for (const reaction of reactionsTo(event.type))
        await reaction(this, event);
      if (told.has(event)) continue;
      const alike = this.recorded.filter(
        (other) => other.type === event.type && !told.has(other),
      );
      for (const other of alike) told.add(other);
      for (const reaction of gatheredReactionsTo(event.type))
        await reaction(this, alike);
    }
  }

  /**
   * The last act before the commit, so that the lock on the centre's counter is short.
   * @returns the position of the last event, or null where there was none
   */
  async writeLog(): Promise<number | null> {
    if (this.recorded.length === 0) return null;
    const [last] = await this.rows<{ position: string }>(
      `with head as (
         update centre_log set position = position + $2 where centre_id = $1 returning position
       ), written as (
         insert into event (centre_id, position, type, topic, subject_id, partner_id, sender_account_id,
                            actor_account_id, actor_partner_id, at, facts)
         select $1, head.position - $2 + line.place, line.event->>'type', line.event->>'topic',
                (line.event->>'subjectId')::uuid, (line.event->>'partnerId')::uuid,
                (line.event->>'senderAccountId')::uuid, $4, $5, $6, line.event->'facts'
         from head, jsonb_array_elements($3::jsonb) with ordinality as line(event, place)
       )
       select position from head`,
      [
        this.centreId,
        this.recorded.length,
        JSON.stringify(this.recorded),
        "accountId" in this.actor ? this.actor.accountId : null,
        "partnerId" in this.actor ? this.actor.partnerId : null,
        this.now,
      ],
    );
    if (!last) throw new Error("the centre has no log");
    return Number(last.position);
  }
}

const TRIES = 4;

/**
 * Runs a use case as one transaction. A returned Problem rolls everything back, as a throw does.
 * Serialisation faults and deadlocks are tried again: until the commit nothing has happened.
 */
export async function transact<Outcome>(
  desk: Desk,
  useCase: (work: Work) => Promise<Outcome>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    let meant: Touch | null = null;
    const watched = async (work: Work) => {
      try {
        return await useCase(work);
      } finally {
        meant = work.refusedTouch;
      }
    };
    try {
      const outcome = await once(desk, watched);
      if (outcome instanceof Problem && outcome.isDenial)
        await recordRefusal(desk, meant);
      return outcome;
    } catch (error) {
      if (attempt < TRIES && mayBeTriedAgain(error)) continue;
      const refusal = refused(error);
      if (isDenial(refusal)) await recordRefusal(desk, meant);
      throw refusal;
    }
  }
}

/** A refusal leaves its line by itself: what was refused has been rolled back. */
function recordRefusal(desk: Desk, meant: Touch | null): Promise<void> {
  return recordAccess(desk, meant ? [{ ...meant, outcome: "REFUSED" }] : []);
}

function isDenial(error: unknown): boolean {
  return error instanceof Refusal && error.extensions["code"] === "FORBIDDEN";
}

async function once<Outcome>(
  desk: Desk,
  useCase: (work: Work) => Promise<Outcome>,
): Promise<Outcome> {
  // the reads give their connection back first, so that one operation never holds two
  await desk.renew?.();
  const runner: QueryRunner = desk.dataSource.createQueryRunner();
  try {
    const mode = "isolation level read committed";
    await beginAs(runner, desk.actor, mode, desk.isRoutine);
    const work = new Work(runner.manager, desk);
    const outcome = await useCase(work);
    if (!(outcome instanceof Problem)) await work.react();
    if (outcome instanceof Problem) {
      await rollBack(runner);
      return outcome;
    }
    const position = await work.writeLog();
    await writeAccess(
      runner.manager,
      { ...desk, centreId: work.centreId, now: work.now },
      work.touches,
    );
    await commit(runner);
    desk.wrote?.(work.touches);
    if (position !== null) desk.committed(work.centreId, position);
    return outcome;
  } catch (error) {
    await rollBack(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.query("commit");
  } catch (error) {
    // a constraint that is checked at the commit refuses for certain; a lost connection leaves it open
    if (sqlState(error) && !isOutage(error)) throw error;
    throw new Refusal(
      "UNAVAILABLE",
      "The outcome is not known. Ask again with the same key.",
      error,
    );
  }
}

function sqlState(error: unknown): string | null {
  return error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^[0-9A-Z]{5}$/.test(error.code)
    ? error.code
    : null;
}

function mayBeTriedAgain(error: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(error) ?? "");
}

/** The database's own no is the same refusal as the application's; without a commit nothing has happened. */
function refused(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (sqlState(error) === "42501")
    return new Refusal("FORBIDDEN", "This is not yours to do.", error);
  if (isOutage(error))
    return new Refusal(
      "UNAVAILABLE",
      "The service cannot write now. Nothing was done. Try again.",
      error,
    );
  return error;
}
