// What a subscriber of the centre gets: that something of a kind has changed, never what or whose, so that it is read anew.
import {
  createUnionType,
  Field,
  ObjectType,
  registerEnumType,
} from "type-graphql";

import type { LogEvent } from "../events/index.js";
import { CaughtUp, LogSubscription } from "../events/index.js";
import { fulfilmentPolicy } from "../fulfilment/index.js";
import { signedIn } from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { Refusal } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { picturePolicy } from "./picture.policy.js";

export const CentreTopic = {
  AGREEMENT: "AGREEMENT",
  ACCOUNTS: "ACCOUNTS",
  RESOURCE: "RESOURCE",
  PARTNER: "PARTNER",
  NETWORK: "NETWORK",
  PROGRAMME: "PROGRAMME",
  STANDARD: "STANDARD",
  NEED: "NEED",
  MEETING: "MEETING",
} as const;
export type CentreTopic = keyof typeof CentreTopic;

registerEnumType(CentreTopic, {
  name: "CentreTopic",
  description: "What a change of the centre is about.",
  valuesConfig: {
    AGREEMENT: { description: "Agreements, what parties say and sign." },
    ACCOUNTS: { description: "Orders, deliveries, sheets and shortfalls." },
    RESOURCE: { description: "Resources and requests for loans." },
    PARTNER: { description: "Organisations and their contact persons." },
    NETWORK: {
      description: "Networks, memberships, joint actions and obstacles.",
    },
    PROGRAMME: { description: "Programmes of social services." },
    STANDARD: { description: "Standards of quality and their checks." },
    NEED: { description: "Needs and what is said to them." },
    MEETING: { description: "Meetings and their minutes." },
  },
});

/** The first word of an event's name is its noun; what has none of these is of the networks. */
const topics: Readonly<Record<string, CentreTopic>> = {
  Agreement: "AGREEMENT",
  Order: "ACCOUNTS",
  Delivery: "ACCOUNTS",
  Settlement: "ACCOUNTS",
  Shortfall: "ACCOUNTS",
  Resource: "RESOURCE",
  Loan: "RESOURCE",
  Partner: "PARTNER",
  Contact: "PARTNER",
  Programme: "PROGRAMME",
  Standard: "STANDARD",
  Service: "PROGRAMME",
  Need: "NEED",
  Meeting: "MEETING",
  Minutes: "MEETING",
};

export function topicOf({ type }: Pick<LogEvent, "type">): CentreTopic {
  const [noun = ""] = /^[A-Z][a-z]+/.exec(type) ?? [];
  if (type === "ServiceStandardSet") return "STANDARD";
  return topics[noun] ?? "NETWORK";
}

@ObjectType({
  description: "Something of a kind has changed; what, is read by a query.",
})
export class CentreChanged {
  @Field(() => String, { description: "Give it as `after` to resume." })
  cursor!: string;

  position!: number;

  @Field(() => Date, { description: "When it changed." })
  at!: Date;

  @Field(() => CentreTopic, { description: "What it is about." })
  topic!: CentreTopic;
}

export const CentreDelivery = createUnionType({
  name: "CentreDelivery",
  description: "A change, or the sign that nothing is owed.",
  types: () => [CentreChanged, CaughtUp] as const,
});

/** @throws UNAUTHENTICATED, FORBIDDEN where the centre is not the viewer's or she has no role in it */
export function followChanges(
  context: Context,
  asked: { centreId: string; after: string | null },
): LogSubscription {
  const member = signedIn(context);
  const centreId = fromGlobalId("Centre", asked.centreId);
  if (
    member.centreId !== centreId ||
    !allows(picturePolicy.follow, member, { centreId })
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
    concerns: ({ topic }) => topic === "NETWORK",
    visibleTo: (actor, event) =>
      allows(picturePolicy.follow, actor, { centreId }) &&
      (topicOf(event) !== "ACCOUNTS" ||
        allows(fulfilmentPolicy.read, actor, {
          centreId,
          partnerId: event.partnerId ?? "",
        })),
    deliver: (event, cursor) =>
      Object.assign(new CentreChanged(), {
        cursor,
        at: event.at,
        position: event.position,
        topic: topicOf(event),
      }),
    caughtUp: (cursor, at) => new CaughtUp(cursor, at),
  });
}
