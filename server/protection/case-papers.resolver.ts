// Doors of the graph to the papers of an own case.
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { PrintCaseInput } from "./papers/case-paper.js";
import {
  exportCase,
  ExportCaseInput,
  ExportCasePayload,
} from "./papers/export-case.js";
import { printCase, PrintCasePayload } from "./papers/print-case.js";

@Resolver()
export class CasePapersResolver {
  @Mutation(() => PrintCasePayload, {
    description:
      "Makes a paper of an own case; that goes on record, and who the person is stands on it only where a purpose is said.",
  })
  @Cost(50)
  printCase(
    @Ctx() desk: Context,
    @Arg("input", () => PrintCaseInput) input: PrintCaseInput,
  ) {
    return transact(desk, (work) => printCase(work, input));
  }

  @Mutation(() => ExportCasePayload, {
    description:
      "Takes referrals and results of an own case along as a table; that goes on record.",
  })
  @Cost(50)
  exportCase(
    @Ctx() desk: Context,
    @Arg("input", () => ExportCaseInput) input: ExportCaseInput,
  ) {
    return transact(desk, (work) => exportCase(work, input));
  }
}
