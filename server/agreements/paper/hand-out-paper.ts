// The paper of an agreement, handed out to who may read its terms; that it leaves is on record before it does.
import { transact } from "../../events/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { parseGlobalId } from "../../platform/graphql/global-id.js";
import type { Download, HandOut } from "../../platform/hand-out.js";
import type { HttpRequest } from "../../platform/http.js";
import { paperFacts } from "./paper-facts.reads.js";
import { printPaper } from "./print-paper.js";
import { paperOf } from "./templates.js";

/** By their paths. */
export function paperDownloads(
  contextFor: (request: HttpRequest) => Promise<Context>,
): ReadonlyMap<string, HandOut> {
  return new Map([
    [
      "/umowy/pdf",
      async (request, { searchParams }) => {
        const context = await contextFor(request);
        try {
          return await handOutPaper(context, searchParams.get("umowa") ?? "");
        } finally {
          await context.close();
        }
      },
    ],
  ]);
}

/** @returns null alike where there is none and where it is not hers */
async function handOutPaper(
  context: Context,
  globalId: string,
): Promise<Download | null> {
  const named = parseGlobalId(globalId);
  const facts =
    named?.type === "Agreement" ? await paperFacts(context, named.id) : null;
  if (!named || !facts) return null;
  const content = await printPaper(paperOf(facts), context.now);
  await transact(context, async (work) =>
    work.touch({
      action: "EXPORT",
      noun: "Agreement",
      subjectId: named.id,
      fields: [
        "terms",
        ...(facts.finance && facts.finance !== "hidden" ? ["finance"] : []),
      ],
      change: "AgreementPrinted",
    }),
  );
  return {
    // no more than a number: a title may name somebody
    fileName: `umowa-${facts.number.replaceAll(/[^A-Za-z0-9]+/g, "-")}.pdf`,
    type: "application/pdf",
    content,
  };
}
