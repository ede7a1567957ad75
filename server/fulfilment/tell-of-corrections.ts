// Something is to be put right, after a check or under an agreement: the organisation is told, and the organisers what it answered; counts and ways, no words and nobody's name.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, outsideQuietHours, writeLetters } from "../letters/index.js";
import { holderOf } from "../notices/index.js";
import type { Words } from "../platform/graphql/words.js";

const CORRECTION_AWAITS = "correction-awaits";
const CORRECTION_ANSWERED = "correction-answered";

/** What comes at nearly the same time is told in one mail. */
const GATHERED = 15 * 60_000;

/** After these the organisation may be asked for its word, or has given it. */
export const ASKS_CORRECTION = [
  "StandardChecked",
  "StandardActionAnswered",
  "StandardActionReopened",
  "ShortfallRaised",
  "ShortfallAnswered",
  "ShortfallReopened",
] as const;

export async function tellOfCorrections(
  work: Work,
  { type, partnerId, subjectId }: NewEvent,
): Promise<void> {
  if (!partnerId) return;
  const isAnswer = type.endsWith("Answered");
  const self = "accountId" in work.actor ? work.actor.accountId : null;
  await work.inSystemsName(async () => {
    const readers = await work.rows<{ accountId: string }>(
      `select distinct g.account_id as "accountId" from assignment g
       join account a on a.id = g.account_id and a.status = 'ACTIVE'
       where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and g.account_id is distinct from $2
         and $3 = any(g.roles) and ($4::uuid is null or g.partner_id = $4)
         and exists (select from (${WAITS}) w where w.id = $5)`,
      [
        work.centreId,
        self,
        isAnswer ? Role.OUS : Role.PARTNER_ADMIN,
        isAnswer ? null : partnerId,
        subjectId,
      ],
    );
    const kind = isAnswer ? CORRECTION_ANSWERED : CORRECTION_AWAITS;
    const sendAt = outsideQuietHours(new Date(work.now.getTime() + GATHERED));
    await writeLetters(
      work,
      readers.map(({ accountId }) => ({
        kind,
        accountId,
        ...(!isAnswer && { partnerId }),
        key: [kind, !isAnswer && partnerId, accountId]
          .filter(Boolean)
          .join(":"),
        sendAt,
      })),
    );
  });
}

/** What an organisation is to see to and nobody closed, with how it stands. */
const WAITS = `select c.id, c.partner_id, c.action_state as state, 'CHECK' as of from standard_check c
    where c.centre_id = $1 and c.action_owner = 'PARTNER' and c.action_state <> 'DONE'
      -- who left answers for its accounts, and shows no service any more
      and (c.action_state = 'ANSWERED' or exists (select from partner p
        where p.centre_id = c.centre_id and p.id = c.partner_id and p.status <> 'FORMER'))
  union all
  select s.id, s.partner_id, s.state, 'ACCOUNTS' from shortfall s
    where s.centre_id = $1 and s.state <> 'CLOSED' and (s.owner = 'PARTNER' or s.state = 'ANSWERED')`;

async function waitingFor(
  work: Work,
  state: "OPEN" | "ANSWERED",
  partnerId: string | null,
) {
  const [found] = await work.rows<{ checks: number; accounts: number }>(
    `select count(*) filter (where w.of = 'CHECK')::integer as checks,
       count(*) filter (where w.of = 'ACCOUNTS')::integer as accounts
     from (${WAITS}) w where w.state = $2 and ($3::uuid is null or w.partner_id = $3)`,
    [work.centreId, state, partnerId],
  );
  return found ?? { checks: 0, accounts: 0 };
}

interface Said {
  role: "PARTNER_ADMIN" | "OUS";
  state: "OPEN" | "ANSWERED";
  subject: Words;
  opening: Words;
  closing: Words;
}

const AWAITS: Said = {
  role: "PARTNER_ADMIN",
  state: "OPEN",
  subject: {
    pl: "Coś czeka na odpowiedź Twojej organizacji",
    en: "Something waits for your organisation's answer",
  },
  opening: {
    pl: "w Splocie czeka na odpowiedź Twojej organizacji:",
    en: "this waits in Splot for your organisation's answer:",
  },
  closing: {
    pl: "Napisz tam, co udało się zrobić. Wystarczy kilka zdań.",
    en: "Write there what was done. A few sentences will do.",
  },
};

const ANSWERED: Said = {
  role: "OUS",
  state: "ANSWERED",
  subject: {
    pl: "Organizacja napisała, co zrobiła",
    en: "An organisation wrote what it did",
  },
  opening: {
    pl: "w Splocie są odpowiedzi, które czekają na Twoją ocenę:",
    en: "there are answers in Splot that wait for you to judge:",
  },
  closing: {
    pl: "Zakończ sprawę albo otwórz ją znów i napisz, czego jeszcze brakuje.",
    en: "Close the matter, or open it again and write what is still missing.",
  },
};

/** Nothing where all of it was seen to meanwhile. */
function composer({ role, state, subject, opening, closing }: Said) {
  return async (work: Work, letter: Letter): Promise<Composed | null> => {
    const { partnerId } = letter;
    const holder = await holderOf(work, letter, role, partnerId);
    if (!holder) return null;
    const { checks, accounts } = await waitingFor(work, state, partnerId);
    if (checks + accounts === 0) return null;
    const { say, address, language, footer } = holder;
    const [afterChecks, underAgreements] = [
      { pl: "po sprawdzeniu standardu", en: "after a check of a standard" },
      { pl: "z realizacji umów", en: "under agreements" },
    ].map((words) => say(words));
    return {
      to: address,
      language,
      subject: say(subject),
      paragraphs: [
        say({ pl: "Dzień dobry,", en: "Hello," }),
        say(opening),
        [
          checks > 0 && `${String(afterChecks)}: ${String(checks)}`,
          accounts > 0 && `${String(underAgreements)}: ${String(accounts)}`,
        ]
          .filter(Boolean)
          .join("\n"),
        say(closing),
      ],
      actions: [
        ...(checks > 0
          ? [
              {
                label: say({ pl: "Zobacz działania", en: "See the actions" }),
                path: "/standardy",
              },
            ]
          : []),
        ...(accounts > 0
          ? [
              {
                label: say({ pl: "Zobacz umowy", en: "See the agreements" }),
                path: "/umowy",
              },
            ]
          : []),
      ],
      footer,
    };
  };
}

composes(CORRECTION_AWAITS, composer(AWAITS));
composes(CORRECTION_ANSWERED, composer(ANSWERED));
