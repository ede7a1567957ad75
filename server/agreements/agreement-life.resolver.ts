// Doors of the graph to what is done with an agreement, from its draft to its end.
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import {
  agreeToAgreement,
  AgreeToAgreementInput,
  AgreeToAgreementPayload,
} from "./agree-to-agreement.js";
import { Agreement } from "./agreement.js";
import {
  amendAgreement,
  AmendAgreementInput,
  AmendAgreementPayload,
  rejectAmendment,
  RejectAmendmentInput,
  RejectAmendmentPayload,
} from "./amend-agreement.js";
import {
  changeAgreement,
  ChangeAgreementInput,
  ChangeAgreementPayload,
} from "./change-agreement.js";
import {
  discardAgreement,
  DiscardAgreementInput,
  DiscardAgreementPayload,
} from "./discard-agreement.js";
import {
  draftAgreement,
  DraftAgreementInput,
  DraftAgreementPayload,
} from "./draft-agreement.js";
import {
  proposeAgreement,
  ProposeAgreementInput,
  ProposeAgreementPayload,
} from "./propose-agreement.js";
import {
  rejectAgreement,
  RejectAgreementInput,
  RejectAgreementPayload,
} from "./reject-agreement.js";
import {
  remarkOnAgreement,
  RemarkOnAgreementInput,
  RemarkOnAgreementPayload,
} from "./remark-on-agreement.js";
import {
  removeAgreementDocument,
  RemoveAgreementDocumentInput,
  RemoveAgreementDocumentPayload,
} from "./remove-agreement-document.js";
import {
  signAgreement,
  SignAgreementInput,
  SignAgreementPayload,
} from "./sign-agreement.js";
import {
  resumeAgreement,
  ResumeAgreementInput,
  ResumeAgreementPayload,
  suspendAgreement,
  SuspendAgreementInput,
  SuspendAgreementPayload,
} from "./suspend-agreement.js";
import {
  terminateAgreement,
  TerminateAgreementInput,
  TerminateAgreementPayload,
} from "./terminate-agreement.js";
import {
  withdrawFromAgreement,
  WithdrawFromAgreementInput,
  WithdrawFromAgreementPayload,
} from "./withdraw-from-agreement.js";

@Resolver(() => Agreement)
export class AgreementLifeResolver {
  @Mutation(() => DraftAgreementPayload, {
    description:
      "Drafts an agreement of the hub with its partners; the hub alone sees it until it is proposed.",
  })
  draftAgreement(
    @Arg("input", () => DraftAgreementInput) input: DraftAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => draftAgreement(work, input));
  }

  @Mutation(() => ChangeAgreementPayload, {
    description:
      "Writes the terms of an unsigned agreement anew; who had agreed is asked again.",
  })
  changeAgreement(
    @Arg("input", () => ChangeAgreementInput) input: ChangeAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeAgreement(work, input));
  }

  @Mutation(() => ProposeAgreementPayload, {
    description:
      "Lays a draft before its parties, who speak to it and say yes or no.",
  })
  proposeAgreement(
    @Arg("input", () => ProposeAgreementInput) input: ProposeAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => proposeAgreement(work, input));
  }

  @Mutation(() => AgreeToAgreementPayload, {
    description:
      "A party says yes to the terms; when all have, the agreement waits for signatures.",
  })
  agreeToAgreement(
    @Arg("input", () => AgreeToAgreementInput) input: AgreeToAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => agreeToAgreement(work, input));
  }

  @Mutation(() => RemarkOnAgreementPayload, {
    description: "A party speaks to the terms, or proposes a change of them.",
  })
  remarkOnAgreement(
    @Arg("input", () => RemarkOnAgreementInput) input: RemarkOnAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => remarkOnAgreement(work, input));
  }

  @Mutation(() => RemoveAgreementDocumentPayload, {
    description:
      "Takes a document away again, while nobody has signed; a document is handed in by POST to `/agreement-documents/{id of the agreement}`.",
  })
  removeAgreementDocument(
    @Arg("input", () => RemoveAgreementDocumentInput)
    input: RemoveAgreementDocumentInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => removeAgreementDocument(work, input));
  }

  @Mutation(() => RejectAgreementPayload, {
    description: "An unsigned agreement does not come about.",
  })
  rejectAgreement(
    @Arg("input", () => RejectAgreementInput) input: RejectAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => rejectAgreement(work, input));
  }

  @Mutation(() => DiscardAgreementPayload, {
    description: "Throws away a draft that nobody was shown.",
  })
  discardAgreement(
    @Arg("input", () => DiscardAgreementInput) input: DiscardAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => discardAgreement(work, input));
  }

  @Mutation(() => SignAgreementPayload, {
    description:
      "A party signs, or a signature on paper is noted; with the last one that is needed the agreement binds from its first day on.",
  })
  signAgreement(
    @Arg("input", () => SignAgreementInput) input: SignAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => signAgreement(work, input));
  }

  @Mutation(() => SuspendAgreementPayload, {
    description:
      "Suspends an agreement in force: meanwhile nobody new is referred under it.",
  })
  suspendAgreement(
    @Arg("input", () => SuspendAgreementInput) input: SuspendAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => suspendAgreement(work, input));
  }

  @Mutation(() => ResumeAgreementPayload, {
    description: "Lets a suspended agreement go on.",
  })
  resumeAgreement(
    @Arg("input", () => ResumeAgreementInput) input: ResumeAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => resumeAgreement(work, input));
  }

  @Mutation(() => TerminateAgreementPayload, {
    description:
      "Ends an agreement before its time, on the last day of the notice.",
  })
  terminateAgreement(
    @Arg("input", () => TerminateAgreementInput) input: TerminateAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => terminateAgreement(work, input));
  }

  @Mutation(() => WithdrawFromAgreementPayload, {
    description:
      "A party leaves an agreement: the others keep it; where too few would stay, it ends for all.",
  })
  withdrawFromAgreement(
    @Arg("input", () => WithdrawFromAgreementInput)
    input: WithdrawFromAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => withdrawFromAgreement(work, input));
  }

  @Mutation(() => AmendAgreementPayload, {
    description:
      "Proposes new terms of a signed agreement, which all sign anew.",
  })
  amendAgreement(
    @Arg("input", () => AmendAgreementInput) input: AmendAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => amendAgreement(work, input));
  }

  @Mutation(() => RejectAmendmentPayload, {
    description: "Proposed terms do not come about; the old ones hold.",
  })
  rejectAmendment(
    @Arg("input", () => RejectAmendmentInput) input: RejectAmendmentInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => rejectAmendment(work, input));
  }
}
