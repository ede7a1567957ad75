// Open holds: places that wait, held, for an answer to what one coordinator sent; she may hold so many, and no more (trust P8). Of what is counted otherwise, as hours are, a referral is one.
import { Field, Int, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Capacity } from "../offer/index.js";
import { Problem } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { answerable } from "./transitions.js";

interface OpenHolds {
  most: number;
  left: number;
}

@ObjectType({
  implements: Problem,
  description:
    "The sender would hold more places than one coordinator may; an answer or a withdrawal frees them.",
})
export class TooManyHeld extends Problem {
  @Field(() => Int, {
    description:
      "How many places may be held by hers that wait for an answer; a referral in another unit counts as one.",
  })
  most: number;

  constructor(message: string, most: number) {
    super(message);
    this.most = most;
  }
}

/** Nothing but a sending opens a hold, and two of one coordinator come one after the other from here on. */
export async function holdsLeft(
  work: Work,
  accountId: string = signedIn(work).accountId,
): Promise<OpenHolds> {
  const open = (await holdsLeftOf(work, [accountId])).get(accountId);
  if (!open) throw new Error("the centre of a sending is not to be read");
  return open;
}

/** Of several, each after the other in one order, so that two who send for the same do not wait for each other. */
export async function holdsLeftOf(
  work: Work,
  accountIds: readonly string[],
): Promise<Map<string, OpenHolds>> {
  for (const id of [...accountIds].sort())
    await work.alone(`holds ${work.centreId} ${id}`);
  const open = await work.inSystemsName(() =>
    work.rows<OpenHolds & { accountId: string }>(
      `select a.id as "accountId", c.most_open_holds as most, c.most_open_holds - (
           select coalesce(sum(case n.unit when 'PLACES' then r.units else 1 end), 0) from referral r
           join capacity n on n.centre_id = r.centre_id and n.service_id = r.service_id
           where r.centre_id = c.id and r.sender_account_id = a.id
             and r.takes = 'RESERVED' and r.status = any($3))::int as left
       from centre c, unnest($2::uuid[]) a(id) where c.id = $1`,
      [work.centreId, accountIds, answerable],
    ),
  );
  return new Map(open.map((one) => [one.accountId, one]));
}

/** What one more sending would hold. */
export function heldBy({ unit }: Capacity, units: number): number {
  return unit === "PLACES" ? units : 1;
}

export function tooManyHeld(say: Say, { most }: OpenHolds): TooManyHeld {
  return new TooManyHeld(
    say({
      pl: `Twoje skierowania, które czekają na odpowiedź, mogą zatrzymywać najwyżej tyle miejsc: ${String(most)}. Z tym skierowaniem byłoby ich więcej. Poczekaj na odpowiedź albo wycofaj to, co już niepotrzebne.`,
      en: `Your referrals that wait for an answer may hold this many places: ${String(most)}. With this one it would be more. Wait for an answer, or withdraw what is no longer needed.`,
    }),
    most,
  );
}
