// The paper of an agreement, handed out to who may read its terms; that it leaves is on record before it does.
import { recordAccess } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";
import type { FileDoor } from "../../platform/file-door.js";
import { NotHandedOver } from "../../platform/file-door.js";
import type { Context } from "../../platform/graphql/context.js";
import { parseGlobalId } from "../../platform/graphql/global-id.js";
import { printPaper } from "../../platform/paper/print-paper.js";
import { nothingThere } from "../nothing-there.js";
import { paperFacts } from "./paper-facts.reads.js";
import { paperOf } from "./templates.js";

/** GET of an agreement hands its paper out. */
export const paperDoor: FileDoor<Context> = async (context, visit) => {
  signedIn(context);
  if (visit.method !== "GET")
    throw new NotHandedOver(405, "Papers are only handed out.");
  const named = parseGlobalId(visit.id);
  const facts =
    named?.type === "Agreement" ? await paperFacts(context, named.id) : null;
  if (!named || !facts) throw nothingThere(context);
  // no connection is held while it is made
  await context.renew();
  const file = await printPaper(paperOf(facts), context.now);
  await recordAccess(context, [
    {
      action: "EXPORT",
      noun: "Agreement",
      subjectId: named.id,
      fields: [
        "terms",
        ...(facts.finance && facts.finance !== "hidden" ? ["finance"] : []),
      ],
      change: "AgreementPrinted",
    },
  ]);
  return {
    file,
    // no more than a number: a title may name somebody
    name: `umowa-${facts.number.replaceAll(/[^A-Za-z0-9]+/g, "-")}.pdf`,
    type: "application/pdf",
  };
};
