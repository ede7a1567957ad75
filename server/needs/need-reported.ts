// What whoever keeps the register hears at once: something was lacking, new or once more.
import { createUnionType, Field, ObjectType } from "type-graphql";

import { CaughtUp, LogSubscription } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { Refusal } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { needPolicy } from "./needs.policy.js";

@ObjectType({ description: "A need was reported, new or once more." })
export class NeedReported {
  @Field(() => String, { description: "Give it as `after` to resume." })
  cursor!: string;

  position!: number;

  @Field(() => Date, { description: "When it was reported." })
  at!: Date;

  needId!: string;
}

export const NeedDelivery = createUnionType({
  name: "NeedDelivery",
  description: "A report, or the sign that nothing is owed.",
  types: () => [NeedReported, CaughtUp] as const,
});

/** @throws UNAUTHENTICATED, FORBIDDEN where the centre is not the viewer's or she does not keep the register */
export function followNeeds(
  context: Context,
  asked: { centreId: string; after: string | null },
): LogSubscription {
  const member = signedIn(context);
  const centreId = fromGlobalId("Centre", asked.centreId);
  if (
    member.centreId !== centreId ||
    !allows(needPolicy.follow, member, { centreId })
  )
    throw new Refusal(
      "FORBIDDEN",
      context.say({
        pl: "Twoja rola na to nie pozwala.",
        en: "Your role does not allow this.",
      }),
    );
  return new LogSubscription({
    centreId,
    after: asked.after,
    concerns: ({ type }) => type === "NeedReported",
    visibleTo: (actor) => allows(needPolicy.follow, actor, { centreId }),
    deliver: (event, cursor) =>
      Object.assign(new NeedReported(), {
        cursor,
        at: event.at,
        position: event.position,
        needId: event.subjectId,
      }),
    caughtUp: (cursor, at) => new CaughtUp(cursor, at),
  });
}
