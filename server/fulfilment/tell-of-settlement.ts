// A settlement sheet waits for an organisation: its contact person is told by mail, with neither figures nor names.
import type { NewEvent, Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, outsideQuietHours, writeLetter } from "../letters/index.js";
import { addresseeOf, contactOf, footerOf } from "../notices/index.js";
import { settlementPath } from "./settlement-path.js";

const SETTLEMENT_WAITS = "settlement-waits";

/** Sheets of several periods are mostly drafted one after the other: one mail tells of all. */
const GATHERED = 15 * 60_000;

export async function tellOfSettlement(
  work: Work,
  { partnerId, facts }: NewEvent,
): Promise<void> {
  const { orderId } = facts;
  if (!partnerId || typeof orderId !== "string") return;
  await work.inSystemsName(async () => {
    const contactPersonId = await contactOf(work, partnerId);
    if (!contactPersonId) return;
    await writeLetter(work, {
      kind: SETTLEMENT_WAITS,
      partnerId,
      contactPersonId,
      subjectId: orderId,
      key: `${SETTLEMENT_WAITS}:${orderId}`,
      sendAt: outsideQuietHours(new Date(work.now.getTime() + GATHERED)),
    });
  });
}

/** Null where none waits for the organisation any more. */
async function compose(work: Work, letter: Letter): Promise<Composed | null> {
  const [waiting] = await work.rows<{ agreementId: string }>(
    `select o.agreement_id as "agreementId" from agreement_order o
     where o.centre_id = $1 and o.id = $2 and exists (select from settlement_sheet s where s.centre_id = o.centre_id
       and s.order_id = o.id and s.status = 'OPEN' and s.partner_confirmed_at is null)`,
    [work.centreId, letter.subjectId],
  );
  const addressee = waiting && (await addresseeOf(work, letter));
  if (!addressee) return null;
  return {
    to: addressee.address,
    language: "pl",
    subject: "Rozliczenie czeka na potwierdzenie",
    paragraphs: [
      "Dzień dobry,",
      "rozliczenie umowy czeka w Splocie na potwierdzenie Twojej organizacji. Sprawdź, czy się zgadza. Jeśli coś jest inaczej, napisz tam, co: przygotujemy nową wersję.",
      "Rozliczenie potwierdza osoba, która w Splocie administruje organizacją.",
    ],
    actions: [
      {
        label: "Zobacz rozliczenie",
        path: settlementPath(waiting.agreementId),
      },
    ],
    footer: footerOf(addressee),
  };
}

composes(SETTLEMENT_WAITS, compose);
