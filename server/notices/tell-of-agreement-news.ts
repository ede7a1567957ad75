// An agreement is suspended, takes force again, is to end, or is left by one of several parties: whoever speaks for its parties is told.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { localDate, wordsOfDay } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import { holderOf } from "./account-holder.js";
import { MOST_IN_ONE, saidOf, writeGathered } from "./agreement-words.js";

export const AGREEMENT_NEWS = "agreement-news";

export const CHANGES_AGREEMENT = [
  "AgreementSuspended",
  "AgreementResumed",
  "AgreementNoticeGiven",
  "AgreementPartyLeft",
] as const;

/** The other side is told: the organisers of what a party did, the parties of what the organiser did. */
export async function tellOfAgreementNews(
  work: Work,
  { subjectId }: NewEvent,
): Promise<void> {
  const own = "partnerId" in work.actor ? work.actor.partnerId : null;
  await work.inSystemsName(async () => {
    const told = await work.rows<{ accountId: string; partnerId: string }>(
      `select distinct g.account_id as "accountId", g.partner_id as "partnerId" from agreement_party y
       join centre z on z.id = y.centre_id
       join assignment g on g.centre_id = y.centre_id and g.partner_id = y.partner_id and g.ended_at is null
         and g.locked_at is null and (y.partner_id = z.hub_partner_id and z.hub_partner_id is distinct from $4
           and '${Role.OUS}' = any(g.roles) or y.partner_id <> z.hub_partner_id and '${Role.PARTNER_ADMIN}' = any(g.roles))
       join account c on c.id = g.account_id and c.status = 'ACTIVE'
       where y.centre_id = $1 and y.agreement_id = $3 and (y.left_on is null or y.left_on >= $2::date)`,
      [work.centreId, localDate(work.now), subjectId, own],
    );
    await writeGathered(work, AGREEMENT_NEWS, told);
  });
}

interface News {
  id: string;
  number: string;
  /** Its last day, where it was ended since the letter was written. */
  ends: string | null;
  is_over: boolean;
  suspended: boolean;
  /** Who left since it was written, while the others stay. */
  left: { name: string; isOwn: boolean; leftOn: string }[] | null;
}

/** What changed since it was written and stands when it goes; what was suspended and taken up again between is no news. */
export async function composeAgreementNews(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const { partnerId } = letter;
  const holder =
    (await holderOf(work, letter, "PARTNER_ADMIN", partnerId)) ??
    (await holderOf(work, letter, "OUS", partnerId));
  if (!holder) return null;
  const news = await work.rows<News>(
    `select a.id, a.number, case when since.ended then a.ended_on::text end as ends,
       coalesce(a.ended_on < $2::date or a.status in ('TERMINATED', 'WITHDRAWN'), false) as is_over,
       a.status = 'SUSPENDED' as suspended,
       case when a.ended_on is null then gone.parties end as left
     from agreement a join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = $3
       and (y.left_on is null or y.left_on >= ($4::timestamptz at time zone 'Europe/Warsaw')::date)
     cross join lateral (
       select bool_or(v.type in ('AgreementNoticeGiven', 'AgreementPartyLeft')) as ended,
         (array_agg(v.type order by v.position) filter (where v.type in ('AgreementSuspended', 'AgreementResumed')))[1] as first
       from event v where v.centre_id = a.centre_id and v.subject_id = a.id and v.at >= $4 and v.type = any($5)
         and v.actor_account_id is distinct from $6) since
     cross join lateral (
       select jsonb_agg(jsonb_build_object('name', p.short_name, 'isOwn', p.id = $3, 'leftOn', g.left_on) order by p.short_name) as parties
       from agreement_party g join partner p on p.centre_id = g.centre_id and p.id = g.partner_id
       where g.centre_id = a.centre_id and g.agreement_id = a.id and exists (select from event v where v.centre_id = a.centre_id
         and v.subject_id = a.id and v.type = 'AgreementPartyLeft' and v.partner_id = p.id and v.at >= $4
         and v.actor_account_id is distinct from $6)) gone
     where a.centre_id = $1 and (since.ended and a.ended_on is not null
       or since.first = 'AgreementSuspended' and a.status = 'SUSPENDED'
       or since.first = 'AgreementResumed' and a.status = 'ACTIVE' or a.ended_on is null and gone.parties is not null)
     order by length(a.number), a.number limit ${String(MOST_IN_ONE)}`,
    [
      work.centreId,
      localDate(work.now),
      partnerId,
      letter.writtenAt,
      CHANGES_AGREEMENT,
      letter.accountId,
    ],
  );
  if (news.length === 0) return null;
  const { say, address, language, footer } = holder;
  const { subject, lines, action } = saidOf(
    say,
    news.map(({ id, number, ...one }) => ({
      id,
      number,
      words: wordsFor(one, localDate(work.now)),
    })),
    { pl: "Zmiany w umowach", en: "Agreements that changed" },
  );
  return {
    to: address,
    language,
    subject,
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({
        pl: "zmieniło się, jak obowiązuje umowa:",
        en: "how this agreement holds has changed:",
      }),
      lines,
      say({
        pl: "Powód, i co to znaczy dla skierowań, zobaczysz w Splocie.",
        en: "Why, and what it means for referrals, stands in Splot.",
      }),
    ],
    actions: [action],
    footer,
  };
}

function wordsFor(
  { ends, is_over, suspended, left }: Omit<News, "id" | "number">,
  today: string,
): Words {
  if (left) return wordsOfLeaving(left, today);
  if (ends === null)
    return suspended
      ? { pl: "jest zawieszona", en: "is suspended" }
      : { pl: "znów obowiązuje", en: "is in force again" };
  if (is_over) return { pl: "jest zakończona", en: "has ended" };
  const day = wordsOfDay(ends);
  return {
    pl: `kończy się, ostatni dzień to ${day.pl}`,
    en: `ends, its last day is ${day.en}`,
  };
}

/** From the day on which it leaves it is no party. */
function wordsOfLeaving(left: NonNullable<News["left"]>, today: string): Words {
  const parts = left.map(({ name, isOwn, leftOn }): Words => {
    const day = wordsOfDay(leftOn);
    const who = isOwn
      ? { pl: "Twoja organizacja", en: "your organisation" }
      : { pl: name, en: name };
    return leftOn <= today
      ? {
          pl: `poza umową od ${day.pl}: ${who.pl}`,
          en: `no party since ${day.en}: ${who.en}`,
        }
      : {
          pl: `od ${day.pl} poza umową: ${who.pl}`,
          en: `no party from ${day.en} on: ${who.en}`,
        };
  });
  return {
    pl: parts.map(({ pl }) => pl).join("; "),
    en: parts.map(({ en }) => en).join("; "),
  };
}
