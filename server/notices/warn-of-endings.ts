// An agreement that ends is told 90, 60 and 30 days before its last day: to the organiser, and on each side to the contact person named in it, else to whom one turns to first.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { eachCentre, Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { nextWorkingDayAt, writeLetters } from "../letters/index.js";
import { addDays, localDate, wordsOfDay } from "../platform/calendar.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Language, Words } from "../platform/graphql/words.js";
import { speaking } from "../platform/graphql/words.js";
import { addresseeOf, NOT_GONE } from "./addressee.js";

const WARN_OF_ENDINGS = "warn-of-endings";

/** Once an hour, however many processes there are; what was missed while all were down is made up for. */
export const warnOfEndingsHourly = `37 * * * * ${WARN_OF_ENDINGS} ?fill=2h`;

/** Days before the last one. */
const STAGES = [90, 60, 30] as const;
type Stage = (typeof STAGES)[number];

/** One kind of letter for each, so that each is told once. */
export const AGREEMENT_ENDS: Record<Stage, string> = {
  90: "agreement-ends-90",
  60: "agreement-ends-60",
  30: "agreement-ends-30",
};

/** Local time. */
const HOUR = 9;

/** In force, to come or suspended, ending by itself or by notice, and not prolonged without anybody's doing. */
const ENDING = `a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED') and not (a.auto_renew and a.ended_on is null)
  and least(a.valid_to, a.ended_on)`;

/** May run again and again: each stage of each last day is told once to each. */
export async function warnOfEndings(work: Work): Promise<void> {
  const { centreId, now } = work;
  // of two at once the second finds what the first wrote
  await work.alone(`warn of endings ${centreId}`);
  const day = localDate(now);
  const due = await work.rows<{
    stage: Stage;
    subjectId: string;
    partnerId: string;
    accountId: string | null;
    contactPersonId: string | null;
  }>(
    `with ending as (
       select a.id, least(a.valid_to, a.ended_on) as last_day,
         (select min(s) from unnest($3::integer[]) s where least(a.valid_to, a.ended_on) - $2::date <= s) as stage
       from agreement a where a.centre_id = $1 and ${ENDING} between $2::date and $4::date
     ), told as (
       select distinct g.partner_id, g.account_id, a.email
       from assignment g join account a on a.id = g.account_id and a.status = 'ACTIVE'
       where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and '${Role.OUS}' = any(g.roles)
     )
     select e.stage, e.id as "subjectId", t.partner_id as "partnerId", t.account_id as "accountId",
       t.contact_id as "contactPersonId"
     from ending e cross join lateral (
       select partner_id, account_id, null::uuid as contact_id from told
       union all
       select y.partner_id, null, p.id from agreement_party y
       join partner o on o.centre_id = y.centre_id and o.id = y.partner_id and o.status <> 'FORMER'
       -- whom it is meant for; who stands in for her is asked when it goes
       cross join lateral (select c.id, c.work_email from contact_person c
         where c.centre_id = y.centre_id and c.partner_id = y.partner_id and c.active and c.work_email is not null
         order by c.id is not distinct from y.contact_person_id desc, c.is_primary desc, c.is_deputy desc, c.created_at, c.id
         limit 1) p
       where y.centre_id = $1 and y.agreement_id = e.id
         -- who gave notice is a party to its last day
         and (y.left_on is null or y.left_on > e.last_day)
         -- the organiser's own account is not told twice
         and not exists (select from told where told.email = lower(p.work_email))) t
     where not exists (select from letter l where l.centre_id = $1 and l.subject_id = e.id
       and l.kind = 'agreement-ends-' || e.stage and l.written_at >= (e.last_day - e.stage - 1)::timestamptz
       -- what was given up has told nobody, and what went out before a notice was given told another day
       and l.dropped_at is null
       and coalesce(l.sent_at, 'infinity') >= coalesce((select max(v.at) from event v where v.centre_id = $1
         and v.subject_id = e.id and v.type = 'AgreementNoticeGiven'), '-infinity')
       and l.account_id is not distinct from t.account_id and (t.account_id is not null or l.partner_id = t.partner_id))`,
    [centreId, day, STAGES, addDays(day, STAGES[0])],
  );
  const sendAt = nextWorkingDayAt(HOUR, now);
  await writeLetters(
    work,
    due.map(({ stage, ...to }) => ({
      ...to,
      kind: AGREEMENT_ENDS[stage],
      key: [AGREEMENT_ENDS[stage], ...Object.values(to)].join(":"),
      sendAt,
    })),
  );
}

interface EndingRow {
  number: string;
  last_day: string;
  partner_names: string[] | null;
  partner_id: string | null;
  services: number;
}

interface Addressed {
  address: string;
  language: Language;
  centre: string;
  /** Whose contact she is; the organiser has a page to go to. */
  partner: string | null;
}

