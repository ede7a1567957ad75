// The officer does not wait for the night: what the terms ask for is done now, by the same durable job; and when it was done last and is done next.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { holds } from "../../platform/permission/allows.js";
import { protectionPolicy } from "../protection.policy.js";
import { NIGHTLY } from "./nightly.js";

@ObjectType({ description: "When the terms of keeping are kept to." })
export class KeepingTimes {
  @Field(() => Date, {
    nullable: true,
    description: "When that was done last; null: never yet.",
  })
  lastAt!: Date | null;

  @Field(() => Date, { description: "When it is done next by itself." })
  nextAt!: Date;

  @Field(() => Boolean, {
    description: "It was asked for and is not done yet.",
  })
  isRunning!: boolean;
}

@InputType({ description: "Masks, erases and proposes what is due, now." })
export class KeepToRulesNowInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;
}

export const KeepToRulesNowPayload = createUnionType({
  name: "KeepToRulesNowPayload",
  description: "Outcome of asking for it now.",
  types: () => [KeepingTimes, RequestKeyReused, InvalidInput] as const,
});

type Ask = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

/** Asked for again while it waits it is the same run. */
export async function keepToRulesNow(
  work: Work,
  { requestKey }: KeepToRulesNowInput,
): Promise<typeof KeepToRulesNowPayload> {
  const { centreId } = work;
  const touch = {
    action: "CONFIG_CHANGE",
    noun: "ProtectionRules",
    subjectId: centreId,
    fields: [],
    change: "KeepingAsked",
  } as const;
  work.means(touch);
  authorize(work, protectionPolicy.erase, { centreId });
  const { problem } = new InputCheck(work.say).key(requestKey);
  if (problem) return problem;
  const taken = await takeRequestKey(
    ...([work, "keepToRulesNow", requestKey, {}, centreId] as const),
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (!taken.repeats) {
    await work.rows(`select keep_now($1)`, [work.now]);
    work.touch(touch);
  }
  const ask: Ask = (sql, values) => work.rows(sql, values);
  return timesOf(ask, centreId, work.now);
}

/** Null where the desk is not the viewer's. */
export async function keepingTimes({
  actor,
  reads,
  now,
}: Context): Promise<KeepingTimes | null> {
  const { centreId } = actor;
  if (!centreId || !holds(protectionPolicy.read, actor, { centreId }))
    return null;
  return timesOf((sql, values) => reads.rows(sql, values), centreId, now);
}

async function timesOf(ask: Ask, centreId: string, now: Date) {
  const [row] = await ask<{ last: Date | null; waits: boolean | null }>(
    `select keeping_waits() as waits, (select max(r.at) from protection_run r where r.centre_id = $1
       and r.by_name is null and r.rule in ('MASK', 'ERASE', 'PROPOSE')) as last`,
    [centreId],
  );
  return Object.assign(new KeepingTimes(), {
    lastAt: row?.last ?? null,
    nextAt: nextNight(now),
    isRunning: row?.waits ?? false,
  } satisfies KeepingTimes);
}

function nextNight(now: Date): Date {
  const next = new Date(now);
  next.setUTCHours(NIGHTLY.hour, NIGHTLY.minute, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
