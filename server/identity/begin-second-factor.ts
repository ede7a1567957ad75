// A new secret for an app on the phone, in force from its first right code on; where there is one already, that is asked first.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { viewerOf } from "./identity.reads.js";
import { forOwnAccount } from "./own-account.js";
import { showsItIsHer } from "./own-password.js";
import { addressFor, newSecret, SecondFactor } from "./second-factor.js";
import { secondFactorOf } from "./second-factor.reads.js";
import { useCode } from "./use-code.js";

/** As long as somebody needs to install an app. */
const SET_UP_MINUTES = 30;

@InputType({
  description: "Sets up a second factor, or the one of a new phone.",
})
export class BeginSecondFactorInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Where there is a second factor already: its code or a recovery code.",
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Hers; asked for where she signed in more than 15 minutes ago.",
  })
  password?: string | null;
}

@ObjectType({
  description:
    "A secret for an app on the phone; it holds from confirmSecondFactor on, which waits half an hour.",
})
export class SecondFactorBegun {
  @Field(() => String, {
    description: "To be typed where nothing is scanned; told this once.",
  })
  secret!: string;

  @Field(() => String, {
    description: "The same as an `otpauth:` address, to be shown as a QR code.",
  })
  address!: string;
}

export const BeginSecondFactorPayload = createUnionType({
  name: "BeginSecondFactorPayload",
  description: "Outcome of asking for a new secret.",
  types: () => [SecondFactorBegun, InvalidInput] as const,
});

export async function beginSecondFactor(
  context: Context,
  member: Member,
  { code, password }: BeginSecondFactorInput,
): Promise<SecondFactorBegun | InvalidInput> {
  const unproven = await showsItIsHer(context, member, password);
  if (unproven) return unproven;
  const { accountId } = member;
  const { email } = await viewerOf(context, member);
  if (await secondFactorOf(context, member)) {
    const wrong = await useCode(context, accountId, code ?? "");
    if (wrong) return wrong;
  }
  const secret = newSecret();
  await forOwnAccount(context, member, (work) =>
    work.manager.getRepository(SecondFactor).upsert(
      {
        accountId,
        pending: work.keys.seal("second-factor", accountId, secret),
        pendingUntil: new Date(work.now.getTime() + SET_UP_MINUTES * 60_000),
      },
      ["accountId"],
    ),
  );
  return Object.assign(new SecondFactorBegun(), {
    secret,
    address: addressFor(secret, email),
  });
}
