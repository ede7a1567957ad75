// Doors of the graph to signing in elsewhere: what the other provider is called, being bound to it and not any more.
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import type { Context } from "../platform/graphql/context.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { AccountIdentity } from "./account-identity.js";
import { signedIn } from "./authorize.js";
import { viewerOf } from "./identity.reads.js";
import {
  type IdentityLinkBegun,
  IdentityUnlinked,
  linkIdentity,
  LinkIdentityInput,
  LinkIdentityPayload,
  unlinkIdentity,
} from "./link-identity.js";
import { Viewer } from "./viewer.js";

@ObjectType({ description: "Another place to sign in, such as login.gov.pl." })
export class OtherProvider {
  @Field(() => String, { description: "What its button says." })
  name!: string;

  @Field(() => String, {
    description:
      "Path that leads there; `powrot` in its query is where she comes back to.",
  })
  path!: string;
}

@Resolver(() => Viewer)
export class IdentityLinkResolver {
  @Query(() => OtherProvider, {
    nullable: true,
    description: "Where one may sign in as well; null where none is set.",
  })
  otherProvider(@Ctx() { providerName: name }: Context): OtherProvider | null {
    return name === null
      ? null
      : Object.assign(new OtherProvider(), { name, path: "/logowanie/oidc" });
  }

  @FieldResolver(() => Boolean, {
    description: "Whether she can sign in at the other provider.",
  })
  async identityLinked(
    @Root() { member: { accountId } }: Viewer,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.reads.ask((manager) =>
      manager.getRepository(AccountIdentity).existsBy({ accountId }),
    );
  }

  @Mutation(() => LinkIdentityPayload, {
    description:
      "Begins to bind the own account to the other provider; its e-mail is never asked.",
  })
  linkIdentity(
    @Arg("input", () => LinkIdentityInput) input: LinkIdentityInput,
    @Ctx() context: Context,
  ): Promise<IdentityLinkBegun | InvalidInput> {
    return linkIdentity(context, signedIn(context), input);
  }

  @Mutation(() => IdentityUnlinked, {
    description: "The other provider opens the own account no more.",
  })
  async unlinkIdentity(@Ctx() context: Context): Promise<IdentityUnlinked> {
    await unlinkIdentity(context, signedIn(context));
    return Object.assign(new IdentityUnlinked(), {
      viewer: await viewerOf(context, signedIn(context)),
    });
  }
}
