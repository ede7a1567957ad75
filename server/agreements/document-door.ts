// Documents of agreements over HTTP: handed in as raw bytes by who may attach, handed out to who may read them.
import { recordAccess, transact } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { FileAnswer, FileDoor, FileVisit } from "../platform/file-door.js";
import { NotHandedOver } from "../platform/file-door.js";
import type { Context } from "../platform/graphql/context.js";
import { parseGlobalId } from "../platform/graphql/global-id.js";
import { allows } from "../platform/permission/allows.js";
import { AgreementDocument } from "./agreement-document.js";
import { agreementPolicy } from "./agreements.policy.js";
import { agreementById } from "./agreements.reads.js";
import { attachAgreementDocument } from "./attach-agreement-document.js";
import { MOST_BYTES } from "./document-kind.js";
import { nothingThere } from "./nothing-there.js";

/** POST to an agreement hands one in; GET of a document hands it out. */
export const documentDoor: FileDoor<Context> = async (context, visit) => {
  signedIn(context);
  switch (visit.method) {
    case "POST":
      return handIn(context, visit);
    case "GET":
      return handOut(context, visit);
    default:
      throw new NotHandedOver(405, "Documents are sent by POST.");
  }
};

async function handIn(
  context: Context,
  { id, headers, read }: FileVisit,
): Promise<FileAnswer> {
  const named = parseGlobalId(id);
  const agreement =
    named?.type === "Agreement"
      ? await context.load(agreementById, named.id)
      : null;
  if (!agreement || !allows(agreementPolicy.attach, context.actor, agreement))
    throw nothingThere(context);
  const fileName = nameIn(headers["x-file-name"]);
  // no connection is held while the file comes in
  await context.renew();
  const content = await read(MOST_BYTES);
  if (!content)
    throw new NotHandedOver(
      413,
      context.say({
        pl: "Plik ma więcej niż 10 MB. Zmniejsz go i dodaj ponownie.",
        en: "The file has more than 10 MB. Make it smaller and add it again.",
      }),
    );
  const key = headers["x-request-key"];
  const kept = await transact(context, (work) =>
    attachAgreementDocument(work, {
      requestKey: typeof key === "string" ? key : "",
      agreementId: id,
      fileName,
      content,
    }),
  );
  if (typeof kept !== "string") throw new NotHandedOver(422, kept.message);
  return { told: { id: kept } };
}

async function handOut(
  context: Context,
  { id }: FileVisit,
): Promise<FileAnswer> {
  const { actor } = context;
  const named = parseGlobalId(id);
  if (named?.type !== "AgreementDocument") throw nothingThere(context);
  const document = await context.reads.ask((manager) =>
    manager.getRepository(AgreementDocument).findOne({
      select: {
        id: true,
        agreementId: true,
        fileName: true,
        mime: true,
        content: true,
      },
      where: {
        centreId: actor.centreId ?? "",
        id: named.id,
      },
    }),
  );
  const agreement =
    document && (await context.load(agreementById, document.agreementId));
  if (!agreement || !allows(agreementPolicy.readPapers, actor, agreement))
    throw nothingThere(context);
  // on record before it leaves; one operation never holds two connections
  await context.renew();
  await recordAccess(context, [
    {
      action: "VIEW",
      noun: "Agreement",
      subjectId: agreement.id,
      fields: ["documents"],
      change: "AgreementDocumentFetched",
    },
  ]);
  const { content, fileName, mime } = document;
  return { file: content, name: fileName, type: mime };
}

/** Headers carry ASCII, so the name comes percent-encoded. */
function nameIn(header: string | string[] | undefined): string {
  if (typeof header !== "string") return "";
  try {
    return decodeURIComponent(header).trim().normalize("NFC");
  } catch {
    return "";
  }
}
