// Doors of the graph to what is kept for how long, and to the proofs that it went.
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
  connectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import {
  setProtectionRules,
  SetProtectionRulesInput,
  SetProtectionRulesPayload,
} from "./keeping/change-rules.js";
import {
  confirmErasures,
  ConfirmErasuresInput,
  ConfirmErasuresPayload,
} from "./keeping/confirm-erasures.js";
import {
  exportProofs,
  ExportProofsInput,
  ExportProofsPayload,
} from "./keeping/export-proofs.js";
import {
  keepToRulesNow,
  KeepToRulesNowInput,
  KeepToRulesNowPayload,
} from "./keeping/keep-now.js";
import {
  dueErasures,
  keepingTimes,
  marksOfRun,
  rulesOfCentre,
  runsOfCentre,
} from "./keeping/keeping.reads.js";
import { KeepingTimes } from "./keeping/keeping-times.js";
import { ProtectionRules } from "./keeping/protection-rules.js";
import {
  DueErasure,
  ProtectionMark,
  ProtectionRun,
} from "./keeping/protection-run.js";

const ProtectionRunConnection = connectionOf(
  "ProtectionRun",
  () => ProtectionRun,
);

@Resolver(() => Centre)
export class CentreKeepingResolver {
  @FieldResolver(() => ProtectionRules, {
    nullable: true,
    description:
      "For how long something is kept and shown; null where the desk of data protection is not the viewer's.",
  })
  protectionRules(@Root() _centre: Centre, @Ctx() context: Context) {
    return rulesOfCentre(context);
  }

  @FieldResolver(() => KeepingTimes, {
    nullable: true,
    description:
      "When the terms of keeping are kept to; null where the desk of data protection is not the viewer's.",
  })
  @Cost(4)
  keepingTimes(@Root() _centre: Centre, @Ctx() context: Context) {
    return keepingTimes(context);
  }

  @FieldResolver(() => [DueErasure], {
    description:
      "Closed cases whose time to be erased has come, the oldest first, at most 500.",
  })
  @Cost(50)
  dueErasures(@Root() _centre: Centre, @Ctx() context: Context) {
    return dueErasures(context);
  }

  @FieldResolver(() => ProtectionRunConnection, {
    description: "What went by which rule, the latest first.",
  })
  @Cost(4)
  protectionRuns(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("onlyDone", () => Boolean, {
      defaultValue: false,
      description: "Leaves runs out that found nothing.",
    })
    onlyDone: boolean,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return runsOfCentre(
      context,
      onlyDone,
      page(first, after, ["instant", "uuid"]),
    );
  }
}

@Resolver(() => ProtectionRun)
export class ProtectionRunResolver {
  @FieldResolver(() => [ProtectionMark], {
    description: "Of each what it held before and after, at most 200.",
  })
  @Cost(4)
  marks(@Root() run: ProtectionRun, @Ctx() context: Context) {
    return context.load(marksOfRun, run.runId);
  }

  @Mutation(() => SetProtectionRulesPayload, {
    description: "Sets for how long something is kept and shown.",
  })
  setProtectionRules(
    @Ctx() desk: Context,
    @Arg("input", () => SetProtectionRulesInput) input: SetProtectionRulesInput,
  ) {
    return transact(desk, (work) => setProtectionRules(work, input));
  }

  @Mutation(() => KeepToRulesNowPayload, {
    description:
      "Does now what is else done each night: masks, erases and proposes what is due.",
  })
  @Cost(50)
  keepToRulesNow(
    @Ctx() desk: Context,
    @Arg("input", () => KeepToRulesNowInput) input: KeepToRulesNowInput,
  ) {
    return transact(desk, (work) => keepToRulesNow(work, input));
  }

  @Mutation(() => ConfirmErasuresPayload, {
    description:
      "Erases closed cases whose time has come: who they were opens no more, for nobody.",
  })
  @Cost(50)
  confirmErasures(
    @Ctx() desk: Context,
    @Arg("input", () => ConfirmErasuresInput) input: ConfirmErasuresInput,
  ) {
    return transact(desk, (work) => confirmErasures(work, input));
  }

  @Mutation(() => ExportProofsPayload, {
    description: "Takes a page of the proofs along; that goes on record.",
  })
  @Cost(50)
  exportProofs(
    @Ctx() desk: Context,
    @Arg("input", () => ExportProofsInput) input: ExportProofsInput,
  ) {
    return transact(desk, (work) => exportProofs(work, input));
  }
}
