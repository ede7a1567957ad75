// Doors of the graph to the viewer's own cases.
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
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Case } from "./case.js";
import { CaseLook } from "./case-look.js";
import {
  casesVisibleTo,
  keptIdentity,
  looksAt,
  noteOwedBy,
} from "./cases.reads.js";
import {
  closeCase,
  CloseCaseInput,
  CloseCasePayload,
  reopenCase,
  ReopenCaseInput,
} from "./close-case.js";
import {
  correctIdentity,
  CorrectIdentityInput,
  CorrectIdentityPayload,
} from "./correct-identity.js";
import {
  eraseIdentity,
  EraseIdentityInput,
  EraseIdentityPayload,
} from "./erase-identity.js";
import { openCase, OpenCaseInput, OpenCasePayload } from "./open-case.js";
import {
  openCasesFromList,
  OpenCasesFromListInput,
  OpenCasesFromListPayload,
} from "./open-cases-from-list.js";
import {
  showIdentity,
  ShowIdentityInput,
  ShowIdentityPayload,
} from "./show-identity.js";

const CaseConnection = countedConnectionOf("Case", () => Case);

@Resolver(() => Centre)
export class CentreCasesResolver {
  @FieldResolver(() => CaseConnection, {
    description: "The viewer's own cases, the latest first; empty for others.",
  })
  @Cost(2)
  cases(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("isOpen", () => Boolean, {
      nullable: true,
      description: "True: open ones; false: closed ones.",
    })
    isOpen: boolean | null,
    @Arg("ownReference", () => String, {
      nullable: true,
      description:
        "With this number in the office's own system, in capitals or not.",
    })
    ownReference: string | null,
    @Arg("owesNote", () => Boolean, {
      nullable: true,
      description:
        "True: only those of which it is owed to say what an emergency was.",
    })
    owesNote: boolean | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return casesVisibleTo(
      context,
      { isOpen, ownReference: ownReference?.trim() ?? null, owesNote },
      page(first, after, ["day", "uuid"]),
    );
  }
}

@Resolver(() => Case)
export class CaseResolver {
  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "By when it is owed to say what an emergency was; null: it is not.",
  })
  @Cost(2)
  noteOwedBy(@Root() { id }: Case, @Ctx() context: Context) {
    return context.load(noteOwedBy, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Rises by one with each correction of who the person is; null where nothing is kept of it.",
  })
  async identityVersion(@Root() { id }: Case, @Ctx() context: Context) {
    return (await context.load(keptIdentity, id)).version;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: "When who the person was got erased for good.",
  })
  async identityErasedAt(@Root() { id }: Case, @Ctx() context: Context) {
    return (await context.load(keptIdentity, id)).erasedAt;
  }

  @FieldResolver(() => [CaseLook], {
    description: "Who looked at the identity, the latest first, at most 20.",
  })
  @Cost(2)
  looks(@Root() { id }: Case, @Ctx() context: Context) {
    return context.load(looksAt, id);
  }

  @Mutation(() => OpenCasePayload, {
    description: "Opens a case of the viewer's own.",
  })
  openCase(
    @Ctx() desk: Context,
    @Arg("input", () => OpenCaseInput) input: OpenCaseInput,
  ) {
    return openCase(desk, input);
  }

  @Mutation(() => OpenCasesFromListPayload, {
    description:
      "Opens cases by their numbers in the office's own system, without a name; a number of which the viewer has a case is passed over.",
  })
  openCasesFromList(
    @Ctx() desk: Context,
    @Arg("input", () => OpenCasesFromListInput) input: OpenCasesFromListInput,
  ) {
    return transact(desk, (work) => openCasesFromList(work, input));
  }

  @Mutation(() => CloseCasePayload, {
    description: "Closes a case; nothing of it is lost.",
  })
  closeCase(
    @Ctx() desk: Context,
    @Arg("input", () => CloseCaseInput) input: CloseCaseInput,
  ) {
    return transact(desk, (work) => closeCase(work, input));
  }

  @Mutation(() => CloseCasePayload, {
    description: "Opens a closed case again.",
  })
  reopenCase(
    @Ctx() desk: Context,
    @Arg("input", () => ReopenCaseInput) input: ReopenCaseInput,
  ) {
    return transact(desk, (work) => reopenCase(work, input));
  }

  @Mutation(() => ShowIdentityPayload, {
    description:
      "Shows who the person of a case is, for ten minutes; each time goes on record with its purpose.",
  })
  showIdentity(
    @Ctx() desk: Context,
    @Arg("input", () => ShowIdentityInput) input: ShowIdentityInput,
  ) {
    return transact(desk, (work) => showIdentity(work, input));
  }

  @Mutation(() => CorrectIdentityPayload, {
    description:
      "Writes who the person of a case is; what is written already is changed only by whoever looks at it.",
  })
  correctIdentity(
    @Ctx() desk: Context,
    @Arg("input", () => CorrectIdentityInput) input: CorrectIdentityInput,
  ) {
    return correctIdentity(desk, input);
  }

  @Mutation(() => EraseIdentityPayload, {
    description:
      "Destroys the key under which the identity of a closed case is sealed: it opens no more, for nobody.",
  })
  eraseIdentity(
    @Ctx() desk: Context,
    @Arg("input", () => EraseIdentityInput) input: EraseIdentityInput,
  ) {
    return transact(desk, (work) => eraseIdentity(work, input));
  }
}
