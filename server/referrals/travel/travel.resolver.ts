// Doors of the graph to what travels with a referral: the preview, the partner's sight of the person, and the end of both.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { allows } from "../../platform/permission/allows.js";
import { PersonalDataField } from "../../programmes/index.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  confirmKeeping,
  ConfirmKeepingInput,
  ConfirmKeepingPayload,
} from "../withdrawal/confirm-keeping.js";
import { ReferralKeeping } from "../withdrawal/keeping.js";
import {
  withdrawBasis,
  WithdrawBasisInput,
  WithdrawBasisPayload,
} from "../withdrawal/withdraw-basis.js";
import {
  previewReferral,
  PreviewReferralInput,
  PreviewReferralPayload,
} from "./preview-referral.js";
import {
  showPerson,
  ShowPersonInput,
  ShowPersonPayload,
} from "./show-person.js";
import {
  fieldsTold,
  keepingOf,
  mayConfirmKeeping,
  sightNow,
} from "./travel.reads.js";

@Resolver(() => Referral)
export class ReferralTravelResolver {
  @FieldResolver(() => [PersonalDataField], {
    description:
      "By name, what of the person was sent: for its sender, and for the partner's people as long as they may look at it; empty for others.",
  })
  personFields(@Root() referral: Referral, @Ctx() context: Context) {
    return fieldsTold(context, referral);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may look at who the person is now.",
  })
  async viewerCanShowPerson(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return (await sightNow(context, referral)) !== null;
  }

  @FieldResolver(() => ReferralKeeping, {
    nullable: true,
    description:
      "What the partner must keep by law, where a basis was withdrawn; for its sender and the partner.",
  })
  keeping(@Root() referral: Referral, @Ctx() context: Context) {
    return keepingOf(context, referral);
  }

  @FieldResolver(() => Boolean, {
    description:
      "The basis on which the person was told was taken back: an open one was withdrawn for that, one that had ended is closed to its partner; for its sender and the partner, false for others.",
  })
  basisWithdrawn(
    @Root() referral: Referral,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      referral.basisWithdrawn &&
      allows(referralPolicy.readKeeping, actor, referral)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say what is kept by law now.",
  })
  async viewerCanConfirmKeeping(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const keeping = await keepingOf(context, referral);
    return mayConfirmKeeping(context, referral, keeping);
  }

  @Mutation(() => PreviewReferralPayload, {
    description:
      "Shows what the partner would see of a person, before anything is sent; it goes on record.",
  })
  previewReferral(
    @Arg("input", () => PreviewReferralInput) input: PreviewReferralInput,
    @Ctx() desk: Context,
  ) {
    return transact(desk, (work) => previewReferral(work, input));
  }

  @Mutation(() => ShowPersonPayload, {
    description:
      "Shows the partner's people who the person of an open referral is, for ten minutes; each time goes on record with its purpose.",
  })
  showPerson(
    @Arg("input", () => ShowPersonInput) input: ShowPersonInput,
    @Ctx() desk: Context,
  ) {
    return transact(desk, (work) => showPerson(work, input));
  }

  @Mutation(() => WithdrawBasisPayload, {
    description:
      "Withdraws a basis: every open referral that rests on it is withdrawn in the same transaction, and what was written with those that have ended is closed to the partner.",
  })
  withdrawBasis(
    @Arg("input", () => WithdrawBasisInput) input: WithdrawBasisInput,
    @Ctx() desk: Context,
  ) {
    return transact(desk, (work) => withdrawBasis(work, input));
  }

  @Mutation(() => ConfirmKeepingPayload, {
    description: "The partner says what it must keep by law.",
  })
  confirmKeeping(
    @Arg("input", () => ConfirmKeepingInput) input: ConfirmKeepingInput,
    @Ctx() desk: Context,
  ) {
    return transact(desk, (work) => confirmKeeping(work, input));
  }
}
