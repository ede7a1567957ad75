// The contact person of an organisation is told by mail that somebody asks for a resource of hers, or that a loan was taken back: that, and nothing else.
import type { Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, outsideQuietHours, writeLetter } from "../letters/index.js";
import { addresseeOf, contactOf, footerOf } from "../notices/index.js";
import type { LoanRequest } from "./loan-request.js";

const LOAN_ASKED = "loan-asked";
const LOAN_TAKEN_BACK = "loan-taken-back";

export async function tellOfLoan(
  work: Work,
  { id, partnerId }: LoanRequest,
): Promise<void> {
  const contactPersonId = await work.inSystemsName(() =>
    contactOf(work, partnerId),
  );
  if (!contactPersonId) return;
  await writeLetter(work, {
    kind: LOAN_ASKED,
    contactPersonId,
    partnerId,
    subjectId: id,
    key: `${LOAN_ASKED}:${id}`,
    sendAt: outsideQuietHours(work.now),
  });
}

/** Both sides, but for the one that did it; of what was never agreed the owner has nothing to hear. */
export async function tellOfTakenBack(
  work: Work,
  { id, partnerId, askingPartnerId, state }: LoanRequest,
): Promise<void> {
  if (state !== "AGREED") return;
  const own = "partnerId" in work.actor ? work.actor.partnerId : null;
  for (const side of [partnerId, askingPartnerId]) {
    if (side === own) continue;
    const contactPersonId = await work.inSystemsName(() =>
      contactOf(work, side),
    );
    if (contactPersonId)
      await writeLetter(work, {
        kind: LOAN_TAKEN_BACK,
        contactPersonId,
        partnerId: side,
        subjectId: id,
        key: `${LOAN_TAKEN_BACK}:${id}:${side}`,
        sendAt: outsideQuietHours(work.now),
      });
  }
}

async function composeTakenBack(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const addressee = await addresseeOf(work, letter);
  if (!addressee) return null;
  return {
    to: addressee.address,
    language: "pl",
    subject: "Pożyczka zasobu jest odwołana",
    paragraphs: [
      "Dzień dobry,",
      "pożyczka między waszą organizacją a inną z sieci jest odwołana. W Splocie zobaczysz, czego dotyczyła i dlaczego.",
    ],
    actions: [{ label: "Zobacz, dlaczego", path: "/zasoby" }],
    footer: footerOf(addressee),
  };
}

/** Nothing where it is answered, or not needed any more. */
async function composeLoanAsked(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const addressee = await addresseeOf(work, letter);
  const [waits] = await work.rows(
    `select from loan_request where centre_id = $1 and id = $2 and state = 'ASKED'`,
    [work.centreId, letter.subjectId],
  );
  if (!addressee || !waits) return null;
  return {
    to: addressee.address,
    language: "pl",
    subject: "Ktoś z sieci prosi o wasz zasób",
    paragraphs: [
      "Dzień dobry,",
      "organizacja z waszej sieci chce coś od was pożyczyć. W Splocie zobaczysz, o co prosi i na kiedy. Odpowiedź to dwa kliknięcia.",
    ],
    actions: [{ label: "Zobacz prośbę i odpowiedz", path: "/zasoby" }],
    footer: footerOf(addressee),
  };
}

composes(LOAN_ASKED, composeLoanAsked);
composes(LOAN_TAKEN_BACK, composeTakenBack);
