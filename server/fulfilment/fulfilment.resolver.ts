// Doors of the graph to what was ordered under an agreement, what came of it, and its settlement.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { Agreement, agreementById } from "../agreements/index.js";
import { transact } from "../events/index.js";
import { Service, serviceById } from "../offer/index.js";
import { Partner, partnerById } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Day } from "../platform/graphql/scalars.js";
import { allows } from "../platform/permission/allows.js";
import {
  Accounts,
  Fulfilment,
  SettlementDifference,
  toldAccounts,
} from "./accounts.js";
import { AgreementOrder, OrderedLine } from "./agreement-order.js";
import {
  confirmSettlement,
  ConfirmSettlementInput,
  ConfirmSettlementPayload,
  objectToSettlement,
  ObjectToSettlementInput,
  ObjectToSettlementPayload,
} from "./confirm-settlement.js";
import {
  draftSettlement,
  DraftSettlementInput,
  DraftSettlementPayload,
} from "./draft-settlement.js";
import { differencesOf } from "./figures.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import {
  accountsOf,
  orderById,
  ordersOfAgreement,
  reportOf,
  sheetsOfOrder,
  shortfallsOfOrder,
} from "./fulfilment.reads.js";
import { takesOrders } from "./order-ground.js";
import {
  placeOrder,
  PlaceOrderInput,
  PlaceOrderPayload,
} from "./place-order.js";
import { qualityOf } from "./quality.js";
import {
  reportDelivery,
  ReportDeliveryInput,
  ReportDeliveryPayload,
} from "./report-delivery.js";
import { SettlementSheet } from "./settlement-sheet.js";
import { Shortfall } from "./shortfall.js";

/** Who reads each referral anyway is told exact counts of people (domain 1.14). */
function isExact({ actor }: Context, row: AgreementOrder | SettlementSheet) {
  return allows(fulfilmentPolicy.confirm, actor, row);
}

@Resolver(() => Agreement)
export class AgreementOrdersResolver {
  @FieldResolver(() => [AgreementOrder], {
    description:
      "What was ordered under it, one order for each organisation; empty where that is not the viewer's.",
  })
  // one for each organisation that is a party, mostly a single one
  @Cost(1, { times: 2 })
  orders(@Root() agreement: Agreement, @Ctx() context: Context) {
    return context.load(ordersOfAgreement, agreement.id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may order under this agreement.",
  })
  viewerCanPlaceOrder(
    @Root() agreement: Agreement,
    @Ctx() { actor, now }: Context,
  ): boolean {
    const { centreId } = agreement;
    return (
      takesOrders(agreement, localDate(now)) &&
      allows(fulfilmentPolicy.order, actor, { centreId, partnerId: "" })
    );
  }
}

@Resolver(() => OrderedLine)
export class OrderedLineResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "The service; null where it is not the viewer's to see.",
  })
  service(@Root() line: OrderedLine, @Ctx() context: Context) {
    return context.load(serviceById, line.serviceId);
  }
}

