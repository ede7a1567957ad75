// What is done to the fleet: processes, PostgreSQL and single backends are killed, others stopped, cut off or left behind by the clock.
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import type { Chance } from "../support/chance.js";
import { oneOf } from "../support/chance.js";
import type { Fleet } from "./fleet.js";

/** By `kill -9`. */
export const kills = ["process", "postmaster", "backend"] as const;
export const disturbances = ["pause", "line", "clock"] as const;
export type Fault = (typeof kills)[number] | (typeof disturbances)[number];

export interface Ground {
  fleet: Fleet;
  centreId: string;
  pick: Chance;
  longestPauseMs: number;
}

/** @returns false where PostgreSQL was away */
async function asAdmin(
  { fleet }: Ground,
  work: (admin: pg.Client) => Promise<void>,
): Promise<boolean> {
  const admin = new pg.Client({
    connectionString: fleet.postgres.adminUrl,
    connectionTimeoutMillis: 2_000,
  });
  admin.on("error", () => undefined);
  try {
    await admin.connect();
    await work(admin);
    return true;
  } catch {
    return false;
  } finally {
    await admin.end().catch(() => undefined);
  }
}

const backends = `select pid, query like 'listen %' or query like 'select pg_notify%' as "isLine"
  from pg_stat_activity where usename = 'splot_app'`;

interface Backend {
  pid: number;
  isLine: boolean;
}

const does: {
  readonly [fault in Fault]: (ground: Ground) => Promise<boolean>;
} = {
  async process({ fleet, pick }) {
    oneOf(pick, fleet.processes).signal("SIGKILL");
    return true;
  },
  async postmaster({ fleet, pick }) {
    const pid = fleet.postgres.postmaster();
    if (!pid) return false;
    process.kill(pid, "SIGKILL");
    await pause(pick(200));
    await fleet.postgres.start();
    return true;
  },
  /** PostgreSQL ends all the others too, and recovers by itself. */
  backend: (ground) =>
    asAdmin(ground, async (admin) => {
      const { rows } = await admin.query<Backend>(backends);
      process.kill(oneOf(ground.pick, rows).pid, "SIGKILL");
    }),
  async pause({ fleet, pick, longestPauseMs }) {
    const one = oneOf(pick, fleet.processes);
    one.signal("SIGSTOP");
    await pause(pick(longestPauseMs));
    one.signal("SIGCONT");
    return true;
  },
  /** The line on which a process hears wake-ups, and one on which it works. */
  line: (ground) =>
    asAdmin(ground, async (admin) => {
      const { rows } = await admin.query<Backend>(backends);
      for (const isLine of [true, false]) {
        const some = rows.filter((one) => one.isLine === isLine);
        if (some.length > 0)
          await admin.query("select pg_terminate_backend($1)", [
            oneOf(ground.pick, some).pid,
          ]);
      }
    }),
  /** For a third of those who wait for an answer, hours have passed. */
  clock: (ground) =>
    asAdmin(ground, async (admin) => {
      await admin.query("begin");
      await admin.query("set local session_replication_role = replica");
      await admin.query(
        `with late as (
             update referral set due_at = now(), offered_until = case status when 'OFFERED' then now() end
             where centre_id = $1 and status in ('SENT', 'RECEIVED', 'OFFERED') and random() < 0.3
             returning id
           )
           update graphile_worker._private_jobs set run_at = now()
           where (payload->>'referralId')::uuid in (select id from late) and locked_at is null`,
        [ground.centreId],
      );
      await admin.query("commit");
    }),
};

export function inflict(fault: Fault, ground: Ground): Promise<boolean> {
  return does[fault](ground);
}
