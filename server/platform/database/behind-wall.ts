// The owner's rare work on rows that row-level security hides from it too: FORCE is lifted for one transaction and restored.
import pg from "pg";

const tries = 4;

/** All statements or none; the tables are closed to everybody else meanwhile. */
export async function runBehindWall(
  ownerUrl: string,
  tables: readonly string[],
  statements: readonly string[],
): Promise<void> {
  const alter = (force: string) =>
    tables
      .map((table) => `alter table ${table} ${force} row level security`)
      .join("; ");
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on("error", () => undefined);
    await client.connect();
    try {
      await client.query("begin; set local lock_timeout = '10s'");
      await client.query(alter("no force"));
      for (const statement of statements) await client.query(statement);
      // what was put off to the end is looked at before the tables are altered again
      await client.query("set constraints all immediate");
      await client.query(alter("force"));
      await client.query("commit");
      return;
    } catch (error) {
      // readers hold the tables in another order than this takes them
      const isInTheWay =
        error instanceof pg.DatabaseError &&
        ["40P01", "55P03"].includes(error.code ?? "");
      if (!isInTheWay || attempt >= tries) throw error;
    } finally {
      // ends an open transaction with it
      await client.end();
    }
  }
}
