// The working day before somebody is awaited for the first time both sides are reminded: all of that day in one mail.
import { DateTime } from "luxon";

import type { NewEvent, Work } from "../../events/index.js";
import { Role } from "../../identity/index.js";
import type { Composed, Letter } from "../../letters/index.js";
import { nextWorkingDayAt, writeLetters } from "../../letters/index.js";
import { isWorkingDay, localDate, ZONE } from "../../platform/calendar.js";
import { holderOf } from "../account-holder.js";
import {
  COUNTED,
  type Counted,
  listed,
  MOST_LISTED,
  toReferrals,
} from "../referral-words.js";

export const APPOINTMENT_NEAR = "appointment-near";

/** Local time. */
const HOUR = 9;

/** Nine o'clock of the last working day before. */
function eveOf(at: Date): Date {
  let day = DateTime.fromJSDate(at, { zone: ZONE }).startOf("day");
  do day = day.minus({ days: 1 });
  while (!isWorkingDay(day));
  return day.set({ hour: HOUR }).toJSDate();
}

/** A date was given or moved; what was arranged later than that morning needs no reminding. */
export async function remindOfAppointment(
  work: Work,
  { subjectId, partnerId, senderAccountId }: NewEvent,
): Promise<void> {
  if (!partnerId || !senderAccountId) return;
  await work.inSystemsName(async () => {
    const [planned] = await work.rows<{ at: Date }>(
      `select at from appointment where centre_id = $1 and referral_id = $2 and state = 'PLANNED'`,
      [work.centreId, subjectId],
    );
    const sendAt = planned && eveOf(planned.at);
    if (!sendAt || sendAt <= work.now) return;
    const team = await work.rows<{ accountId: string }>(
      `select distinct a.id as "accountId" from assignment g join account a on a.id = g.account_id
       where g.centre_id = $1 and g.partner_id = $2 and g.ended_at is null and g.locked_at is null and a.status = 'ACTIVE'
         and '${Role.PARTNER_REFERRALS}' = any(g.roles)`,
      [work.centreId, partnerId],
    );
    const day = localDate(sendAt);
    await writeLetters(
      work,
      [
        ...team.map(({ accountId }) => ({ accountId, partnerId })),
        { accountId: senderAccountId, partnerId: null },
      ].map((to) => ({
        ...to,
        kind: APPOINTMENT_NEAR,
        key: [APPOINTMENT_NEAR, day, ...Object.values(to)].join(":"),
        sendAt,
      })),
    );
  });
}

/** What is planned until the end of the next working day, as it stands when the mail goes; numbers and hours alone. */
export async function composeNear(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const { partnerId, accountId } = letter;
  const role = partnerId ? Role.PARTNER_REFERRALS : Role.KIPUS;
  const holder = await holderOf(work, letter, role, partnerId);
  if (!holder) return null;
  // nobody is at work between today and then
  const day = DateTime.fromJSDate(work.now, { zone: ZONE }).endOf("day");
  const until = nextWorkingDayAt(HOUR, day.toJSDate());
  const near = await work.rows<Counted & { number: string; at: Date }>(
    `select r.number, p.at, ${COUNTED} from appointment p
     join referral r on r.centre_id = p.centre_id and r.id = p.referral_id and r.status = 'ACCEPTED'
     where p.centre_id = $1 and p.state = 'PLANNED' and p.at > $2 and p.at <= $3
       and case when $4::uuid is null then p.sender_account_id = $5 else p.partner_id = $4 end
     order by p.at, r.number limit ${String(MOST_LISTED)}`,
    [
      work.centreId,
      day.toJSDate(),
      DateTime.fromJSDate(until, { zone: ZONE }).endOf("day").toJSDate(),
      partnerId,
      accountId,
    ],
  );
  const [first] = near;
  if (!first) return null;
  const { say, address, language, footer } = holder;
  const count = String(first.ofAll);
  return {
    to: address,
    language,
    subject: say({
      pl: `Najbliższe pierwsze terminy: ${count}`,
      en: `First appointments to come: ${count}`,
    }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say(
        partnerId
          ? {
              pl: "wkrótce przyjdą osoby z tych skierowań:",
              en: "people of these referrals come soon:",
            }
          : {
              pl: "zbliżają się pierwsze terminy Twoich skierowań. Przypomnij o nich tym osobom:",
              en: "first appointments of your referrals are near. Remind the people of them:",
            },
      ),
      listed(
        near,
        ({ number, at }) => `${number}, ${hourOf(at, language)}`,
        say,
      ),
    ],
    actions: [toReferrals(say)],
    footer,
  };
}

function hourOf(at: Date, language: "pl" | "en"): string {
  return DateTime.fromJSDate(at, { zone: ZONE })
    .setLocale(language)
    .toFormat("d MMMM, HH:mm");
}
