// One thing happens while another is about to be committed: rows are held, and whoever needs them waits.
import type { TestCentre } from "./world.js";

/** Does something while rows of this centre ($1) are held; `then` changes them before the commit. */
export function holding(
  { asSystem, id }: TestCentre,
  sql: string,
  during: () => Promise<void>,
  then?: string,
): Promise<void> {
  return asSystem(async (work) => {
    await work.rows(sql, [id]);
    await during();
    if (then) await work.rows(then, [id]);
  });
}

/** Nobody who records anything comes to the end meanwhile. */
export const COMMITS = `select from centre_log where centre_id = $1 for update`;

/** Until so many wait for what others hold, or this one has not had to. */
export async function untilHeldUp(
  { asSystem }: TestCentre,
  lot: number,
  one: Promise<unknown>,
): Promise<void> {
  const isDone = one.then(() => true);
  for (;;) {
    const held = await asSystem((work) =>
      work.rows(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      ),
    );
    if (held.length >= lot) return;
    if (await Promise.race([isDone, Promise.resolve(false)])) return;
  }
}
