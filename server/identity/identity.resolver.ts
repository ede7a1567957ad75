// Doors of the graph to identity: the viewer, the centre, signing in and out.
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import type { Context } from "../platform/graphql/context.js";
import { Cost, pageSearch } from "../platform/graphql/cost.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { signedIn } from "./authorize.js";
import { Centre } from "./centre.js";
import {
  changePassword,
  ChangePasswordInput,
  ChangePasswordPayload,
  PasswordChanged,
} from "./change-password.js";
import {
  chooseLanguage,
  ChooseLanguageInput,
  ChooseLanguagePayload,
  LanguageChosen,
} from "./choose-language.js";
import {
  endSession,
  EndSessionInput,
  EndSessionPayload,
  signOut,
} from "./end-session.js";
import {
  centreById,
  findCentreVisibleTo,
  membershipsOf,
  sessionsOf,
  viewerOf,
} from "./identity.reads.js";
import type { SecondFactorNeeded } from "./open-session.js";
import { Session } from "./session.js";
import {
  asSignedIn,
  SignedIn,
  signIn,
  SignInInput,
  SignInPayload,
  type SignInRefused,
} from "./sign-in.js";
import {
  switchMembership,
  SwitchMembershipInput,
  SwitchMembershipPayload,
} from "./switch-membership.js";
import { Viewer, ViewerMembership } from "./viewer.js";

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    nullable: true,
    description: "Who is signed in; null before sign-in.",
  })
  @Cost(pageSearch)
  viewer(@Ctx() context: Context): Promise<Viewer> | null {
    const { actor } = context;
    return actor.kind === "member" ? viewerOf(context, actor) : null;
  }

  @FieldResolver(() => Centre, { description: "The centre she acts in." })
  centre(@Root() viewer: Viewer, @Ctx() context: Context) {
    return context.load(centreById, viewer.member.centreId);
  }

  @FieldResolver(() => [ViewerMembership], {
    description: "All that the account may act as; one at a time.",
  })
  memberships(@Root() viewer: Viewer, @Ctx() context: Context) {
    return membershipsOf(context, viewer.member);
  }

  @FieldResolver(() => [Session], {
    description: "The own devices that are signed in, newest first.",
  })
  sessions(@Root() viewer: Viewer, @Ctx() context: Context) {
    return sessionsOf(context, viewer.member);
  }

  @Mutation(() => SignInPayload, {
    description: "Sets a cookie and answers a bearer token for programs.",
  })
  async signIn(
    @Arg("input", () => SignInInput) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignedIn | SecondFactorNeeded | SignInRefused> {
    const outcome = await signIn(context, input);
    return "token" in outcome ? asSignedIn(context, outcome) : outcome;
  }

  @Mutation(() => Boolean, {
    description: "Ends this session at once, on open sockets too.",
  })
  signOut(@Ctx() context: Context): Promise<boolean> {
    return signOut(context, signedIn(context));
  }

  @Mutation(() => EndSessionPayload, {
    description: "Signs one of the viewer's own devices out, at once.",
  })
  endSession(
    @Arg("input", () => EndSessionInput) input: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<Session | InvalidInput> {
    return endSession(context, signedIn(context), input);
  }

  @Mutation(() => ChangePasswordPayload, {
    description: "Changes the own password; other devices are signed out.",
  })
  async changePassword(
    @Arg("input", () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<PasswordChanged | InvalidInput> {
    const problem = await changePassword(context, signedIn(context), input);
    if (problem) return problem;
    return Object.assign(new PasswordChanged(), {
      viewer: await viewerOf(context, signedIn(context)),
    });
  }

  @Mutation(() => ChooseLanguagePayload, {
    description:
      "Keeps the viewer's language on her account; open sockets follow at once.",
  })
  async chooseLanguage(
    @Arg("input", () => ChooseLanguageInput) input: ChooseLanguageInput,
    @Ctx() context: Context,
  ): Promise<LanguageChosen> {
    await chooseLanguage(context, signedIn(context), input);
    return Object.assign(new LanguageChosen(), {
      viewer: await viewerOf(context, signedIn(context)),
    });
  }

  @Mutation(() => SwitchMembershipPayload, {
    description: "Acts for another organisation or centre of the own account.",
  })
  async switchMembership(
    @Arg("input", () => SwitchMembershipInput) input: SwitchMembershipInput,
    @Ctx() context: Context,
  ): Promise<SignedIn | InvalidInput> {
    const outcome = await switchMembership(context, signedIn(context), input);
    return outcome instanceof InvalidInput
      ? outcome
      : asSignedIn(context, outcome);
  }
}

@Resolver(() => ViewerMembership)
export class ViewerMembershipResolver {
  @FieldResolver(() => Centre, { description: "Where." })
  centre(@Root() membership: ViewerMembership, @Ctx() context: Context) {
    return context.load(centreById, membership.centreId);
  }
}

@Resolver(() => Session)
export class SessionResolver {
  @FieldResolver(() => Boolean, { description: "This very device." })
  current(@Root() session: Session, @Ctx() { actor }: Context): boolean {
    return actor.kind === "member" && actor.sessionId === session.id;
  }
}

@Resolver(() => Centre)
export class CentreResolver {
  @Query(() => Centre, {
    nullable: true,
    description:
      "A centre: the own, or for who is not signed in its public catalogue (one centre in an operation).",
  })
  centre(
    @Arg("id", () => ID) id: string,
    @Ctx() context: Context,
  ): Promise<Centre | null> {
    return findCentreVisibleTo(context, fromGlobalId("Centre", id));
  }
}
