// Whoever has to act on a shortfall and let its day pass is reminded by mail: once, with a number and nothing else.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { eachCentre } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, nextWorkingDayAt, writeLetters } from "../letters/index.js";
import {
  addresseeOf,
  contactOf,
  footerOf,
  holderOf,
} from "../notices/index.js";
import { localDate } from "../platform/calendar.js";
import { settlementPath } from "./settlement-path.js";

const SHORTFALL_OVERDUE = "shortfall-overdue";
const SHORTFALL_OVERDUE_AT_HUB = "shortfall-overdue-hub";
const REMIND_OVERDUE = "remind-overdue-shortfalls";

/** Once an hour; what was missed while all were down is made up for. */
export const remindOverdueHourly = `41 * * * * ${REMIND_OVERDUE} ?fill=2h`;

/** Local time. */
const HOUR = 9;

/** Waits for whoever owns it: the partner until it answers, the hub until there is a result. */
const WAITS = `(s.owner = 'PARTNER' and s.state = 'OPEN' or s.owner = 'HUB' and s.state <> 'CLOSED')`;

/** One letter for each shortfall and reader, ever; may run again and again. */
export async function remindOverdue(work: Work): Promise<void> {
  const overdue = await work.rows<{
    id: string;
    owner: string;
    partnerId: string;
    accountIds: string[];
  }>(
    `select s.id, s.owner, s.partner_id as "partnerId", array(select g.account_id from assignment g
       where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and 'OUS' = any(g.roles)) as "accountIds"
     from shortfall s
     where s.centre_id = $1 and s.due_on < $2 and ${WAITS} and not exists (select from letter l
       where l.centre_id = $1 and l.subject_id = s.id and l.kind in ('${SHORTFALL_OVERDUE}', '${SHORTFALL_OVERDUE_AT_HUB}'))`,
    [work.centreId, localDate(work.now)],
  );
  const sendAt = nextWorkingDayAt(HOUR, work.now);
  for (const { id, owner, partnerId, accountIds } of overdue) {
    const letter = { subjectId: id, partnerId, sendAt };
    if (owner === "HUB")
      await writeLetters(
        work,
        accountIds.map((accountId) => ({
          ...letter,
          kind: SHORTFALL_OVERDUE_AT_HUB,
          accountId,
          key: `${SHORTFALL_OVERDUE_AT_HUB}:${id}:${accountId}`,
        })),
      );
    else {
      const contactPersonId = await contactOf(work, partnerId);
      if (contactPersonId)
        await writeLetters(work, [
          {
            ...letter,
            kind: SHORTFALL_OVERDUE,
            contactPersonId,
            key: `${SHORTFALL_OVERDUE}:${id}`,
          },
        ]);
    }
  }
}

/** Null where nobody waits any more. */
async function pathOf(work: Work, letter: Letter): Promise<string | null> {
  const [found] = await work.rows<{ agreementId: string }>(
    `select o.agreement_id as "agreementId" from shortfall s
     join agreement_order o on o.centre_id = s.centre_id and o.id = s.order_id
     where s.centre_id = $1 and s.id = $2 and ${WAITS}`,
    [work.centreId, letter.subjectId],
  );
  return found ? settlementPath(found.agreementId) : null;
}

async function composeOverdue(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const addressee = await addresseeOf(work, letter);
  const path = await pathOf(work, letter);
  if (!addressee || !path) return null;
  return {
    to: addressee.address,
    language: "pl",
    subject: "Czekamy na odpowiedź w sprawie umowy",
    paragraphs: [
      "Dzień dobry,",
      "minął dzień, na który umówiliśmy się w sprawie realizacji umowy. Napisz w Splocie, co się udało, a co jeszcze nie. Więcej przypomnień w tej sprawie nie wyślemy.",
    ],
    actions: [{ label: "Zobacz i odpowiedz", path }],
    footer: footerOf(addressee),
  };
}

async function composeOverdueAtHub(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "OUS", null);
  const path = await pathOf(work, letter);
  if (!holder || !path) return null;
  const { say, language, footer } = holder;
  return {
    to: holder.address,
    language,
    subject: say({
      pl: "Minął termin w sprawie umowy",
      en: "A day agreed on about an agreement has passed",
    }),
    paragraphs: [
      say({
        pl: "Minął dzień, do którego CUS miał coś zrobić w sprawie realizacji umowy. Zapisz, co z tego wyszło.",
        en: "The day has passed by which the centre was to act on what was short under an agreement. Write down what came of it.",
      }),
    ],
    actions: [{ label: say({ pl: "Zobacz", en: "See it" }), path }],
    footer,
  };
}

composes(SHORTFALL_OVERDUE, composeOverdue);
composes(SHORTFALL_OVERDUE_AT_HUB, composeOverdueAtHub);

export function fulfilmentTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [REMIND_OVERDUE]: () => eachCentre(dataSource, deskOf, remindOverdue),
  };
}
