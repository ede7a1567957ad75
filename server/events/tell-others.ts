// A process that ends right after its work tells the others once what they would else find by their slow poll.
import type { DataSource } from "typeorm";

export async function tellOthers(
  dataSource: DataSource,
  heads: ReadonlyMap<string, number>,
  accountIds: Iterable<string>,
): Promise<void> {
  await dataSource.query(
    `select pg_notify('splot_log', hint) from unnest($1::text[]) hint
     union all select pg_notify('splot_rights', hint) from unnest($2::text[]) hint`,
    [[...heads].map((head) => head.join(":")), [...accountIds]],
  );
}
