// Whoever has to act on a shortfall or after a check and let its day pass is reminded by mail: once for each day that was given, without names and words.
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
import type { Words } from "../platform/graphql/words.js";
import { settlementPath } from "./settlement-path.js";

const SHORTFALL_OVERDUE = "shortfall-overdue";
const SHORTFALL_OVERDUE_AT_HUB = "shortfall-overdue-hub";
const ACTION_OVERDUE = "action-overdue";
const ACTION_OVERDUE_AT_HUB = "action-overdue-hub";
const REMIND_OVERDUE = "remind-overdue-shortfalls";

/** Once an hour; what was missed while all were down is made up for. */
export const remindOverdueHourly = `41 * * * * ${REMIND_OVERDUE} ?fill=2h`;

/** Local time. */
const HOUR = 9;

/** Waits for whoever owns it: the partner until it answers, the hub until there is a result. */
const WAITS = `(s.owner = 'PARTNER' and s.state = 'OPEN' or s.owner = 'HUB' and s.state <> 'CLOSED')`;

/** As a shortfall does, for whoever sees to a corrective action. */
const ACTION_WAITS = `(c.action_owner = 'PARTNER' and c.action_state = 'OPEN' or c.action_owner = 'CENTRE' and c.action_state <> 'DONE')`;

const OVERDUE = `
  select s.id, s.partner_id, s.owner = 'HUB' as at_hub, s.due_on, '${SHORTFALL_OVERDUE}' as kind
    from shortfall s where s.centre_id = $1 and s.due_on < $2 and ${WAITS}
  union all
  select c.id, c.partner_id, c.action_owner = 'CENTRE', c.action_due_on, '${ACTION_OVERDUE}'
    from standard_check c where c.centre_id = $1 and c.action_due_on < $2 and ${ACTION_WAITS}`;

/** One letter for each day that passed and reader; may run again and again. */
export async function remindOverdue(work: Work): Promise<void> {
  const overdue = await work.rows<{
    id: string;
    partnerId: string;
    atHub: boolean;
    kind: string;
    dueOn: string;
    accountIds: string[];
  }>(
    `select o.id, o.partner_id as "partnerId", o.at_hub as "atHub", o.kind || case when o.at_hub then '-hub' else '' end as kind,
       o.due_on::text as "dueOn", array(select g.account_id from assignment g
         where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and 'OUS' = any(g.roles)) as "accountIds"
     from (${OVERDUE}) o where not exists (select from letter l
       where l.centre_id = $1 and l.subject_id = o.id and l.kind like o.kind || '%' and l.written_at >= o.due_on)`,
    [work.centreId, localDate(work.now)],
  );
  const sendAt = nextWorkingDayAt(HOUR, work.now);
  for (const { id, partnerId, atHub, kind, dueOn, accountIds } of overdue) {
    const letter = { kind, subjectId: id, partnerId, sendAt };
    if (atHub)
      await writeLetters(
        work,
        accountIds.map((accountId) => ({
          ...letter,
          accountId,
          key: `${kind}:${id}:${dueOn}:${accountId}`,
        })),
      );
    else {
      const contactPersonId = await contactOf(work, partnerId);
      if (contactPersonId)
        await writeLetters(work, [
          { ...letter, contactPersonId, key: `${kind}:${id}:${dueOn}` },
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

interface Overdue {
  /** Where it is seen to; null where nobody waits any more. */
  pathOf: typeof pathOf;
  /** What it is about. */
  about: Words;
}

const SHORTFALL: Overdue = {
  pathOf,
  about: {
    pl: "w sprawie realizacji umowy",
    en: "on what was short under an agreement",
  },
};

const ACTION: Overdue = {
  pathOf: async (work, letter) => {
    const [found] = await work.rows(
      `select from standard_check c where c.centre_id = $1 and c.id = $2 and ${ACTION_WAITS}`,
      [work.centreId, letter.subjectId],
    );
    return found ? "/standardy" : null;
  },
  about: {
    pl: "po sprawdzeniu standardu usługi",
    en: "after a check of the standard of a service",
  },
};

function composeOverdue({ pathOf: pathTo, about }: Overdue) {
  return async (work: Work, letter: Letter): Promise<Composed | null> => {
    const addressee = await addresseeOf(work, letter);
    const path = await pathTo(work, letter);
    if (!addressee || !path) return null;
    return {
      to: addressee.address,
      language: "pl",
      subject: `Czekamy na odpowiedź ${about.pl}`,
      paragraphs: [
        "Dzień dobry,",
        `minął dzień, na który umówiliśmy się ${about.pl}. Napisz w Splocie, co się udało, a co jeszcze nie.`,
      ],
      actions: [{ label: "Zobacz i odpowiedz", path }],
      footer: footerOf(addressee),
    };
  };
}

function composeOverdueAtHub({ pathOf: pathTo, about }: Overdue) {
  return async (work: Work, letter: Letter): Promise<Composed | null> => {
    const holder = await holderOf(work, letter, "OUS", null);
    const path = await pathTo(work, letter);
    if (!holder || !path) return null;
    const { say, language, footer } = holder;
    return {
      to: holder.address,
      language,
      subject: say({
        pl: `Minął termin ${about.pl}`,
        en: `A day has passed by which to act ${about.en}`,
      }),
      paragraphs: [
        say({
          pl: `Minął dzień, do którego CUS miał coś zrobić ${about.pl}. Zapisz, co z tego wyszło.`,
          en: `The day has passed by which the centre was to act ${about.en}. Write down what came of it.`,
        }),
      ],
      actions: [{ label: say({ pl: "Zobacz", en: "See it" }), path }],
      footer,
    };
  };
}

composes(SHORTFALL_OVERDUE, composeOverdue(SHORTFALL));
composes(SHORTFALL_OVERDUE_AT_HUB, composeOverdueAtHub(SHORTFALL));
composes(ACTION_OVERDUE, composeOverdue(ACTION));
composes(ACTION_OVERDUE_AT_HUB, composeOverdueAtHub(ACTION));

export function fulfilmentTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [REMIND_OVERDUE]: () => eachCentre(dataSource, deskOf, remindOverdue),
  };
}
