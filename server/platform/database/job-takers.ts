// Who takes jobs: each taker holds a lock by its name for as long as it lives, and what a dead one had taken is given to the others.
import pg from "pg";

export interface SignOfLife {
  end(): Promise<void>;
}

/** A name that was written down a moment ago may not be locked yet. */
const grace = "20 seconds";
const lookEveryMs = 10_000;

const giveOn = `
  with taker as materialized (
    select distinct locked_by as name from graphile_worker._private_jobs
    where locked_at < now() - interval '${grace}' and locked_by <> $1
  )
  select graphile_worker.force_unlock_workers(array_agg(name)) from taker
  where pg_try_advisory_xact_lock(hashtextextended(name, 0))`;

/**
 * The queue itself gives the job of a taker that was killed to nobody for four hours.
 * @param onLost the line was cut: PostgreSQL holds the taker for dead
 */
export async function showLife(
  ownerUrl: string,
  name: string,
  onLost: () => void,
): Promise<SignOfLife> {
  const line = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  const lookAfterOthers = () => {
    // a question that cannot be asked is asked again by whoever is left
    line.query(giveOn, [name]).catch(() => undefined);
  };
  const look = setInterval(lookAfterOthers, lookEveryMs);
  let isOver = false;
  function lose() {
    clearInterval(look);
    if (!isOver) onLost();
    isOver = true;
  }
  line.on("error", lose);
  line.on("end", lose);
  try {
    await line.connect();
    await line.query("select pg_advisory_lock(hashtextextended($1, 0))", [
      name,
    ]);
  } catch (failure) {
    lose();
    throw failure;
  }
  lookAfterOthers();
  return {
    async end() {
      isOver = true;
      clearInterval(look);
      await line.end().catch(() => undefined);
    },
  };
}
