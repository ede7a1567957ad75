// Doors of the graph to the moves of referrals.
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import {
  acceptReferral,
  AcceptReferralInput,
  AcceptReferralPayload,
} from "./accept-referral.js";
import {
  completeReferral,
  CompleteReferralInput,
  CompleteReferralPayload,
} from "./complete-referral.js";
import {
  confirmPlace,
  ConfirmPlaceInput,
  ConfirmPlacePayload,
} from "./confirm-place.js";
import {
  declineReferral,
  DeclineReferralInput,
  DeclineReferralPayload,
} from "./decline-referral.js";
import {
  discontinueReferral,
  DiscontinueReferralInput,
  DiscontinueReferralPayload,
} from "./discontinue-referral.js";
import {
  offerPlace,
  OfferPlaceInput,
  OfferPlacePayload,
} from "./offer-place.js";
import {
  openReferral,
  OpenReferralInput,
  OpenReferralPayload,
} from "./open-referral.js";
import { printSlip, PrintSlipInput, PrintSlipPayload } from "./print-slip.js";
import { Referral } from "./referral.js";
import { sendReferral, SendReferralPayload } from "./send-referral.js";
import { SendReferralInput } from "./send-referral-input.js";
import {
  startReferral,
  StartReferralInput,
  StartReferralPayload,
} from "./start-referral.js";
import {
  waitlistReferral,
  WaitlistReferralInput,
  WaitlistReferralPayload,
} from "./waitlist-referral.js";
import {
  withdrawReferral,
  WithdrawReferralInput,
  WithdrawReferralPayload,
} from "./withdraw-referral.js";

@Resolver(() => Referral)
export class ReferralMovesResolver {
  @Mutation(() => SendReferralPayload, {
    description: "Refers somebody: the place is held in the same transaction.",
  })
  sendReferral(
    @Arg("input", () => SendReferralInput) input: SendReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof SendReferralPayload> {
    return transact(context, (work) => sendReferral(work, input));
  }

  @Mutation(() => OpenReferralPayload, {
    description: "A person looked: RECEIVED; never by prefetch.",
  })
  openReferral(
    @Arg("input", () => OpenReferralInput) input: OpenReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof OpenReferralPayload> {
    return transact(context, (work) => openReferral(work, input));
  }

  @Mutation(() => AcceptReferralPayload, {
    description: "The partner accepts: ACCEPTED.",
  })
  acceptReferral(
    @Arg("input", () => AcceptReferralInput) input: AcceptReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof AcceptReferralPayload> {
    return transact(context, (work) => acceptReferral(work, input));
  }

  @Mutation(() => DeclineReferralPayload, {
    description: "The partner cannot take somebody: DECLINED.",
  })
  declineReferral(
    @Arg("input", () => DeclineReferralInput) input: DeclineReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof DeclineReferralPayload> {
    return transact(context, (work) => declineReferral(work, input));
  }

  @Mutation(() => WaitlistReferralPayload, {
    description: "The partner queues somebody: WAITLISTED.",
  })
  waitlistReferral(
    @Arg("input", () => WaitlistReferralInput) input: WaitlistReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof WaitlistReferralPayload> {
    return transact(context, (work) => waitlistReferral(work, input));
  }

  @Mutation(() => OfferPlacePayload, {
    description: "A freed place to one who waits: OFFERED.",
  })
  offerPlace(
    @Arg("input", () => OfferPlaceInput) input: OfferPlaceInput,
    @Ctx() context: Context,
  ): Promise<typeof OfferPlacePayload> {
    return transact(context, (work) => offerPlace(work, input));
  }

  @Mutation(() => ConfirmPlacePayload, {
    description: "The coordinator: still wanted: ACCEPTED.",
  })
  confirmPlace(
    @Arg("input", () => ConfirmPlaceInput) input: ConfirmPlaceInput,
    @Ctx() context: Context,
  ): Promise<typeof ConfirmPlacePayload> {
    return transact(context, (work) => confirmPlace(work, input));
  }

  @Mutation(() => StartReferralPayload, {
    description: "The service begins: IN_PROGRESS.",
  })
  startReferral(
    @Arg("input", () => StartReferralInput) input: StartReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof StartReferralPayload> {
    return transact(context, (work) => startReferral(work, input));
  }

  @Mutation(() => CompleteReferralPayload, {
    description: "The service came to its end: COMPLETED.",
  })
  completeReferral(
    @Arg("input", () => CompleteReferralInput) input: CompleteReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof CompleteReferralPayload> {
    return transact(context, (work) => completeReferral(work, input));
  }

  @Mutation(() => DiscontinueReferralPayload, {
    description: "Broken off: DISCONTINUED.",
  })
  discontinueReferral(
    @Arg("input", () => DiscontinueReferralInput)
    input: DiscontinueReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof DiscontinueReferralPayload> {
    return transact(context, (work) => discontinueReferral(work, input));
  }

  @Mutation(() => WithdrawReferralPayload, {
    description: "The coordinator withdraws: WITHDRAWN.",
  })
  withdrawReferral(
    @Arg("input", () => WithdrawReferralInput) input: WithdrawReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof WithdrawReferralPayload> {
    return transact(context, (work) => withdrawReferral(work, input));
  }

  @Mutation(() => PrintSlipPayload, {
    description: "Before a slip is printed: it goes on record.",
  })
  printSlip(
    @Arg("input", () => PrintSlipInput) input: PrintSlipInput,
    @Ctx() context: Context,
  ): Promise<typeof PrintSlipPayload> {
    return transact(context, (work) => printSlip(work, input));
  }
}
