// Organisations whose free places nobody has vouched for in time are asked by mail: once, once more a week later, then left in peace.
import type { Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { nextWorkingDayAt, writeLetters } from "../letters/index.js";
import { addresseeOf, footerOf } from "./addressee.js";
import { CONFIRM_PLACES, linkToConfirm } from "./ask-to-confirm.js";

export const STALE_OFFER = "stale-offer";
export const REMIND_STALE_OFFERS = "remind-stale-offers";

/** Once an hour, however many processes there are; what was missed while all were down is made up for. */
export const remindStaleOffersHourly = `23 * * * * ${REMIND_STALE_OFFERS} ?fill=2h`;

/** Local time. */
const HOUR = 9;
/** After so many without an answer the organisation is left in peace, until it confirms something. */
const MOST_UNANSWERED = 2;

/** As Capacity.isStale (domain 1.6, 2.4). */
const OVERDUE = `s.status = 'ACTIVE' and not c.suspended and (c.confirmed_at is null or c.confirmed_at < $2::timestamptz
  - make_interval(days => coalesce(c.confirm_every_days,
      case when c.waiting_referred + c.waiting_outside > 0 then 7 else 30 end)))`;

/** One letter for an organisation, however many of its services are overdue; may run again and again. */
export async function remindStaleOffers(work: Work): Promise<void> {
  const sendAt = nextWorkingDayAt(HOUR, work.now);
  const partners = await work.rows<{
    partnerId: string;
    contactPersonId: string;
  }>(
    `with overdue as (
       select distinct c.partner_id as id from capacity c
       join service s on s.centre_id = c.centre_id and s.id = c.service_id
       where c.centre_id = $1 and ${OVERDUE}
     )
     select p.id as "partnerId", contact.id as "contactPersonId"
     from overdue join partner p on p.centre_id = $1 and p.id = overdue.id and p.status = 'ACTIVE'
     cross join lateral (
       select id from contact_person
       where centre_id = $1 and partner_id = p.id and active and work_email is not null
       order by is_primary desc, created_at, id limit 1) contact
     cross join lateral (
       select max(sent_at) as last, count(*) filter (where sent_at > coalesce((select max(c.confirmed_at)
         from capacity c where c.centre_id = $1 and c.partner_id = p.id), '-infinity')) as unanswered
       from letter where centre_id = $1 and partner_id = p.id and kind in ('${STALE_OFFER}', '${CONFIRM_PLACES}')) asked
     -- a mail that left a little after nine counts as one of nine
     where asked.unanswered < ${String(MOST_UNANSWERED)}
       and coalesce(asked.last, '-infinity') < $3::timestamptz - interval '6 days 12 hours'`,
    [work.centreId, work.now, sendAt],
  );
  await writeLetters(
    work,
    partners.map((to) => ({
      ...to,
      kind: STALE_OFFER,
      key: `${STALE_OFFER}:${to.partnerId}`,
      sendAt,
    })),
  );
}

/** Dropped where all was confirmed since it was written. */
export async function composeStaleOffer(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const addressee = await addresseeOf(work, letter);
  if (!addressee) return null;
  const [offer] = await work.rows<{ overdue: number; wasAsked: boolean }>(
    `select count(*) filter (where ${OVERDUE})::integer as overdue,
       exists (select from letter l where l.centre_id = $1 and l.partner_id = $3 and l.kind = '${STALE_OFFER}'
         and l.sent_at > coalesce(max(c.confirmed_at), '-infinity')) as "wasAsked"
     from capacity c join service s on s.centre_id = c.centre_id and s.id = c.service_id
     where c.centre_id = $1 and c.partner_id = $3`,
    [work.centreId, work.now, letter.partnerId],
  );
  if (!offer?.overdue) return null;
  return {
    to: addressee.address,
    language: "pl",
    subject: "Czy wolne miejsca są aktualne?",
    paragraphs: [
      "Dzień dobry,",
      offer.wasAsked
        ? "przypominamy o liczbach wolnych miejsc – dawno ich nikt nie potwierdził. To jedno dotknięcie, bez logowania. Jeśli teraz nie ma na to czasu, nic się nie stanie: więcej przypomnień nie wyślemy."
        : "liczby wolnych miejsc dawno nie były potwierdzane. Jeśli nic się nie zmieniło, wystarczy jedno dotknięcie, bez logowania:",
    ],
    actions: [
      {
        label: "Zobacz i potwierdź",
        path: await linkToConfirm(work, addressee.letter),
      },
    ],
    footer: footerOf(addressee),
  };
}