@Resolver(() => AgreementOrder)
export class AgreementOrderResolver {
  @Mutation(() => PlaceOrderPayload, {
    description:
      "Writes down what is ordered of an organisation; the former order makes way.",
  })
  placeOrder(
    @Arg("input", () => PlaceOrderInput) input: PlaceOrderInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => placeOrder(work, input));
  }

  @Mutation(() => ReportDeliveryPayload, {
    description:
      "Says what was delivered in a period; the former report makes way.",
  })
  reportDelivery(
    @Arg("input", () => ReportDeliveryInput) input: ReportDeliveryInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => reportDelivery(work, input));
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "Under which agreement.",
  })
  agreement(@Root() order: AgreementOrder, @Ctx() context: Context) {
    return context.load(agreementById, order.agreementId);
  }

  @FieldResolver(() => Partner, {
    nullable: true,
    description: "Who delivers.",
  })
  partner(@Root() order: AgreementOrder, @Ctx() context: Context) {
    return context.load(partnerById, order.partnerId);
  }

  @FieldResolver(() => Fulfilment, {
    description: "What came of it in a period, as counted now.",
  })
  // counts the referrals under the agreement
  @Cost(20)
  async fulfilment(
    @Root() order: AgreementOrder,
    @Arg("on", () => Day, { description: "A day of the period." }) on: string,
    @Ctx() context: Context,
  ): Promise<Fulfilment> {
    const period = order.periodAround(on);
    const agreement = await context.load(agreementById, order.agreementId);
    const figures = await accountsOf(context.reads, order, agreement, period);
    const report = await reportOf(context.reads, order, period);
    return {
      ...period,
      isOver: period.to < localDate(context.now),
      accounts: toldAccounts(figures, isExact(context, order), context.say),
      reportVersion: report?.version ?? null,
      quality: await qualityOf(context, order, period),
    };
  }

  @FieldResolver(() => [SettlementSheet], {
    description:
      "The version that stands of each period, the latest first; at most 24.",
  })
  @Cost(1, { times: 5 })
  sheets(@Root() order: AgreementOrder, @Ctx() context: Context) {
    return context.load(sheetsOfOrder, order.id);
  }

  @FieldResolver(() => [Shortfall], {
    description:
      "What was short: the open ones first, then the latest; at most 50.",
  })
  @Cost(1, { times: 5 })
  shortfalls(@Root() order: AgreementOrder, @Ctx() context: Context) {
    return context.load(shortfallsOfOrder, order.id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may report what was delivered.",
  })
  viewerCanReportDelivery(
    @Root() order: AgreementOrder,
    @Ctx() { actor }: Context,
  ): boolean {
    return allows(fulfilmentPolicy.report, actor, order);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may draft a sheet of a period that has passed.",
  })
  viewerCanDraftSettlement(
    @Root() order: AgreementOrder,
    @Ctx() { actor }: Context,
  ): boolean {
    return allows(fulfilmentPolicy.draft, actor, order);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may raise a shortfall.",
  })
  viewerCanRaiseShortfall(
    @Root() order: AgreementOrder,
    @Ctx() { actor }: Context,
  ): boolean {
    return allows(fulfilmentPolicy.raise, actor, order);
  }
}

@Resolver(() => SettlementSheet)
export class SettlementSheetResolver {
  @Mutation(() => DraftSettlementPayload, {
    description:
      "Freezes the accounts of a period for both sides to confirm; a version that is not confirmed makes way.",
  })
  draftSettlement(
    @Arg("input", () => DraftSettlementInput) input: DraftSettlementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => draftSettlement(work, input));
  }

  @Mutation(() => ConfirmSettlementPayload, {
    description: "Confirms for one's own side; after both it stays for good.",
  })
  confirmSettlement(
    @Arg("input", () => ConfirmSettlementInput) input: ConfirmSettlementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => confirmSettlement(work, input));
  }

  @Mutation(() => ObjectToSettlementPayload, {
    description: "Objects with a reason: a new version is due.",
  })
  objectToSettlement(
    @Arg("input", () => ObjectToSettlementInput) input: ObjectToSettlementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => objectToSettlement(work, input));
  }

  @FieldResolver(() => Accounts, { description: "The figures, as frozen." })
  accounts(@Root() sheet: SettlementSheet, @Ctx() context: Context) {
    return toldAccounts(sheet.figures, isExact(context, sheet), context.say);
  }

  @FieldResolver(() => [SettlementDifference], {
    description:
      "Where the sources have changed since it was frozen; the sheet stays as it is.",
  })
  // counts the referrals under the agreement
  @Cost(20)
  async differences(
    @Root() { figures, ...sheet }: SettlementSheet,
    @Ctx() context: Context,
  ) {
    const order = await context.load(orderById, sheet.orderId);
    if (!order) return [];
    const agreement = await context.load(agreementById, order.agreementId);
    const period = { from: sheet.fromOn, to: sheet.toOn };
    const now = await accountsOf(context.reads, order, agreement, period);
    return differencesOf(figures, now);
  }

  @FieldResolver(() => Boolean, {
    description: "It waits for the viewer's side, to confirm or to object.",
  })
  viewerCanConfirmSettlement(
    @Root() sheet: SettlementSheet,
    @Ctx() { actor }: Context,
  ): boolean {
    const { confirmForHub, confirmForPartner } = fulfilmentPolicy;
    return (
      sheet.status === "OPEN" &&
      ((!sheet.hubConfirmedAt && allows(confirmForHub, actor, sheet)) ||
        (!sheet.partnerConfirmedAt && allows(confirmForPartner, actor, sheet)))
    );
  }
}