/** Dropped where it was prolonged or has ended, or she has left. */
export async function composeEnding(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const to = await addressed(work, letter);
  const [ending] = await work.rows<EndingRow>(
    `select a.number, least(a.valid_to, a.ended_on)::text as last_day,
       array_agg(p.short_name order by p.short_name) filter (where p.id <> c.hub_partner_id) as partner_names,
       (array_agg(p.id order by p.short_name) filter (where p.id <> c.hub_partner_id))[1] as partner_id,
       (select count(*)::integer from service s join agreement_party o on o.centre_id = s.centre_id
          and o.partner_id = s.partner_id and o.agreement_id = a.id
        where s.centre_id = a.centre_id and s.status = 'ACTIVE' and s.referable_to = least(a.valid_to, a.ended_on)) as services
     from agreement a join centre c on c.id = a.centre_id
     join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id
       and (y.left_on is null or y.left_on > least(a.valid_to, a.ended_on))
     join partner p on p.centre_id = y.centre_id and p.id = y.partner_id
     where a.centre_id = $1 and a.id = $2 and ${ENDING} between $3::date and $4::date
     group by a.centre_id, a.id`,
    [
      work.centreId,
      letter.subjectId,
      localDate(work.now),
      addDays(localDate(work.now), STAGES[0]),
    ],
  );
  if (!to || !ending) return null;
  const { number, services } = ending;
  const say = speaking(to.language);
  const day = wordsOfDay(ending.last_day);
  const names = (ending.partner_names ?? []).join(", ");
  const partnerId = ending.partner_id;
  return {
    to: to.address,
    language: to.language,
    subject: say({
      pl: `Umowa ${number} kończy się ${day.pl}`,
      en: `Agreement ${number} ends on ${day.en}`,
    }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({
        pl: `umowa ${number} (${names}) kończy się ${day.pl}. To jej ostatni dzień.`,
        en: `agreement ${number} (${names}) ends on ${day.en}. That is its last day.`,
      }),
      ...(services > 0 ? [say(afterwards(services))] : []),
      say(
        to.partner
          ? {
              pl: "W sprawie nowej umowy odezwij się do organizatorki usług w CUS.",
              en: "About a new agreement, get in touch with the organiser of services at the centre.",
            }
          : {
              pl: "Przygotuj nową umowę albo powiedz koordynatorkom, żeby zaplanowały, co dalej.",
              en: "Prepare a new agreement, or tell the coordinators to plan what comes next.",
            },
      ),
    ],
    ...(to.partner === null && partnerId
      ? {
          actions: [
            {
              label: say({ pl: "Zobacz partnera", en: "See the partner" }),
              path: `/partnerzy/${encodeURIComponent(toGlobalId("Partner", partnerId))}`,
            },
          ],
        }
      : {}),
    footer: [
      say({
        pl: `${to.centre} – wiadomość ze Splotu, sieci usług społecznych.`,
        en: `${to.centre} – a message from Splot, the network of social services.`,
      }),
      say(
        to.partner
          ? {
              pl: `Przyszła, bo ${to.partner} podaje ten adres jako kontakt.`,
              en: `It came because ${to.partner} gives this address as a contact.`,
            }
          : {
              pl: "Przyszła, bo prowadzisz umowy z partnerami.",
              en: "It came because you keep the agreements with the partners.",
            },
      ),
    ],
  };
}

const PLURAL_PL = new Intl.PluralRules("pl");

function afterwards(services: number): Words {
  const count = String(services);
  const noun = PLURAL_PL.select(services) === "one" ? "usługi" : "usług";
  return {
    pl: `Potem nie będzie można kierować do ${count} ${noun}. Dla osób, które już korzystają, nic się nie zmienia.`,
    en: `After that nobody can be referred to ${count} ${services === 1 ? "service" : "services"}. Nothing changes for those who use them already.`,
  };
}

/** The organiser, or whom the organisation named. */
async function addressed(
  work: Work,
  letter: Letter,
): Promise<Addressed | null> {
  if (letter.accountId === null) {
    const to = await addresseeOf(work, letter, NOT_GONE);
    return (
      to && {
        address: to.address,
        language: "pl",
        centre: to.centreName,
        partner: to.partnerName,
      }
    );
  }
  const [found] = await work.rows<Addressed>(
    `select a.email as address, a.language, c.name as centre, null as partner
     from account a join centre c on c.id = $1
     where a.id = $2 and a.status = 'ACTIVE' and exists (select from assignment g where g.centre_id = $1
       and g.account_id = a.id and g.ended_at is null and g.locked_at is null and '${Role.OUS}' = any(g.roles))`,
    [work.centreId, letter.accountId],
  );
  return found ?? null;
}

export function endingTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [WARN_OF_ENDINGS]: () => eachCentre(dataSource, deskOf, warnOfEndings),
  };
}
