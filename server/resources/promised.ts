// How many pieces of a resource are promised on the busiest of some days; the one reading of it, asked with the resource locked.
import type { Work } from "../events/index.js";

interface Span {
  centreId: string;
  resourceId: string;
  from: string;
  /** Null: from there on for ever. */
  to: string | null;
}

/** Pieces out on one day change only where a loan begins, so that the first day and the beginnings are enough. */
export async function mostPromised(work: Work, span: Span): Promise<number> {
  const [found] = await work.rows<{ most: number }>(
    `with agreed as (
       select l.from_on, l.to_on, l.quantity from loan_request l
       where l.centre_id = $1 and l.resource_id = $2 and l.state = 'AGREED'
         and l.to_on >= $3::date and ($4::date is null or l.from_on <= $4::date)
     )
     select coalesce(max((select sum(a.quantity) from agreed a where d.at between a.from_on and a.to_on)), 0)::integer as most
     from (select $3::date as at union select from_on from agreed where from_on >= $3::date) d`,
    [span.centreId, span.resourceId, span.from, span.to],
  );
  return found?.most ?? 0;
}
