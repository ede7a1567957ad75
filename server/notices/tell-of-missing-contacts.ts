// The organisers are told which organisations their mails reach nobody at: at once where all are away, else once a week.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import {
  nextWorkingDayAt,
  outsideQuietHours,
  writeLetters,
} from "../letters/index.js";
import { localDate } from "../platform/calendar.js";
import { holderOf } from "./account-holder.js";

export const CONTACT_MISSING = "contact-missing";
export const LOOK_AFTER_CONTACTS = "look-after-contacts";

/** Once an hour, so that an absence that begins is told of in its first morning. */
export const lookAfterContactsHourly = `37 * * * * ${LOOK_AFTER_CONTACTS} ?fill=2h`;

/** Local time. */
const HOUR = 8;

const OF_PARTNER = `select from contact_person c where c.centre_id = p.centre_id and c.partner_id = p.id and c.active`;
const NOBODY_HERE = `not exists (${OF_PARTNER} and (c.away_from is null or $2::date not between c.away_from and c.away_to))`;
/** As ContactAlert; the hub looks after its own people by itself. */
const LACKING = `p.status = 'ACTIVE' and not exists (select from centre z where z.id = p.centre_id and z.hub_partner_id = p.id)
  and (${NOBODY_HERE} or not exists (${OF_PARTNER} and c.is_primary and c.willing_confirmed_at is not null))`;

export async function organisers(work: Work): Promise<string[]> {
  const rows = await work.rows<{ id: string }>(
    `select distinct g.account_id as id from assignment g join account a on a.id = g.account_id and a.status = 'ACTIVE'
     where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and '${Role.OUS}' = any(g.roles)`,
    [work.centreId],
  );
  return rows.map(({ id }) => id);
}

/** Somebody has gone away or left: where nobody is left today, that is told at once. */
export async function tellOfMissingContacts(
  work: Work,
  { partnerId }: NewEvent,
): Promise<void> {
  if (!partnerId) return;
  await work.inSystemsName(() => tellWhereNobodyIs(work, partnerId));
}

async function tellWhereNobodyIs(
  work: Work,
  partnerId: string | null,
): Promise<void> {
  const partners = await work.rows<{ id: string }>(
    `select p.id from partner p where p.centre_id = $1 and ${LACKING} and ${NOBODY_HERE}
       and ($3::uuid is null or p.id = $3)
       and not exists (select from letter l where l.centre_id = p.centre_id and l.kind = '${CONTACT_MISSING}'
         and l.subject_id = p.id and l.written_at > $4::timestamptz - interval '6 days 12 hours'
         -- what was given up has told nobody; it is tried once a day
         and (l.dropped_at is null or l.written_at > $4::timestamptz - interval '20 hours'))`,
    [work.centreId, localDate(work.now), partnerId, work.now],
  );
  if (partners.length === 0) return;
  const accounts = await organisers(work);
  await writeLetters(
    work,
    partners.flatMap(({ id }) =>
      accounts.map((accountId) => ({
        kind: CONTACT_MISSING,
        accountId,
        subjectId: id,
        key: `${CONTACT_MISSING}:${accountId}:${id}`,
        sendAt: outsideQuietHours(work.now),
      })),
    ),
  );
}

/** May run again and again: whoever was told within a week is not told again. */
export async function lookAfterContacts(work: Work): Promise<void> {
  await tellWhereNobodyIs(work, null);
  const [lacking] = await work.rows(
    `select from partner p where p.centre_id = $1 and ${LACKING} limit 1`,
    [work.centreId, localDate(work.now)],
  );
  if (!lacking) return;
  const told = await work.rows<{ id: string }>(
    `select distinct account_id as id from letter where centre_id = $1 and kind = '${CONTACT_MISSING}'
       and subject_id is null and written_at > $2::timestamptz - interval '6 days 12 hours'
       and (dropped_at is null or written_at > $2::timestamptz - interval '20 hours')`,
    [work.centreId, work.now],
  );
  const accounts = await organisers(work);
  await writeLetters(
    work,
    accounts
      .filter((accountId) => told.every(({ id }) => id !== accountId))
      .map((accountId) => ({
        kind: CONTACT_MISSING,
        accountId,
        key: `${CONTACT_MISSING}:${accountId}`,
        sendAt: nextWorkingDayAt(HOUR, work.now),
      })),
  );
}

/** Nothing where somebody is found meanwhile. Organisations are named, their people are not. */
export async function composeMissingContacts(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "OUS", null);
  if (!holder) return null;
  const lacking = await work.rows<{ name: string; nobody: boolean }>(
    `select p.name, ${NOBODY_HERE} as nobody from partner p
     where p.centre_id = $1 and ${LACKING} and ($3::uuid is null or p.id = $3)
     order by ${NOBODY_HERE} desc, folded(p.name) limit 20`,
    [work.centreId, localDate(work.now), letter.subjectId],
  );
  const [first] = lacking;
  if (!first || (letter.subjectId && !first.nobody)) return null;
  const { say, address, language, footer } = holder;
  return {
    to: address,
    language,
    subject: say(
      letter.subjectId
        ? {
            pl: `Nikogo teraz nie ma: ${first.name}`,
            en: `Nobody is here now: ${first.name}`,
          }
        : {
            pl: "Partnerzy bez osoby do kontaktu",
            en: "Partners without a contact person",
          },
    ),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say(
        letter.subjectId
          ? {
              pl: `${first.name}: wszystkie osoby do kontaktu są nieobecne. Skierowania będą czekać. Zadzwoń albo wskaż inną osobę.`,
              en: `${first.name}: all contact persons are away. Referrals will wait. Ring them up or name somebody else.`,
            }
          : {
              pl: "w tych organizacjach nikogo teraz nie ma albo nie wiadomo, czy ktoś chce być osobą do kontaktu:",
              en: "at these organisations nobody is here now, or nobody has said that she is willing to be the contact:",
            },
      ),
      ...(letter.subjectId ? [] : [lacking.map(({ name }) => name).join("\n")]),
    ],
    actions: [
      {
        label: say({ pl: "Zobacz partnerów", en: "See the partners" }),
        path: "/partnerzy?brakuje=bez-kontaktu",
      },
    ],
    footer,
  };
}
