// A paper of an own case as an accessible PDF: POST of its case, kind and language hands it out, since that is on record before it leaves, and may show who she is.
import { LookPurpose, TooManyLooks } from "../../cases/index.js";
import { transact } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";
import type { FileDoor } from "../../platform/file-door.js";
import { NotHandedOver } from "../../platform/file-door.js";
import type { Context } from "../../platform/graphql/context.js";
import { parseGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { Language } from "../../platform/graphql/words.js";
import { printPaper } from "../../platform/paper/print-paper.js";
import { CasePaperKind } from "./case-paper.js";
import { makePaper } from "./print-case.js";

const FILE: Record<CasePaperKind, string> = {
  WHO_SAW: "twoje-dane",
  SERVICE_CARD: "karta-uslug",
  CASE_FILE: "do-akt",
};

/** `<case>.<kind>.<language>`, and `.<purpose>` where who the person is is asked for. */
export const casePaperDoor: FileDoor<Context> = async (context, visit) => {
  signedIn(context);
  // what is fetched ahead, reloaded or followed by a program makes no look
  if (visit.method !== "POST")
    throw new NotHandedOver(405, "A paper of a case is asked for by POST.");
  const [caseId = "", asked, spoken, purpose] = visit.id.split(".");
  const kind = Object.values(CasePaperKind).find((one) => one === asked);
  const language = Object.values(Language).find((one) => one === spoken);
  const identityFor =
    Object.values(LookPurpose).find((one) => one === purpose) ?? null;
  const made =
    kind &&
    language &&
    (purpose === undefined || identityFor) &&
    parseGlobalId(caseId)?.type === "Case"
      ? await transact(context, (work) =>
          makePaper(work, { caseId, kind, language, identityFor }, "EXPORT"),
        )
      : null;
  if (made instanceof TooManyLooks) throw new NotHandedOver(429, made.message);
  if (!kind || !made || made instanceof InvalidInput)
    throw new NotHandedOver(
      404,
      made instanceof InvalidInput
        ? made.message
        : context.say({
            pl: "Nie ma takiej sprawy.",
            en: "There is no such case.",
          }),
    );
  return {
    file: await printPaper(made.paper, context.now),
    name: `${FILE[kind]}-${made.pseudonym}.pdf`,
    type: "application/pdf",
  };
};
