// Reads of those who have forgotten their password: where the letter to them belongs.
import type { DataSource } from "typeorm";

import { inTransaction } from "../platform/database/session.js";

export interface Forgetful {
  account_id: string;
  centre_id: string;
}

/** The account behind a request and the centre where it worked last; undefined where it can act nowhere. */
export async function whoForgot(
  dataSource: DataSource,
  resetId: string,
): Promise<Forgetful | undefined> {
  const [found] = await inTransaction(
    dataSource,
    { kind: "authentication" },
    (manager) =>
      manager.query<Forgetful[]>(
        `select a.id as account_id, g.centre_id from password_reset r
         join account a on a.id = r.account_id and a.status = 'ACTIVE'
         join assignment g on g.account_id = a.id and g.ended_at is null and g.locked_at is null
         where r.id = $1 and r.used_at is null
         order by (select max(s.last_used_at) from session s
             where s.centre_id = g.centre_id and s.assignment_id = g.id) desc nulls last, g.started_at, g.id
         limit 1`,
        [resetId],
      ),
  );
  return found;
}
