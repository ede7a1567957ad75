// Doors of the graph to the second factor: the code at sign-in, setting up, paper, giving up.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { signedIn } from "./authorize.js";
import {
  beginSecondFactor,
  BeginSecondFactorInput,
  BeginSecondFactorPayload,
  SecondFactorBegun,
} from "./begin-second-factor.js";
import {
  completeSignIn,
  CompleteSignInInput,
  CompleteSignInPayload,
} from "./complete-sign-in.js";
import {
  confirmSecondFactor,
  ConfirmSecondFactorInput,
  ConfirmSecondFactorPayload,
  RecoveryCodes,
} from "./confirm-second-factor.js";
import { viewerOf } from "./identity.reads.js";
import {
  removeSecondFactor,
  RemoveSecondFactorInput,
  RemoveSecondFactorPayload,
  SecondFactorRemoved,
} from "./remove-second-factor.js";
import {
  renewRecoveryCodes,
  RenewRecoveryCodesInput,
  RenewRecoveryCodesPayload,
} from "./renew-recovery-codes.js";
import { isSecondFactorNeeded, secondFactorOf } from "./second-factor.reads.js";
import { asSignedIn, SignedIn, SignInRefused } from "./sign-in.js";
import { Viewer, ViewerSecondFactor } from "./viewer.js";

@Resolver(() => Viewer)
export class SecondFactorResolver {
  @FieldResolver(() => ViewerSecondFactor, {
    nullable: true,
    description: "Null: she signs in by one factor.",
  })
  async secondFactor(
    @Root() { member }: Viewer,
    @Ctx() context: Context,
  ): Promise<ViewerSecondFactor | null> {
    const factor = await secondFactorOf(context, member);
    return (
      factor &&
      Object.assign(new ViewerSecondFactor(), {
        since: factor.confirmedAt,
        recoveryCodesLeft: factor.recovery.length,
      })
    );
  }

  @FieldResolver(() => Boolean, {
    description:
      "A role of hers, here or in another membership, needs it: it cannot be given up.",
  })
  needsSecondFactor(
    @Root() { member }: Viewer,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return isSecondFactorNeeded(context, member);
  }

  @Mutation(() => CompleteSignInPayload, {
    description:
      "The second step of signing in, where the first answered SecondFactorNeeded.",
  })
  async completeSignIn(
    @Arg("input", () => CompleteSignInInput) input: CompleteSignInInput,
    @Ctx() context: Context,
  ): Promise<SignedIn | InvalidInput | SignInRefused> {
    const outcome = await completeSignIn(context, input);
    return "token" in outcome ? asSignedIn(context, outcome) : outcome;
  }

  @Mutation(() => BeginSecondFactorPayload, {
    description:
      "Tells a new secret for an app on the phone; the one in force stays until the new one is confirmed.",
  })
  beginSecondFactor(
    @Arg("input", () => BeginSecondFactorInput) input: BeginSecondFactorInput,
    @Ctx() context: Context,
  ): Promise<SecondFactorBegun | InvalidInput> {
    return beginSecondFactor(context, signedIn(context), input);
  }

  @Mutation(() => ConfirmSecondFactorPayload, {
    description:
      "Puts the new second factor in force by its first code; other devices are signed out.",
  })
  async confirmSecondFactor(
    @Arg("input", () => ConfirmSecondFactorInput)
    input: ConfirmSecondFactorInput,
    @Ctx() context: Context,
  ): Promise<RecoveryCodes | InvalidInput> {
    return asCodes(
      context,
      await confirmSecondFactor(context, signedIn(context), input),
    );
  }

  @Mutation(() => RenewRecoveryCodesPayload, {
    description: "Ten new recovery codes; the old ones are dead at once.",
  })
  async renewRecoveryCodes(
    @Arg("input", () => RenewRecoveryCodesInput) input: RenewRecoveryCodesInput,
    @Ctx() context: Context,
  ): Promise<RecoveryCodes | InvalidInput> {
    return asCodes(
      context,
      await renewRecoveryCodes(context, signedIn(context), input),
    );
  }

  @Mutation(() => RemoveSecondFactorPayload, {
    description:
      "Gives the second factor up, where no role of the account needs it.",
  })
  async removeSecondFactor(
    @Arg("input", () => RemoveSecondFactorInput) input: RemoveSecondFactorInput,
    @Ctx() context: Context,
  ): Promise<SecondFactorRemoved | InvalidInput> {
    const wrong = await removeSecondFactor(context, signedIn(context), input);
    return (
      wrong ??
      Object.assign(new SecondFactorRemoved(), {
        viewer: await viewerOf(context, signedIn(context)),
      })
    );
  }
}

async function asCodes(
  context: Context,
  outcome: string[] | InvalidInput,
): Promise<RecoveryCodes | InvalidInput> {
  if (outcome instanceof InvalidInput) return outcome;
  return Object.assign(new RecoveryCodes(), {
    codes: outcome,
    viewer: await viewerOf(context, signedIn(context)),
  });
}
