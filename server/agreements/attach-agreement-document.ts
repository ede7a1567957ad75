// A document is put with an agreement: known by its bytes, kept as it came, for good once somebody has signed.
import { createHash, randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import type { Problem } from "../platform/graphql/problem.js";
import { InputCheck } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { AgreementDocument } from "./agreement-document.js";
import { agreementPolicy } from "./agreements.policy.js";
import { kindOfDocument, MOST_BYTES } from "./document-kind.js";
import { findAgreement } from "./find-agreement.js";

const MOST_DOCUMENTS = 50;

interface HandedIn {
  requestKey: string;
  agreementId: string;
  fileName: string;
  content: Buffer;
}

/** @returns the global id of the document, or why it is not kept */
export async function attachAgreementDocument(
  work: Work,
  { requestKey, agreementId, fileName, content }: HandedIn,
): Promise<string | Problem> {
  const agreement = await findAgreement(work, agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.attach, agreement);
  const { accountId, partnerId } = signedIn(work);
  const { centreId } = agreement;
  const documents = work.manager.getRepository(AgreementDocument);
  const mime = kindOfDocument(fileName, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const id: string = randomUUID();
  const document = Object.assign(new AgreementDocument(), {
    centreId,
    id,
    agreementId: agreement.id,
    fileName,
    mime: mime ?? "",
    size: content.length,
    sha256,
    content,
    partnerId,
    uploadedBy: accountId,
    uploadedAt: work.now,
  });
  const taken = await takeRequestKey(
    work,
    "attachAgreementDocument",
    requestKey,
    { agreementId, fileName, sha256 },
    document.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats) {
    document.id = taken.repeats;
    return document.globalId;
  }
  const kept = await documents.countBy({ centreId, agreementId: agreement.id });
  const problem = new InputCheck(work.say)
    .key(requestKey)
    .that(isFileName(fileName), "fileName", {
      pl: "Nazwa pliku ma mieć od 1 do 200 znaków, bez ukośników.",
      en: "The name of a file has from 1 to 200 characters, without slashes.",
    })
    .that(content.length <= MOST_BYTES && mime !== null, "content", {
      pl: "To nie jest plik PDF, PNG ani DOCX. Zapisz dokument w jednej z tych postaci i dodaj go ponownie.",
      en: "This is no PDF, PNG or DOCX file. Save the document as one of these and add it again.",
    })
    .that(kept < MOST_DOCUMENTS, "agreementId", {
      pl: `Umowa może mieć najwyżej ${String(MOST_DOCUMENTS)} załączników.`,
      en: `An agreement can have at most ${String(MOST_DOCUMENTS)} attachments.`,
    }).problem;
  if (problem) return problem;
  await documents.insert(document);
  work.record({
    type: "AgreementDocumentAttached",
    topic: "NETWORK",
    subjectId: agreement.id,
    partnerId,
    facts: { documentId: document.id, size: document.size },
  });
  return document.globalId;
}

/** What would lead elsewhere, or turn a line around, is no name. */
function isFileName(name: string): boolean {
  return (
    name.length <= 200 &&
    /^[^/\\]*[^/\\\s.][^/\\]*$/.test(name) &&
    !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)
  );
}
