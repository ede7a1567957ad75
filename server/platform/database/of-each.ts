// Rows by what they belong to: of each at most so many, so that the many of one never push out the few of another.
import type { EntityManager, ObjectLiteral } from "typeorm";

interface Asked<Row> {
  centreId: string;
  /** What they belong to. */
  of: keyof Row & string;
  ids: readonly string[];
  order: Partial<Record<keyof Row & string, "ASC" | "DESC">>;
  /** Of each. */
  most: number;
  /** Which of them, as a condition on the columns, with what it is given; all where it is left out. */
  where?: string;
  given?: ObjectLiteral;
}

export function ofEach<Row extends ObjectLiteral>(
  manager: EntityManager,
  noun: new () => Row,
  { centreId, of, ids, order, most, where = "true", given = {} }: Asked<Row>,
): Promise<Row[]> {
  const { tableName, primaryColumns, columns } =
    manager.dataSource.getMetadata(noun);
  const columnOf = (property: string): string => {
    const column = columns.find(
      ({ propertyName }) => propertyName === property,
    );
    if (!column) throw new Error(`no column ${property} of ${tableName}`);
    return column.databaseName;
  };
  const key = primaryColumns.map(({ databaseName }) => databaseName);
  const sorted = Object.entries(order).map(
    ([property, direction]) => `${columnOf(property)} ${String(direction)}`,
  );
  const rows = manager.createQueryBuilder(noun, "n").where(
    `(${key.map((column) => `n.${column}`).join(", ")}) in (
       select ${key.map((column) => `r.${column}`).join(", ")} from unnest((select cast(:ids as uuid[]))) as e(id)
       cross join lateral (select ${key.join(", ")} from ${tableName}
         where centre_id = :centreId and ${columnOf(of)} = e.id and ${where} order by ${sorted.join(", ")} limit ${String(most)}) r)`,
    { ...given, centreId, ids },
  );
  for (const [property, direction] of Object.entries(order))
    rows.addOrderBy(`n.${property}`, direction);
  return rows.getMany();
}
