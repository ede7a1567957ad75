// Doors of the graph to what was short under an agreement, and what came of it.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import { AgreementOrder } from "./agreement-order.js";
import {
  answerShortfall,
  AnswerShortfallInput,
  AnswerShortfallPayload,
  closeShortfall,
  CloseShortfallInput,
  CloseShortfallPayload,
  reopenShortfall,
  ReopenShortfallInput,
  ReopenShortfallPayload,
} from "./answer-shortfall.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { openShortfalls, orderById } from "./fulfilment.reads.js";
import {
  raiseShortfall,
  RaiseShortfallInput,
  RaiseShortfallPayload,
} from "./raise-shortfall.js";
import { Shortfall } from "./shortfall.js";

@Resolver(() => Centre)
export class CentreShortfallsResolver {
  @FieldResolver(() => [Shortfall], {
    description:
      "Shortfalls without a result, where accounts are the viewer's to see: what was answered first, then by their days; at most 200.",
  })
  @Cost(5)
  openShortfalls(@Root() _centre: Centre, @Ctx() context: Context) {
    return openShortfalls(context);
  }
}

@Resolver(() => Shortfall)
export class ShortfallResolver {
  @Mutation(() => RaiseShortfallPayload, {
    description:
      "Makes a talk, a corrective action or a claim of what is short.",
  })
  raiseShortfall(
    @Arg("input", () => RaiseShortfallInput) input: RaiseShortfallInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => raiseShortfall(work, input));
  }

  @Mutation(() => AnswerShortfallPayload, {
    description: "What the organisation says to it.",
  })
  answerShortfall(
    @Arg("input", () => AnswerShortfallInput) input: AnswerShortfallInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => answerShortfall(work, input));
  }

  @Mutation(() => CloseShortfallPayload, {
    description: "Closes it with its result.",
  })
  closeShortfall(
    @Arg("input", () => CloseShortfallInput) input: CloseShortfallInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => closeShortfall(work, input));
  }

  @Mutation(() => ReopenShortfallPayload, {
    description:
      "Opens it again: something is still missing. Where its day would come sooner, there are two weeks from today.",
  })
  reopenShortfall(
    @Arg("input", () => ReopenShortfallInput) input: ReopenShortfallInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => reopenShortfall(work, input));
  }

  @FieldResolver(() => AgreementOrder, {
    nullable: true,
    description: "Of which order.",
  })
  order(@Root() { orderId }: Shortfall, @Ctx() context: Context) {
    return context.load(orderById, orderId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The service as it was ordered; null: the whole.",
  })
  async serviceName(@Root() shortfall: Shortfall, @Ctx() context: Context) {
    const order = await context.load(orderById, shortfall.orderId);
    const line = order
      ?.linesIn({ from: shortfall.fromOn })
      .find(({ serviceId }) => serviceId === shortfall.serviceId);
    return line?.serviceName ?? null;
  }

  @FieldResolver(() => Int, {
    description: "Days since it was due; 0: it is not overdue.",
  })
  daysOverdue(@Root() shortfall: Shortfall, @Ctx() { now }: Context): number {
    return shortfall.daysOverdueOn(localDate(now));
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may answer for the organisation.",
  })
  viewerCanAnswerShortfall(
    @Root() shortfall: Shortfall,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      shortfall.state !== "CLOSED" &&
      allows(fulfilmentPolicy.answer, actor, shortfall)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may close it with a result.",
  })
  viewerCanCloseShortfall(
    @Root() shortfall: Shortfall,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      shortfall.state !== "CLOSED" &&
      allows(fulfilmentPolicy.close, actor, shortfall)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "It was answered or closed, and the viewer may open it again.",
  })
  viewerCanReopenShortfall(
    @Root() shortfall: Shortfall,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      shortfall.state !== "OPEN" &&
      allows(fulfilmentPolicy.close, actor, shortfall)
    );
  }
}
