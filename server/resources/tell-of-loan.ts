// The contact person of an organisation is told by mail that somebody asks for a resource of hers: that, and nothing else.
import type { Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, outsideQuietHours, writeLetter } from "../letters/index.js";
import { addresseeOf, contactOf, footerOf } from "../notices/index.js";
import type { LoanRequest } from "./loan-request.js";

const LOAN_ASKED = "loan-asked";

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
