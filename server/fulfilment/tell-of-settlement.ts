// A settlement sheet waits for an organisation: its contact person and whoever may confirm it are told by mail, with neither figures nor names.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, outsideQuietHours, writeLetters } from "../letters/index.js";
import {
  addresseeOf,
  contactOf,
  footerOf,
  holderOf,
} from "../notices/index.js";
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
    const admins = await work.rows<{ accountId: string }>(
      `select distinct a.id as "accountId" from assignment g join account a on a.id = g.account_id
       where g.centre_id = $1 and g.partner_id = $2 and g.ended_at is null and g.locked_at is null and a.status = 'ACTIVE'
         and '${Role.PARTNER_ADMIN}' = any(g.roles)
         -- the contact person's own account is not told twice
         and not exists (select from contact_person c where c.centre_id = $1 and c.id = $3
           and lower(c.work_email) = a.email)`,
      [work.centreId, partnerId, contactPersonId],
    );
    const told = contactPersonId ? [...admins, { contactPersonId }] : admins;
    await writeLetters(
      work,
      told.map((to) => ({
        ...to,
        kind: SETTLEMENT_WAITS,
        partnerId,
        subjectId: orderId,
        key: [SETTLEMENT_WAITS, orderId, ...Object.values(to)].join(":"),
        sendAt: outsideQuietHours(new Date(work.now.getTime() + GATHERED)),
      })),
    );
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
  if (!waiting) return null;
  if (letter.accountId) return toAdmin(work, letter, waiting.agreementId);
  const addressee = await addresseeOf(work, letter);
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

/** She may confirm it herself. */
async function toAdmin(
  work: Work,
  letter: Letter,
  agreementId: string,
): Promise<Composed | null> {
  const { partnerId } = letter;
  const holder = await holderOf(work, letter, "PARTNER_ADMIN", partnerId);
  if (!holder) return null;
  const { say, address, language, footer } = holder;
  return {
    to: address,
    language,
    subject: say({
      pl: "Rozliczenie czeka na potwierdzenie",
      en: "A settlement waits to be confirmed",
    }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({
        pl: "rozliczenie umowy czeka w Splocie na potwierdzenie Twojej organizacji. Sprawdź, czy się zgadza. Jeśli coś jest inaczej, napisz tam, co: przygotujemy nową wersję.",
        en: "the settlement of an agreement waits in Splot for your organisation to confirm it. See whether it is right. If something is different, write there what: we shall prepare a new version.",
      }),
    ],
    actions: [
      {
        label: say({ pl: "Zobacz rozliczenie", en: "See the settlement" }),
        path: settlementPath(agreementId),
      },
    ],
    footer,
  };
}

composes(SETTLEMENT_WAITS, compose);
