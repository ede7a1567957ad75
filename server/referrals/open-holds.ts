// Open holds: places that wait, held, for an answer to what one coordinator sent; she may hold so many, and no more (trust P8).
import { Field, Int, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { Problem } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";

interface OpenHolds {
  most: number;
  left: number;
}

@ObjectType({
  implements: Problem,
  description:
    "The sender holds as many places as one coordinator may; an answer or a withdrawal frees one.",
})
export class TooManyHeld extends Problem {
  @Field(() => Int, {
    description: "How many of hers may wait for an answer and hold places.",
  })
  most: number;

  constructor(message: string, most: number) {
    super(message);
    this.most = most;
  }
}

/** Nothing but a sending opens a hold, and two of one coordinator come one after the other from here on. */
export async function holdsLeft(work: Work): Promise<OpenHolds> {
  const { accountId } = signedIn(work);
  await work.rows(
    `select pg_advisory_xact_lock(hashtextextended('holds:' || $1::text || $2::text, 0))`,
    [work.centreId, accountId],
  );
  const [open] = await work.rows<OpenHolds>(
    `select c.most_open_holds as most, c.most_open_holds - (
         select count(*) from referral r where r.centre_id = c.id and r.sender_account_id = $2
           and r.takes = 'RESERVED' and r.status in ('SENT', 'RECEIVED'))::int as left
     from centre c where c.id = $1`,
    [work.centreId, accountId],
  );
  if (!open) throw new Error("the centre of a sending is not to be read");
  return open;
}

export function tooManyHeld(say: Say, { most }: OpenHolds): TooManyHeld {
  return new TooManyHeld(
    say({
      pl: `Liczba Twoich skierowań, które czekają na odpowiedź i zatrzymują miejsca, doszła do limitu: ${String(most)}. Poczekaj na odpowiedź albo wycofaj to, co już niepotrzebne.`,
      en: `Your referrals that wait for an answer and hold places have reached the limit: ${String(most)}. Wait for an answer, or withdraw what is no longer needed.`,
    }),
    most,
  );
}
