// Reads who answers for the data of residents, for the sheet that one of them signs.
import type { Context } from "../../platform/graphql/context.js";
import { DataController } from "./data-controller.js";

/** For a coordinator; null for others. */
export async function dataController({
  reads,
}: Context): Promise<DataController | null> {
  const [row] = await reads.rows<{
    controller: string;
    officer_at: string[];
    hides_after_days: number;
    erases_after_months: number;
  }>(`select * from told_of_protection()`, []);
  return row
    ? Object.assign(new DataController(), {
        name: row.controller,
        officerAt: row.officer_at,
        hidesAfterDays: row.hides_after_days,
        erasesAfterMonths: row.erases_after_months,
      } satisfies DataController)
    : null;
}
