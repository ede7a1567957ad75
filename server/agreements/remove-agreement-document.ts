// A document that nobody has signed beside is taken away again: by the organiser, or by the party that handed it in.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import type { Actor } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import { Agreement } from "./agreement.js";
import { AgreementDocument } from "./agreement-document.js";
import type { AgreementParty } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import {
  AgreementMoved,
  findAgreement,
  moved,
  partiesOf,
} from "./find-agreement.js";

@InputType({ description: "Which document is taken away." })
export class RemoveAgreementDocumentInput {
  @Field(() => ID, { description: "An agreement that nobody has signed." })
  agreementId!: string;

  @Field(() => ID, { description: "A document kept with it." })
  documentId!: string;
}

export const RemoveAgreementDocumentPayload = createUnionType({
  name: "RemoveAgreementDocumentPayload",
  description: "The agreement without the document, or why it stays.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function removeAgreementDocument(
  work: Work,
  input: RemoveAgreementDocumentInput,
): Promise<typeof RemoveAgreementDocumentPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.attach, agreement);
  const { centreId } = agreement;
  const documents = work.manager.getRepository(AgreementDocument);
  const id = fromGlobalId("AgreementDocument", input.documentId);
  const document = await documents.findOneBy({
    centreId,
    id,
    agreementId: agreement.id,
  });
  if (!document)
    return unknownNoun(work.say, "documentId", {
      pl: "Nie ma takiego załącznika.",
      en: "There is no such attachment.",
    });
  if (!isOwnToRemove(work.actor, document))
    authorize(work, agreementPolicy.keep, agreement);
  const parties = await partiesOf(work, agreement);
  if (isSettled(agreement, parties, work.now)) return moved(work, agreement);
  const { affected } = await documents.delete({ centreId, id });
  if (affected !== 1) throw new Error("the document was not taken away");
  work.record({
    type: "AgreementDocumentRemoved",
    topic: "NETWORK",
    subjectId: agreement.id,
    partnerId: document.partnerId,
    facts: { documentId: id, size: document.size },
  });
  return agreement;
}

/** What the list shows beside each document: the same rules, asked before the act. */
export function mayRemove(
  actor: Actor,
  document: AgreementDocument,
  agreement: Agreement,
  parties: readonly AgreementParty[],
  now: Date,
): boolean {
  return (
    allows(agreementPolicy.attach, actor, agreement) &&
    (isOwnToRemove(actor, document) ||
      allows(agreementPolicy.keep, actor, agreement)) &&
    !isSettled(agreement, parties, now)
  );
}

function isOwnToRemove(actor: Actor, { partnerId }: AgreementDocument) {
  return actor.kind === "member" && actor.partnerId === partnerId;
}

/** The first signature is given beside what lies there. */
function isSettled(
  agreement: Agreement,
  parties: readonly AgreementParty[],
  now: Date,
): boolean {
  return (
    !agreement.isOpen(localDate(now)) ||
    parties.some(({ signedOn }) => signedOn !== null)
  );
}
