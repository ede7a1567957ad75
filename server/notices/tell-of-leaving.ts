// An organisation says that it leaves, or stays after all: the organisers are told, and whoever has open referrals there.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { outsideQuietHours, writeLetters } from "../letters/index.js";
import { wordsOfDay } from "../platform/calendar.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Say } from "../platform/graphql/words.js";
import { openStates } from "../referrals/index.js";
import { holderOf } from "./account-holder.js";
import { toReferrals } from "./referral-words.js";

export const PARTNER_LEAVES = "partner-leaves";

/** Who told the organisers something else before: what they know is not true any more. */
const WAS_TOLD = `exists (select from letter l where l.centre_id = $1 and l.subject_id = $2
  and l.kind = '${PARTNER_LEAVES}' and l.sent_at is not null and l.account_id = $3)`;

export async function tellOfLeaving(
  work: Work,
  { subjectId, partnerId }: NewEvent,
): Promise<void> {
  if (!partnerId) return;
  const self = "accountId" in work.actor ? work.actor.accountId : null;
  await work.inSystemsName(async () => {
    const told = await work.rows<{ id: string }>(
      `select g.account_id as id from assignment g
       where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and '${Role.OUS}' = any(g.roles)
       union
       select r.sender_account_id from referral r
       where r.centre_id = $1 and r.partner_id = $2 and r.status = any($3) and r.sender_account_id is not null`,
      [work.centreId, partnerId, openStates],
    );
    await writeLetters(
      work,
      told
        // what she did herself is no news to her
        .filter(({ id }) => id !== self)
        .map(({ id: accountId }) => ({
          kind: PARTNER_LEAVES,
          accountId,
          subjectId,
          key: `${PARTNER_LEAVES}:${accountId}:${subjectId}`,
          sendAt: outsideQuietHours(work.now),
        })),
    );
  });
}

interface Leaving {
  partner_id: string;
  partner: string;
  network: string;
  leaving_on: string | null;
  /** In no network from then on. */
  for_good: boolean;
  was_told: boolean;
  has_open: boolean;
}

/** As it stands when the letter goes; nothing where it stays and she never heard otherwise. No resident, no reason. */
export async function composeLeaving(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const [leaving] = await work.rows<Leaving>(
    `select m.partner_id, p.name as partner, n.name as network, m.leaving_on::text, ${WAS_TOLD} as was_told,
       not exists (select from network_membership o where o.centre_id = m.centre_id and o.partner_id = m.partner_id
         and o.left_on is null and o.leaving_on is null and o.role in ('HUB', 'MEMBER')) as for_good,
       exists (select from referral r where r.centre_id = m.centre_id and r.partner_id = m.partner_id
         and r.status = any($4) and r.sender_account_id = $3) as has_open
     from network_membership m
     join partner p on p.centre_id = m.centre_id and p.id = m.partner_id
     join network n on n.centre_id = m.centre_id and n.id = m.network_id
     where m.centre_id = $1 and m.id = $2 and m.left_on is null`,
    [work.centreId, letter.subjectId, letter.accountId, openStates],
  );
  if (!leaving || (leaving.leaving_on === null && !leaving.was_told))
    return null;
  const organiser = await holderOf(work, letter, "OUS", null);
  const isSenders = leaving.for_good && leaving.has_open;
  const sender =
    organiser === null && (isSenders || leaving.leaving_on === null)
      ? await holderOf(work, letter, "KIPUS", null)
      : null;
  const holder = organiser ?? sender;
  if (!holder) return null;
  const { say, address, language, footer } = holder;
  const { subject, says } = wordsFor(say, leaving);
  return {
    to: address,
    language,
    subject,
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      says,
      ...(leaving.leaving_on === null
        ? []
        : whatToDo(say, leaving.for_good, isSenders, organiser !== null)),
    ],
    actions: [
      sender
        ? toReferrals(say)
        : {
            label: say({ pl: "Zobacz partnera", en: "See the partner" }),
            path: `/partnerzy/${encodeURIComponent(toGlobalId("Partner", leaving.partner_id))}`,
          },
    ],
    footer,
  };
}

function wordsFor(
  say: Say,
  { partner, network, leaving_on }: Leaving,
): { subject: string; says: string } {
  if (leaving_on === null)
    return {
      subject: say({
        pl: `Zostaje w sieci: ${partner}`,
        en: `Stays in the network: ${partner}`,
      }),
      says: say({
        pl: `${partner} zostaje w sieci: ${network}. Odejście jest cofnięte.`,
        en: `${partner} stays in the network: ${network}. The leaving is taken back.`,
      }),
    };
  const day = wordsOfDay(leaving_on);
  return {
    subject: say({
      pl: `Odchodzi z sieci: ${partner}`,
      en: `Leaves the network: ${partner}`,
    }),
    says: say({
      pl: `${partner} odchodzi z sieci: ${network}. Dzień odejścia: ${day.pl}.`,
      en: `${partner} leaves the network: ${network}. The day of leaving: ${day.en}.`,
    }),
  };
}

function whatToDo(
  say: Say,
  isForGood: boolean,
  isSenders: boolean,
  isOrganiser: boolean,
): string[] {
  if (!isForGood)
    return [
      say({
        pl: "W innej sieci zostaje: kierować tam można nadal.",
        en: "It stays in another network: people can still be referred there.",
      }),
    ];
  return [
    ...(isSenders
      ? [
          say({
            pl: "Masz tam otwarte skierowania. Przed tym dniem zapisz przy każdym, co dalej.",
            en: "You have open referrals there. Before that day say at each of them what comes next.",
          }),
        ]
      : []),
    ...(isOrganiser
      ? [
          say({
            pl: "Koordynatorzy, którzy mają tam otwarte skierowania, dostali tę samą wiadomość. Umowy, na których stoją skierowania, mają skończyć się najpóźniej w dniu odejścia.",
            en: "Coordinators with open referrals there were told the same. Agreements that carry referrals are to end on the day of leaving at the latest.",
          }),
        ]
      : []),
  ];
}
